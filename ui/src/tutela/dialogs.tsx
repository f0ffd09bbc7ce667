// The small forms of an order: a mandate's state, its answers, an outcome, an end, something more under it.
import { diaryList, tutelaAddToOrder, tutelaAnswerMandate, tutelaEditMandate, tutelaEditPrescription, tutelaEndOrder, type Cessazione, type EsitoPrescrizione, type MandateView, type Mandato, type OrderView, type Prescrizione, type Shown, type StatoMandato } from '../bindings'
import { CaseDialog } from '../cases/CaseDialog'
import { Button, CheckboxField, CheckboxList, DateField, SelectField, TextField } from '../components'
import { showDate } from '../dates/civil'
import { it } from '../messages/it'
import { useAnswer, useDialogState, useSession } from '../navigation'
import { choices, MandateFields, NO_MANDATE, PrescriptionFields } from './fields'
import { said } from './words'

const t = it.tutela

export function EverywhereField({ files, value, onChange }: { files: number; value: boolean; onChange: (value: boolean) => void }) {
  return files > 1 ? <CheckboxField name="everywhere" label={t.everywhere(files)} isSelected={value} onChange={onChange} /> : null
}

export function MandateDialog({ view, files, onClose }: { view: MandateView; files: number; onClose: () => void }) {
  const { today } = useSession()
  const { id, seen, value } = view.mandate
  const [mandate, setMandate] = useDialogState<Mandato>('s.mandate', value)
  const [everywhere, setEverywhere] = useDialogState('s.everywhere', false)
  const { state } = mandate
  const on = state.is === 'aperto' ? null : state.on
  const note = state.is === 'aperto' ? null : state.note
  const setState = (is: StatoMandato['is']) => setMandate({ ...mandate, state: is === 'aperto' ? { is } : { is, on: on ?? today, note: note ?? null } })
  return (
    <CaseDialog title={t.updateTitle} isOpen onClose={onClose} run={tutelaEditMandate} submit={it.kit.save} size="large" input={() => ({ id, seen, everywhere, value: mandate })}>
      <SelectField name="mandate-state" label={t.state} choices={choices(t.states)} value={state.is} onChange={setState} />
      {state.is !== 'aperto' && (
        <div className="form-row">
          <DateField name="mandate-on" label={t.stateOn} narrow max={today} value={state.on} onChange={(day) => day && setMandate({ ...mandate, state: { ...state, on: day } })} />
          <TextField name="mandate-note" label={t.stateNote} value={state.note ?? ''} onChange={(text) => setMandate({ ...mandate, state: { ...state, note: said(text) } })} />
        </div>
      )}
      <MandateFields name="mandate" mandate={mandate} today={today} onChange={setMandate} />
      <EverywhereField files={files} value={everywhere} onChange={setEverywhere} />
    </CaseDialog>
  )
}

/** The signed entries of the case, the last first; those ticked answer the mandate. */
export function AnswersDialog({ view, caseId, onClose }: { view: MandateView; caseId: string; onClose: () => void }) {
  const ask = () => diaryList({ case: caseId, author: null, from: null, to: null, kinds: [], category: null, after: null })
  const { data } = useAnswer({ key: ['diary.list', caseId, 'answers'], ask, kinds: ['diary_entry'] })
  const before = view.answers.map((one) => one.entry)
  const [ticked, setTicked] = useDialogState<string[]>('s.ticked', before)
  const entries = (data?.entries ?? []).filter((entry) => entry.annulment === null)
  const list = entries.map((entry) => ({ key: entry.id, label: [showDate(entry.occurred_on), entry.header && it.diary.kinds[entry.header.kind], data?.names[entry.author]?.name].filter(Boolean).join(' · ') }))
  const input = () => ({ mandate: view.mandate.id, add: ticked.filter((one) => !before.includes(one)), remove: before.filter((one) => !ticked.includes(one)) })
  return (
    <CaseDialog title={t.linkTitle} isOpen onClose={onClose} run={tutelaAnswerMandate} submit={it.kit.save} input={input}>
      {data && list.length === 0 ? <p>{t.noEntries}</p> : <CheckboxList name="answers" label={t.answers} choices={list} value={ticked} onChange={setTicked} />}
    </CaseDialog>
  )
}

export function OutcomeDialog({ shown, files, onClose }: { shown: Shown<Prescrizione>; files: number; onClose: () => void }) {
  const { today } = useSession()
  const { outcome } = shown.value
  const [is, setIs] = useDialogState<EsitoPrescrizione | null>('s.is', outcome?.is ?? null)
  const [on, setOn] = useDialogState<string | null>('s.on', outcome?.on ?? today)
  const [note, setNote] = useDialogState('s.note', outcome?.note ?? '')
  const [everywhere, setEverywhere] = useDialogState('s.everywhere', false)
  const input = () => (is && on ? { id: shown.id, seen: shown.seen, everywhere, value: { ...shown.value, outcome: { is, on, note: said(note) } } } : null)
  return (
    <CaseDialog title={t.setOutcome} isOpen onClose={onClose} run={tutelaEditPrescription} submit={it.kit.save} input={input}>
      <SelectField name="outcome" label={t.outcome} required choices={choices(t.outcomes)} value={is} onChange={setIs} />
      <DateField name="outcome-on" label={t.outcomeOn} narrow max={today} value={on} onChange={setOn} />
      <TextField name="outcome-note" label={t.note} value={note} onChange={setNote} />
      <EverywhereField files={files} value={everywhere} onChange={setEverywhere} />
    </CaseDialog>
  )
}

export function EndDialog({ view, onClose }: { view: OrderView; onClose: () => void }) {
  const { today } = useSession()
  const [how, setHow] = useDialogState<Cessazione>('s.how', 'REVOCA')
  const [on, setOn] = useDialogState<string | null>('s.on', today)
  const [note, setNote] = useDialogState('s.note', '')
  const [everywhere, setEverywhere] = useDialogState('s.everywhere', false)
  return (
    <CaseDialog title={t.endTitle} isOpen onClose={onClose} run={tutelaEndOrder} submit={t.end} danger input={() => (on ? { order: view.order.id, on, how, note: said(note), everywhere } : null)}>
      <SelectField name="end-how" label={t.endHow} choices={choices(t.endings)} value={how} onChange={setHow} />
      <DateField name="end-on" label={t.endOn} narrow value={on} onChange={setOn} />
      <TextField name="end-note" label={t.note} value={note} onChange={setNote} />
      <EverywhereField files={view.cases.length} value={everywhere} onChange={setEverywhere} />
    </CaseDialog>
  )
}

export function AddDialog({ view, onClose }: { view: OrderView; onClose: () => void }) {
  const { today } = useSession()
  const [mandates, setMandates] = useDialogState<Mandato[]>('s.mandates', [NO_MANDATE])
  const [prescriptions, setPrescriptions] = useDialogState<Prescrizione[]>('s.prescriptions', [])
  const [everywhere, setEverywhere] = useDialogState('s.everywhere', view.cases.length > 1)
  return (
    <CaseDialog title={t.addTo} isOpen onClose={onClose} run={tutelaAddToOrder} submit={it.kit.save} size="large" input={() => ({ order: view.order.id, everywhere, mandates, prescriptions, affidamento: null })}>
      <MandatesAndPrescriptions today={today} mandates={mandates} onMandates={setMandates} prescriptions={prescriptions} onPrescriptions={setPrescriptions} />
      <EverywhereField files={view.cases.length} value={everywhere} onChange={setEverywhere} />
    </CaseDialog>
  )
}

interface ListProps {
  today: string
  mandates: readonly Mandato[]
  onMandates: (mandates: Mandato[]) => void
  prescriptions: readonly Prescrizione[]
  onPrescriptions: (prescriptions: Prescrizione[]) => void
}

const replaced = <T,>(list: readonly T[], at: number, one: T) => list.map((old, index) => (index === at ? one : old))
const without = <T,>(list: readonly T[], at: number) => list.filter((_, index) => index !== at)

/** Mandates and prescriptions, one by one. */
export function MandatesAndPrescriptions({ today, mandates, onMandates, prescriptions, onPrescriptions }: ListProps) {
  return (
    <>
      {mandates.map((mandate, index) => (
        <MandateFields key={index} name={`mandate-${index}`} mandate={mandate} today={today} onChange={(one) => onMandates(replaced(mandates, index, one))} onRemove={() => onMandates(without(mandates, index))} />
      ))}
      {prescriptions.map((prescription, index) => (
        <PrescriptionFields key={index} name={`prescription-${index}`} prescription={prescription} onChange={(one) => onPrescriptions(replaced(prescriptions, index, one))} onRemove={() => onPrescriptions(without(prescriptions, index))} />
      ))}
      <div className="line">
        <Button icon="plus" onPress={() => onMandates([...mandates, NO_MANDATE])}>{t.addMandate}</Button>
        <Button icon="plus" onPress={() => onPrescriptions([...prescriptions, {}])}>{t.addPrescription}</Button>
      </div>
    </>
  )
}
