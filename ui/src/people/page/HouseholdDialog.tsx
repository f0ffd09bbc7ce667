// A household: its kind, and each member with the days of the stay.
import type { HouseholdKind, MemberGroup, Period } from '../../bindings'
import { CheckboxField, IconButton, RadioField, SelectField, TextField } from '../../components'
import { it } from '../../messages/it'
import { PeriodFields } from '../fields'
import { PersonPicker, type PersonItem } from '../PersonPicker'
import { choicesOf, textOrNull } from '../words'
import type { Editing } from './editing'
import { errorIn, FormDialog } from './FormDialog'

const t = it.people

interface MemberForm {
  person: PersonItem
  period: Period
  group: MemberGroup
  holder: boolean
}

export interface HouseholdForm {
  id: string | null
  seen: string[]
  kind: HouseholdKind | null
  label: string | null
  note: string | null
  members: MemberForm[]
}

interface MemberRowProps {
  member: MemberForm
  index: number
  onChange: (part: Partial<MemberForm>) => void
  onRemove: () => void
}

function MemberRow({ member, index, onChange, onRemove }: MemberRowProps) {
  const { label } = member.person
  return (
    <fieldset className="people-member">
      <legend>{label}</legend>
      <div className="form-row">
        <SelectField name={`group-${index}`} label={t.group} choices={choicesOf(t.groups)} value={member.group} onChange={(group) => onChange({ group })} />
        <PeriodFields name={`member-${index}`} value={member.period} onChange={(period) => onChange({ period })} />
      </div>
      <div className="line-between">
        <CheckboxField name={`holder-${index}`} label={t.holder} isSelected={member.holder} onChange={(holder) => onChange({ holder })} />
        <IconButton icon="close" small label={t.removeMember(label)} onPress={onRemove} />
      </div>
    </fieldset>
  )
}

export function HouseholdDialog({ editing }: { editing: Editing<HouseholdForm> }) {
  const { value, change, close, save, isPending, error } = editing
  const members = value?.members ?? []
  const set = (index: number, part: Partial<MemberForm>) => change({ members: members.map((one, at) => (at === index ? { ...one, ...part } : one)) })
  const add = (person: PersonItem | null) => person && change({ members: [...members, { person, period: {}, group: 'CONVIVENTE', holder: false }] })
  return (
    <FormDialog title={t.household} isOpen={value !== null} onClose={close} onSave={save} isPending={isPending} error={error} size="large">
      {value && (
        <>
          <RadioField name="household-kind" label={t.householdKind} inline choices={choicesOf(t.householdKinds)} value={value.kind} onChange={(kind) => change({ kind })} />
          {members.map((member, index) => (
            <MemberRow
              key={`${member.person.key}-${index}`} member={member} index={index} onChange={(part) => set(index, part)}
              onRemove={() => change({ members: members.filter((_, at) => at !== index) })}
            />
          ))}
          <PersonPicker key={members.length} name="members" label={t.addMember} value={null} except={members.map(({ person }) => person.key)} error={errorIn(error, 'members')} onChange={add} />
          <TextField name="label" label={t.label} optional value={value.label ?? ''} onChange={(label) => change({ label: textOrNull(label) })} />
          <TextField name="household-note" label={t.note} optional value={value.note ?? ''} onChange={(note) => change({ note: textOrNull(note) })} />
        </>
      )}
    </FormDialog>
  )
}
