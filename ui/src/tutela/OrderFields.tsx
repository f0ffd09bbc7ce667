// The order itself: what, by whom, its dates kept apart, from when to when it holds.
import type { Provvedimento } from '../bindings'
import { CodeField } from '../cases/fields'
import { CheckboxField, DateField, SelectField, TextArea, TextField } from '../components'
import { it } from '../messages/it'
import { useCourtCodes } from './asked'
import { AuthorityField, choices, MomentFields, momentIn, momentValue } from './fields'

const t = it.tutela
export type PecTyped = ReturnType<typeof momentValue>

export interface OrderForm {
  order: Provvedimento
  pec: PecTyped
}

export const formOf = (order: Provvedimento): OrderForm => ({ order, pec: momentValue(order.pec) })
export const orderOf = ({ order, pec }: OrderForm): Provvedimento => ({ ...order, pec: momentIn(pec) })

interface OrderFieldsProps {
  form: OrderForm
  onChange: (form: OrderForm) => void
  kindError?: string | null
}

function Dates({ form, onChange }: OrderFieldsProps) {
  const { order, pec } = form
  const set = (part: Partial<Provvedimento>) => onChange({ ...form, order: { ...order, ...part } })
  const protocol = order.protocol ?? {}
  return (
    <fieldset className="cases-paper">
      <legend>{t.dates}</legend>
      <div className="form-row">
        <DateField name="issued" label={t.issued} narrow value={order.issued_on ?? null} onChange={(issued_on) => set({ issued_on })} />
        <DateField name="arrived" label={t.arrived} narrow hint={t.arrivedHint} value={order.arrived_on ?? null} onChange={(arrived_on) => set({ arrived_on })} />
        <DateField name="notified" label={t.notified} narrow value={order.notified_on ?? null} onChange={(notified_on) => set({ notified_on })} />
      </div>
      <MomentFields name="pec" on={t.pecOn} at={t.pecAt} value={pec} onChange={(typed) => onChange({ ...form, pec: typed })} />
      <div className="form-row">
        <TextField name="protocol-number" label={t.protocolNumber} narrow value={protocol.number ?? ''} onChange={(number) => set({ protocol: { ...protocol, number } })} />
        <DateField name="protocol-on" label={t.protocolOn} narrow value={protocol.on ?? null} onChange={(on) => set({ protocol: { ...protocol, on } })} />
      </div>
      <div className="form-row">
        <DateField name="effective-from" label={t.effectiveFrom} narrow value={order.effective_from ?? null} onChange={(effective_from) => set({ effective_from })} />
        <DateField name="effective-until" label={t.effectiveUntil} narrow value={order.effective_until ?? null} onChange={(effective_until) => set({ effective_until })} />
      </div>
    </fieldset>
  )
}

export function OrderFields({ form, onChange, kindError }: OrderFieldsProps) {
  const codes = useCourtCodes()
  const { order } = form
  const set = (part: Partial<Provvedimento>) => onChange({ ...form, order: { ...order, ...part } })
  return (
    <>
      <CodeField name="order-kind" label={t.kind} required codes={codes?.orders ?? []} value={order.kind ?? null} onChange={(kind) => set({ kind })} error={kindError ?? null} />
      <AuthorityField name="authority" label={t.authority} value={order.autorita} onChange={(autorita) => set({ autorita })} />
      <div className="form-row">
        <SelectField name="natura" label={t.form} choices={choices(t.forms)} value={order.natura ?? null} onChange={(natura) => set({ natura })} />
        <TextField name="order-number" label={t.number} value={order.number ?? ''} onChange={(number) => set({ number })} />
      </div>
      <Dates form={form} onChange={onChange} />
      <TextArea name="summary" label={t.summary} rows={2} value={order.summary ?? ''} onChange={(summary) => set({ summary })} />
      <CheckboxField name="urgent" label={t.urgentField} isSelected={order.urgent ?? false} onChange={(urgent) => set({ urgent: urgent || null })} />
      <CheckboxField name="enforceable" label={t.enforceable} isSelected={order.enforceable ?? false} onChange={(enforceable) => set({ enforceable: enforceable || null })} />
    </>
  )
}
