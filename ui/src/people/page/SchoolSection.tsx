// Scuola: one row a school year.
import { peopleSaveEnrolment, type EnrolmentView, type PersonDetails, type SaveEnrolment } from '../../bindings'
import { Badge, Button, Section } from '../../components'
import { it } from '../../messages/it'
import { useSession } from '../../navigation'
import { schoolYearOf } from '../../schools'
import { periodText } from '../words'
import { useEditing } from './editing'
import { EnrolmentDialog, type EnrolmentForm } from './EnrolmentDialog'
import { ItemList, type Item } from './ItemList'
import { removeAction, RemoveDialog, useRemoving } from './removing'

const t = it.people

const hours = (minutes: number) => String(minutes / 60).replace('.', ',')

export function SchoolSection({ person, details }: { person: string; details: PersonDetails }) {
  const { today } = useSession()
  const removing = useRemoving(person, 'school')
  const enrolment = useEditing('enrolment', peopleSaveEnrolment, (form: EnrolmentForm): SaveEnrolment => ({
    id: form.id,
    seen: form.seen,
    enrolment: { ...form.enrolment, school: form.school?.key ?? null, class: form.schoolClass?.key ?? null },
  }))
  const formOf = (view: EnrolmentView): EnrolmentForm => ({
    id: view.record.id,
    seen: view.record.seen,
    enrolment: view.record.value,
    school: view.school ? { key: view.school[0], label: view.school[1] } : null,
    schoolClass: view.class ? { key: view.class[0], label: view.class[1] } : null,
  })
  const itemOf = (view: EnrolmentView): Item => {
    const { year, order, repeating, support_minutes, period, note } = view.record.value
    const name = t.yearText(year)
    const what = [view.school?.[1], view.class?.[1]].filter(Boolean).join(', ') || (order ? t.orders[order] : '')
    return {
      key: view.record.id, name, label: name, main: what, past: year < schoolYearOf(today), clashes: view.record.clashes,
      badges: repeating && <Badge>{t.repeating}</Badge>,
      note: [support_minutes ? t.supportText(hours(support_minutes)) : '', view.school && order ? t.orders[order] : '', periodText(period), note].filter(Boolean).join(' · '),
      onEdit: details.writable ? () => enrolment.open(formOf(view)) : undefined, actions: details.writable ? [removeAction(removing, view.record.id, name)] : [],
    }
  }
  const blank: EnrolmentForm = { id: null, seen: [], school: null, schoolClass: null, enrolment: { person, year: schoolYearOf(today), period: {} } }
  const add = details.writable && (
    <Button small icon="plus" onPress={() => enrolment.open(blank)}>
      {t.addEnrolment}
    </Button>
  )
  return (
    <Section title={t.school} actions={add}>
      <ItemList label={t.school} items={details.enrolments.map(itemOf)} empty={t.noSchool} />
      <EnrolmentDialog editing={enrolment} />
      <RemoveDialog removing={removing} />
    </Section>
  )
}
