// Who decides for the minor changes by the order; what held before stays as history.
import { tutelaChangeResponsibility, type CasePage, type OrderView, type ResponsibilityKind } from '../bindings'
import { CaseDialog } from '../cases/CaseDialog'
import { DateField, SelectField, TextArea } from '../components'
import { it } from '../messages/it'
import { useDialogState, useSession } from '../navigation'
import { PersonPicker, type PersonItem } from '../people/PersonPicker'
import { choices } from './fields'
import { said } from './words'

const t = it.tutela

export function ResponsibilityDialog({ view, page, onClose }: { view: OrderView; page: CasePage; onClose: () => void }) {
  const { today } = useSession()
  const order = view.order.value
  const [adult, setAdult] = useDialogState<PersonItem | null>('responsibility.adult', null)
  const [kind, setKind] = useDialogState<ResponsibilityKind | null>('responsibility.kind', null)
  const [from, setFrom] = useDialogState<string | null>('responsibility.from', order.effective_from ?? order.issued_on ?? today)
  const [limits, setLimits] = useDialogState('responsibility.limits', '')
  const input = () => (adult && kind && from ? { order: view.order.id, adult: adult.key, kind, from, limits: said(limits) } : null)
  return (
    <CaseDialog title={t.changeResponsibility} isOpen onClose={onClose} run={tutelaChangeResponsibility} submit={it.kit.save} input={input}>
      <PersonPicker name="adult" label={t.adult} required value={adult} onChange={setAdult} except={[page.person.id]} />
      <SelectField name="responsibility" label={t.becomes} required choices={choices(it.people.responsibilityKinds)} value={kind} onChange={setKind} />
      <DateField name="responsibility-from" label={t.since} narrow required value={from} onChange={setFrom} />
      <TextArea name="limits" label={t.limits} rows={2} value={limits} onChange={setLimits} />
    </CaseDialog>
  )
}
