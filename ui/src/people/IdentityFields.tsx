// The fields of a person's identity: what is needed at once, and the rest behind one button.
import { useState } from 'react'
import type { PersonFinding, Sex } from '../bindings'
import { Button, CheckboxField, PartialDateField, RadioField, TextArea, TextField } from '../components'
import { it } from '../messages/it'
import { Citizenships } from './Citizenships'
import { OpenSelect, PlaceField } from './fields'
import type { PersonDraft } from './form'
import { PermitAndDoctor } from './PermitAndDoctor'
import { choicesOf, textOrNull } from './words'

const t = it.people

export interface IdentityProps {
  draft: PersonDraft
  onChange: (draft: PersonDraft) => void
  findings: readonly PersonFinding[]
  errorOf: (field: string) => string | null
}

/** What does not fit together, beside its field: a warning, never a refusal. */
export const findingFor = (findings: readonly PersonFinding[], field: string) =>
  findings
    .filter((one) => one.field === field && !one.acknowledged && one.code !== 'no_name')
    .map((one) => t.findings[one.code])
    .join(' ') || null

export function usePersonChange({ draft, onChange }: Pick<IdentityProps, 'draft' | 'onChange'>) {
  return (change: Partial<PersonDraft['person']>) => onChange({ ...draft, person: { ...draft.person, ...change } })
}

export function NameFields(props: IdentityProps & { autoFocus?: boolean }) {
  const { draft, findings, errorOf } = props
  const change = usePersonChange(props)
  return (
    <div className="form-row">
      <TextField
        name="surname" label={t.surname} value={draft.person.surname ?? ''} error={errorOf('surname')} hint={findingFor(findings, 'surname')} autoFocus={props.autoFocus ?? false}
        onChange={(surname) => change({ surname: textOrNull(surname) })}
      />
      <TextField name="name" label={t.name} value={draft.person.name ?? ''} hint={findingFor(findings, 'name')} onChange={(name) => change({ name: textOrNull(name) })} />
    </div>
  )
}

export function BirthFields(props: IdentityProps) {
  const { draft, onChange, findings } = props
  const change = usePersonChange(props)
  const { person } = draft
  const foreign = draft.birthplace?.key.startsWith('Z') ?? false
  const birthDay = person.birth && /^\d{4}-\d{2}-\d{2}$/.test(person.birth) ? person.birth : null
  return (
    <>
      <div className="form-row">
        <PartialDateField
          name="birth" label={t.birth} value={person.birth ?? null} estimable {...(findingFor(findings, 'birth') ? { hint: findingFor(findings, 'birth') } : {})}
          onChange={(birth) => change({ birth })}
        />
        <RadioField<Sex> name="sex" label={t.sex} inline choices={choicesOf(t.sexes)} value={person.sex ?? null} hint={findingFor(findings, 'sex')} onChange={(sex) => change({ sex })} />
      </div>
      <div className="form-row">
        <PlaceField
          name="birthplace" label={t.birthplace} day={birthDay} value={draft.birthplace} hint={findingFor(findings, 'birthplace') ?? t.birthplaceHint}
          onChange={(birthplace) => onChange({ ...draft, birthplace })}
        />
        {foreign && (
          <TextField name="birth-town" label={t.birthTown} hint={t.birthTownHint} value={person.birth_town ?? ''} onChange={(town) => change({ birth_town: textOrNull(town) })} />
        )}
      </div>
    </>
  )
}

function LanguageFields(props: IdentityProps) {
  const change = usePersonChange(props)
  const { person } = props.draft
  return (
    <div className="form-row">
      <TextField name="language" label={t.language} hint={t.languageHint} value={person.language ?? ''} onChange={(language) => change({ language: textOrNull(language) })} />
      <div className="people-flags">
        <CheckboxField name="interpreter" label={t.interpreter} isSelected={person.interpreter_needed === true} onChange={(needed) => change({ interpreter_needed: needed ? true : null })} />
        <CheckboxField name="msna" label={t.msna} isSelected={person.msna === true} onChange={(msna) => change({ msna: msna ? true : null })} />
      </div>
    </div>
  )
}

function SocialFields(props: IdentityProps) {
  const change = usePersonChange(props)
  const { person } = props.draft
  return (
    <>
      <div className="form-row">
        <OpenSelect name="marital" label={t.marital} choices={choicesOf(t.maritals)} value={person.marital_status} onChange={(marital_status) => change({ marital_status })} />
        <OpenSelect name="education" label={t.education} choices={choicesOf(t.educations)} value={person.education} onChange={(education) => change({ education })} />
      </div>
      <div className="form-row">
        <OpenSelect name="work" label={t.work} choices={choicesOf(t.works)} value={person.work} onChange={(work) => change({ work })} />
        <OpenSelect name="category" label={t.category} choices={choicesOf(t.categories)} value={person.social_category} onChange={(social_category) => change({ social_category })} />
      </div>
    </>
  )
}

/** Everything that can wait. */
export function MoreFields(props: IdentityProps & { open: boolean }) {
  const [open, setOpen] = useState(props.open)
  const change = usePersonChange(props)
  const { draft, onChange, findings } = props
  if (!open) {
    return (
      <div>
        <Button kind="link" icon="expand" onPress={() => setOpen(true)}>
          {t.moreFields}
        </Button>
      </div>
    )
  }
  return (
    <>
      <TextField name="aliases" label={t.alias} hint={t.aliasHint} value={draft.aliases} onChange={(aliases) => onChange({ ...draft, aliases })} />
      <Citizenships value={draft.person.citizenships} hint={findingFor(findings, 'citizenships')} onChange={(citizenships) => change({ citizenships })} />
      <LanguageFields {...props} />
      <SocialFields {...props} />
      <PermitAndDoctor {...props} />
      <div className="form-row">
        <TextField name="health-card" label={t.healthCard} mono value={draft.person.health_card ?? ''} onChange={(card) => change({ health_card: textOrNull(card) })} />
        <PartialDateField name="death" label={t.death} value={draft.person.death ?? null} onChange={(death) => change({ death })} error={findingFor(findings, 'death')} />
      </div>
      <TextArea name="note" label={t.note} rows={2} value={draft.person.note ?? ''} onChange={(note) => change({ note: textOrNull(note) })} />
    </>
  )
}
