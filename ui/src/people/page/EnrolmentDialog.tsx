// A school year: plesso and class from the office's register, which grows from here.
import { schoolsSaveClass, schoolsSaveSchool, type SchoolEnrolment } from '../../bindings'
import { CheckboxField, ComboBox, SelectField, TextField, type ComboItem } from '../../components'
import { it } from '../../messages/it'
import { useCommand, useSession } from '../../navigation'
import { classesOf, findSchools, gradeAndSection, yearChoices } from '../../schools'
import { OpenSelect } from '../fields'
import { choicesOf, textOrNull } from '../words'
import type { Editing } from './editing'
import { FormDialog } from './FormDialog'

const t = it.people

export interface EnrolmentForm {
  id: string | null
  seen: string[]
  enrolment: SchoolEnrolment
  school: ComboItem | null
  schoolClass: ComboItem | null
}

/** A school or class that is not there yet is added with what was typed. */
function useAdding(value: EnrolmentForm | null, change: (part: Partial<EnrolmentForm>) => void) {
  const school = useCommand(schoolsSaveSchool)
  const schoolClass = useCommand(schoolsSaveClass)
  return {
    school: (name: string) => school.mutate({ id: null, school: { name }, seen: [] }, { onSuccess: ({ id }) => change({ school: { key: id, label: name }, schoolClass: null }) }),
    schoolClass: (typed: string) => {
      if (!value?.school) return
      const parts = gradeAndSection(typed)
      const label = `${parts.grade ?? ''}${parts.section ?? ''}`
      schoolClass.mutate(
        { id: null, class: { school: value.school.key, year: value.enrolment.year, ...parts }, seen: [] },
        { onSuccess: ({ id }) => change({ schoolClass: { key: id, label } }) },
      )
    },
    error: school.error ?? schoolClass.error,
  }
}

export function EnrolmentDialog({ editing }: { editing: Editing<EnrolmentForm> }) {
  const { today } = useSession()
  const { value, change, close, save, isPending, error } = editing
  const add = useAdding(value, change)
  const set = (part: Partial<SchoolEnrolment>) => value && change({ enrolment: { ...value.enrolment, ...part } })
  const school = value?.school
  return (
    <FormDialog title={t.enrolment} isOpen={value !== null} onClose={close} onSave={save} isPending={isPending} error={error ?? add.error}>
      {value && (
        <>
          <SelectField name="year" label={t.year} narrow choices={yearChoices(today)} value={String(value.enrolment.year)} onChange={(year) => set({ year: Number(year) })} />
          <ComboBox
            name="school" label={t.plesso} hint={t.plessoHint} autoFocus value={value.school} load={findSchools} minLength={1} onFreeText={add.school}
            onChange={(chosen) => change({ school: chosen, schoolClass: null })} footer={<span className="item-note">{t.newPlesso}</span>}
          />
          {school && (
            <ComboBox
              key={school.key} name="class" label={t.schoolClass} hint={t.classHint} optional value={value.schoolClass} minLength={1} onFreeText={add.schoolClass}
              load={async (typed) => (await classesOf(school.key, value.enrolment.year)).filter(({ label }) => label.toLowerCase().startsWith(typed.toLowerCase().replace(/\s/g, '')))}
              onChange={(schoolClass) => change({ schoolClass })}
            />
          )}
          <OpenSelect name="order" label={t.schoolOrder} choices={choicesOf(t.orders)} value={value.enrolment.order} onChange={(order) => set({ order })} />
          <div className="form-row">
            <TextField
              name="support" label={t.support} narrow inputMode="decimal" value={value.enrolment.support_minutes ? String(value.enrolment.support_minutes / 60).replace('.', ',') : ''}
              onChange={(hours) => set({ support_minutes: Math.round(Number.parseFloat(hours.replace(',', '.')) * 60) || null })}
            />
            <CheckboxField name="repeating" label={t.repeating} isSelected={value.enrolment.repeating === true} onChange={(repeating) => set({ repeating: repeating ? true : null })} />
          </div>
          <TextField name="enrolment-note" label={t.note} optional value={value.enrolment.note ?? ''} onChange={(note) => set({ note: textOrNull(note) })} />
        </>
      )}
    </FormDialog>
  )
}
