// An order is corrected, in this file or in those of all its minors.
import { tutelaEditOrder, type OrderView } from '../bindings'
import { CaseDialog } from '../cases/CaseDialog'
import { it } from '../messages/it'
import { useDialogState } from '../navigation'
import { EverywhereField } from './dialogs'
import { formOf, OrderFields, orderOf } from './OrderFields'

export function EditOrderDialog({ view, onClose }: { view: OrderView; onClose: () => void }) {
  const { id, seen, value } = view.order
  const [form, setForm] = useDialogState('editorder.form', formOf(value))
  const [everywhere, setEverywhere] = useDialogState('editorder.everywhere', view.cases.length > 1)
  return (
    <CaseDialog title={it.tutela.edit} isOpen onClose={onClose} run={tutelaEditOrder} submit={it.kit.save} size="large" input={() => ({ id, seen, everywhere, value: orderOf(form) })}>
      <OrderFields form={form} onChange={setForm} />
      <EverywhereField files={view.cases.length} value={everywhere} onChange={setEverywhere} />
    </CaseDialog>
  )
}
