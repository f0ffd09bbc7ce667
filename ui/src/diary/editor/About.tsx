// What the note is about: a person's file, or a group, a school or one of its classes and no person.
import { useState } from 'react'
import type { Collective } from '../../bindings'
import { ComboBox, Notice, SelectField, TextField, type ComboItem } from '../../components'
import { it } from '../../messages/it'
import { useAnswer } from '../../navigation'
import { classesOf, findSchools } from '../../schools'
import type { Names } from '../words'

const t = it.diary.collective

/** A school that is still to be chosen: the signature asks for it. */
export const NO_SCHOOL = '00000000-0000-0000-0000-000000000000'
const WHOLE = 'whole'

type Key = 'case' | 'group' | 'school'
const keyOf = (collective: Collective | null): Key => (collective === null ? 'case' : collective.type === 'group' ? 'group' : 'school')
const begin = (key: Key): Collective | null => (key === 'case' ? null : key === 'group' ? { type: 'group', name: '' } : { type: 'school', school: NO_SCHOOL })
const CHOICES = (['case', 'group', 'school'] as const).map((key) => ({ key, label: t[key] }))

interface Props {
  value: Collective | null
  names: Names
  fault: string | null
  onChange: (collective: Collective | null) => void
}

function SchoolFields({ value, names, fault, onChange }: Props & { value: Exclude<Collective, { type: 'group' }> }) {
  const chosen = value.school !== NO_SCHOOL
  const [found, setFound] = useState<ComboItem | null>(null)
  const known = names[value.school]?.name ?? (found?.key === value.school ? found.label : null)
  const { data } = useAnswer({ key: ['schools.classes.now', value.school], ask: () => classesOf(value.school, null), kinds: ['school_class'], enabled: chosen })
  const classes = [{ key: WHOLE, label: t.wholeSchool }, ...(data ?? [])]
  return (
    <div className="form-row">
      <ComboBox
        name="about-school" label={t.schoolField} hint={t.schoolHint} required minLength={1} load={findSchools} error={fault}
        value={chosen && known !== null ? { key: value.school, label: known } : null}
        onChange={(item) => {
          setFound(item)
          onChange({ type: 'school', school: item?.key ?? NO_SCHOOL })
        }}
      />
      {chosen && (
        <SelectField
          name="about-class" label={t.classField} narrow choices={classes} value={value.type === 'class' ? value.class : WHOLE}
          onChange={(key) => onChange(key === WHOLE ? { type: 'school', school: value.school } : { type: 'class', school: value.school, class: key })}
        />
      )}
    </div>
  )
}

export function About({ value, names, fault, onChange }: Props) {
  return (
    <div className="form diary-about">
      <SelectField name="about" label={t.field} choices={CHOICES} value={keyOf(value)} onChange={(key) => key !== keyOf(value) && onChange(begin(key))} />
      {value?.type === 'group' && <TextField name="about-group" label={t.groupName} hint={t.groupHint} required value={value.name} error={fault} onChange={(name) => onChange({ type: 'group', name })} />}
      {value && value.type !== 'group' && <SchoolFields value={value} names={names} fault={fault} onChange={onChange} />}
      {value && <Notice>{t.help}</Notice>}
    </div>
  )
}
