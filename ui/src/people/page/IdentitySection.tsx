// Anagrafica: the facts, and in their place the form that changes them.
import { peopleEdit, type Person, type PersonDetails, type PersonFinding } from '../../bindings'
import { Button, Facts, Notice, notify, Section, type Fact } from '../../components'
import { showDate } from '../../dates/civil'
import { showPartial } from '../../dates/partial'
import { it } from '../../messages/it'
import { useAnswer, useCommand, useSession, useShortcut, useViewState } from '../../navigation'
import { placesCitizenships } from '../../bindings'
import { describeError, fieldOf } from '../../platform'
import { draftOf, personOf, type PersonDraft } from '../form'
import { BirthFields, findingFor, MoreFields, NameFields } from '../IdentityFields'
import { useChecked } from '../NewPerson'
import { periodText, placeText } from '../words'
import { Codes } from './Codes'

const t = it.people

function codeFacts(person: Person): Fact[] {
  return person.identifiers.map(({ kind, value, period }) => ({
    label: t.codeKinds[kind],
    value: (
      <>
        <span className="mono">{value}</span> <span className="item-note">{periodText(period)}</span>
      </>
    ),
  }))
}

function useCountryNames() {
  const { data } = useAnswer({ key: ['places.citizenships'], ask: placesCitizenships, kinds: [] })
  return (code: string) => data?.find((country) => country.code === code)?.name ?? code
}

function IdentityFacts({ details }: { details: PersonDetails }) {
  const country = useCountryNames()
  const { value: person } = details.person
  const born = [placeText(person.birthplace ? details.places[person.birthplace] : null), person.birth_town].filter(Boolean).join(', ')
  const { residence_permit: permit, doctor } = person
  return (
    <Facts
      facts={[
        ...codeFacts(person),
        { label: t.alias, value: person.aliases.join(', ') },
        { label: t.birth, value: [showPartial(person.birth), born].filter(Boolean).join(' · ') },
        { label: t.sex, value: person.sex ? t.sexes[person.sex] : '' },
        { label: t.death, value: showPartial(person.death) },
        { label: t.citizenships, value: person.citizenships.map((held) => [country(held.country), periodText(held.period)].filter(Boolean).join(' ')).join(', ') },
        { label: t.language, value: person.language },
        { label: t.marital, value: person.marital_status ? t.maritals[person.marital_status] : '' },
        { label: t.education, value: person.education ? t.educations[person.education] : '' },
        { label: t.work, value: person.work ? t.works[person.work] : '' },
        { label: t.category, value: person.social_category ? t.categories[person.social_category] : '' },
        {
          label: t.permit,
          value: permit && [permit.kind, permit.number, permit.status ? t.permitStatuses[permit.status] : '', permit.expires ? t.period('', showDate(permit.expires)) : ''].filter(Boolean).join(' · '),
        },
        { label: t.doctor, value: doctor && [doctor.kind ? t.doctorKinds[doctor.kind] : '', doctor.name, doctor.phone].filter(Boolean).join(' · ') },
        { label: t.healthCard, value: person.health_card },
        { label: t.note, value: person.note && <span className="people-reason">{person.note}</span> },
      ]}
    />
  )
}

interface FindingsProps {
  details: PersonDetails
  onAcknowledge: (finding: PersonFinding) => void
  isPending: boolean
}

/** What does not fit together: until it is mended, or someone says that it is right so. */
function Findings({ details, onAcknowledge, isPending }: FindingsProps) {
  const open = details.findings.filter((finding) => !finding.acknowledged)
  const codes = details.person.value.identifiers.length > 0
  return (
    <>
      {open.map((finding) => (
        <Notice
          key={finding.code} kind={finding.severity === 'note' ? 'info' : 'warning'}
          actions={
            details.writable && codes && finding.severity === 'warning' && finding.code.startsWith('cf_') ? (
              <Button small isPending={isPending} onPress={() => onAcknowledge(finding)}>
                {t.acknowledge}
              </Button>
            ) : undefined
          }
        >
          {t.findings[finding.code]}
        </Notice>
      ))}
      {details.person.clashes && <Notice kind="warning">{t.clash}</Notice>}
    </>
  )
}

interface EditProps {
  details: PersonDetails
  draft: PersonDraft
  onChange: (draft: PersonDraft | null) => void
}

function EditIdentity({ details, draft, onChange }: EditProps) {
  const { findings } = useChecked(draft)
  const edit = useCommand(peopleEdit)
  const save = () =>
    edit.mutate(
      { id: details.person.id, person: personOf(draft), seen: details.person.seen, draft: null },
      {
        onSuccess: () => {
          notify('success', t.saved)
          onChange(null)
        },
      },
    )
  useShortcut('Ctrl+Invio', t.save, save)
  const errorOf = (field: string) => (edit.error && fieldOf(edit.error) === field ? describeError(edit.error) : null)
  const identity = { draft, onChange, findings, errorOf }
  return (
    <div className="form">
      {edit.error ? <Notice kind="error" role="alert">{describeError(edit.error)}</Notice> : null}
      <NameFields {...identity} autoFocus />
      <BirthFields {...identity} />
      <Codes
        value={draft.person.identifiers} error={errorOf('identifiers')} hint={findingFor(findings, 'identifiers')}
        onChange={(identifiers) => onChange({ ...draft, person: { ...draft.person, identifiers } })}
      />
      <MoreFields {...identity} open />
      <div className="form-actions">
        <Button kind="primary" keys="Ctrl+Invio" isPending={edit.isPending} onPress={save}>
          {t.save}
        </Button>
        <Button onPress={() => onChange(null)}>{it.kit.cancel}</Button>
      </div>
    </div>
  )
}

/** Writes that a finding about her code was looked at. */
function useAcknowledging(details: PersonDetails) {
  const { today } = useSession()
  const edit = useCommand(peopleEdit)
  const { person } = details
  const about = person.value.identifiers.find(({ kind, period }) => kind === 'CF' && (!period.until || period.until >= today))?.value ?? ''
  const acknowledge = ({ code }: PersonFinding) =>
    edit.mutate({ id: person.id, person: { ...person.value, acknowledged: [...person.value.acknowledged, { finding: code, about, on: today }] }, seen: person.seen, draft: null })
  return { acknowledge, isPending: edit.isPending }
}

export function IdentitySection({ details }: { details: PersonDetails }) {
  const [draft, setDraft] = useViewState<PersonDraft | null>('identity', null)
  const { acknowledge, isPending } = useAcknowledging(details)
  const { value: person } = details.person
  const start = () => setDraft(draftOf(person, person.birthplace ? details.places[person.birthplace] : undefined))
  useShortcut('Ctrl+E', t.editIdentity, start, details.writable && draft === null)
  const actions = details.writable && draft === null && (
    <Button small icon="pencil" keys="Ctrl+E" onPress={start}>
      {it.kit.edit}
    </Button>
  )
  return (
    <Section title={t.identity} actions={actions}>
      {draft ? (
        <EditIdentity details={details} draft={draft} onChange={setDraft} />
      ) : (
        <div className="people-identity">
          <Findings details={details} onAcknowledge={acknowledge} isPending={isPending} />
          <IdentityFacts details={details} />
        </div>
      )}
    </Section>
  )
}
