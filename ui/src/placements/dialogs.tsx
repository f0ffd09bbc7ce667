// The small forms beside a placement: a request of availability, an absence, a rate, a bill.
import {
  placementsSaveAbsence, placementsSaveBill, placementsSaveRate, placementsSaveRequest, type AssenzaCom, type FatturaCom, type PlacementsPage, type PlacementView, type Retta, type RichiestaDisponibilita, type Shown, type StatoRichiesta,
} from '../bindings'
import { CaseDialog } from '../cases/CaseDialog'
import { CheckboxField, DateField, SelectField, TextArea, TextField } from '../components'
import { it } from '../messages/it'
import { choicesOf } from '../messages/terms'
import { useDialogState, useSession } from '../navigation'
import { EuroField, PercentField, ShareField } from './fields'
import { facilityChoices, said } from './words'

const t = it.placements

interface Props<T> {
  view: PlacementView
  shown: Shown<T> | null
  onClose: () => void
}

/** What every one of them sends. */
function inputOf<T>({ view, shown }: Props<T>, value: T) {
  return { id: shown?.id ?? null, placement: view.placement.id, value, seen: shown?.seen ?? [] }
}

function requestState(is: StatoRichiesta['is'], before: StatoRichiesta, today: string): StatoRichiesta {
  const on = before.is === 'inviata' ? today : before.on
  const reason = 'reason' in before ? (before.reason ?? null) : null
  if (is === 'inviata') return { is }
  return is === 'rifiutata' || is === 'rifiutata_struttura' ? { is, on, reason } : { is, on }
}

export function RequestDialog(props: Props<RichiestaDisponibilita> & { page: PlacementsPage }) {
  const { shown, page, onClose } = props
  const { today } = useSession()
  const [value, setValue] = useDialogState<RichiestaDisponibilita>('request.value', shown?.value ?? { sent_on: today, state: { is: 'inviata' } })
  const set = (part: Partial<RichiestaDisponibilita>) => setValue({ ...value, ...part })
  const { state } = value
  return (
    <CaseDialog title={t.request} isOpen onClose={onClose} run={placementsSaveRequest} submit={t.save} size="large" input={() => inputOf(props, value)}>
      <div className="form-row">
        <SelectField name="request-facility" label={t.facility} required choices={facilityChoices(page, value.struttura, today)} value={value.struttura ?? null} onChange={(struttura) => set({ struttura })} />
        <DateField name="request-sent" label={t.requestSent} narrow max={today} value={value.sent_on ?? null} onChange={(sent_on) => set({ sent_on })} />
      </div>
      <div className="form-row">
        <SelectField name="request-state" label={t.requestState} choices={choicesOf(t.requestStates)} value={state.is} onChange={(is) => set({ state: requestState(is, state, today) })} />
        {state.is !== 'inviata' && <DateField name="request-on" label={t.answeredOn} narrow max={today} value={state.on} onChange={(on) => on && set({ state: { ...state, on } })} />}
      </div>
      {(state.is === 'rifiutata' || state.is === 'rifiutata_struttura') && <TextField name="request-reason" label={t.reason} value={state.reason ?? ''} onChange={(reason) => set({ state: { ...state, reason: said(reason) } })} />}
      <div className="form-row">
        <EuroField name="request-estimate" label={t.estimate} value={value.estimate} onChange={(estimate) => set({ estimate })} />
        <DateField name="request-free" label={t.freeFrom} narrow value={value.free_from ?? null} onChange={(free_from) => set({ free_from })} />
      </div>
      <TextArea name="request-note" label={t.note} rows={2} value={value.note ?? ''} onChange={(note) => set({ note: said(note) })} />
    </CaseDialog>
  )
}

export function AbsenceDialog(props: Props<AssenzaCom>) {
  const { shown, onClose } = props
  const { today } = useSession()
  const [value, setValue] = useDialogState<AssenzaCom>('absence.value', shown?.value ?? { from: today, until: null, reason: 'RIENTRO_FAMIGLIA', reduced: true })
  const set = (part: Partial<AssenzaCom>) => setValue({ ...value, ...part })
  return (
    <CaseDialog title={t.absence} isOpen onClose={onClose} run={placementsSaveAbsence} submit={t.save} input={() => inputOf(props, value)}>
      <div className="form-row">
        <DateField name="absence-from" label={t.absenceFrom} narrow required value={value.from ?? null} onChange={(from) => set({ from })} />
        <DateField name="absence-until" label={t.absenceUntil} narrow value={value.until ?? null} onChange={(until) => set({ until })} />
        <SelectField name="absence-reason" label={t.reason} choices={choicesOf(t.absenceReasons)} value={value.reason ?? null} onChange={(reason) => set({ reason })} />
      </div>
      <CheckboxField name="absence-reduced" label={t.absenceReduced} isSelected={value.reduced === true} onChange={(reduced) => set({ reduced })} />
      <TextArea name="absence-note" label={t.note} rows={2} value={value.note ?? ''} onChange={(note) => set({ note: said(note) })} />
    </CaseDialog>
  )
}

export function RateDialog(props: Props<Retta>) {
  const { view, shown, onClose } = props
  const { today } = useSession()
  const latest = view.money?.rates[0]?.value
  const first = enteredDay(view) ?? today
  const [value, setValue] = useDialogState<Retta>('rate.value', shown?.value ?? { period: { from: latest ? today : first }, iva: latest?.iva ?? null, health: latest?.health ?? { is: 'nessuna' }, parents: latest?.parents ?? { is: 'nessuna' } })
  const set = (part: Partial<Retta>) => setValue({ ...value, ...part })
  const period = (part: { from?: string | null; until?: string | null }) => {
    const next = { from: value.period.from ?? null, until: value.period.until ?? null, ...part }
    set({ period: { ...(next.from ? { from: next.from } : {}), ...(next.until ? { until: next.until } : {}) } })
  }
  return (
    <CaseDialog title={t.rate} isOpen onClose={onClose} run={placementsSaveRate} submit={t.save} size="large" input={() => inputOf(props, value)}>
      <p className="field-hint">{t.ratesHelp}</p>
      <div className="form-row">
        <DateField name="rate-from" label={t.rateFrom} narrow required value={value.period.from ?? null} onChange={(from) => period({ from })} />
        <DateField name="rate-until" label={t.rateUntil} narrow hint={t.rateUntilHint} value={value.period.until ?? null} onChange={(until) => period({ until })} />
      </div>
      <div className="form-row">
        <EuroField name="rate-daily" label={t.daily} required value={value.daily} onChange={(daily) => set({ daily })} />
        <PercentField name="rate-iva" label={t.iva} value={value.iva} onChange={(iva) => set({ iva })} />
        <EuroField name="rate-reduced" label={t.reducedDaily} hint={t.reducedHint} value={value.reduced} onChange={(reduced) => set({ reduced })} />
      </div>
      <ShareField name="rate-health" label={t.health} value={value.health} onChange={(health) => set({ health })} />
      <ShareField name="rate-parents" label={t.parents} hint={t.parentsHint} value={value.parents} onChange={(parents) => set({ parents })} />
      <TextField name="rate-note" label={t.note} value={value.note ?? ''} onChange={(note) => set({ note: said(note) })} />
    </CaseDialog>
  )
}

const enteredDay = ({ placement: { value } }: PlacementView) => (value.state.is === 'inserito' ? value.state.on : (value.expected_on ?? null))

export function BillDialog(props: Props<FatturaCom>) {
  const { view, shown, onClose } = props
  const { today } = useSession()
  const next = view.money?.next_bill
  const [value, setValue] = useDialogState<FatturaCom>('bill.value', shown?.value ?? { from: next?.from ?? null, until: next?.until ?? null, on: today })
  const set = (part: Partial<FatturaCom>) => setValue({ ...value, ...part })
  const days = (typed: string) => set({ days: /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : null })
  return (
    <CaseDialog title={t.bill} isOpen onClose={onClose} run={placementsSaveBill} submit={t.save} size="large" input={() => inputOf(props, value)}>
      <div className="form-row">
        <DateField name="bill-from" label={t.billFrom} narrow required value={value.from ?? null} onChange={(from) => set({ from })} />
        <DateField name="bill-until" label={t.billUntil} narrow required value={value.until ?? null} onChange={(until) => set({ until })} />
        <DateField name="bill-on" label={t.billOn} narrow max={today} value={value.on ?? null} onChange={(on) => set({ on })} />
      </div>
      <div className="form-row">
        <TextField name="bill-number" label={t.billNumber} narrow value={value.number ?? ''} onChange={(number) => set({ number: said(number) })} />
        <TextField name="bill-days" label={t.billDays} narrow inputMode="numeric" value={value.days === null || value.days === undefined ? '' : String(value.days)} onChange={days} />
        <EuroField name="bill-amount" label={t.billAmount} value={value.amount} onChange={(amount) => set({ amount })} />
      </div>
      <TextField name="bill-note" label={t.note} value={value.note ?? ''} onChange={(note) => set({ note: said(note) })} />
    </CaseDialog>
  )
}
