// The forms of a path: its card, the assignment, a step, a meeting, the end.
import {
  spazioNeutroAssignPath, spazioNeutroClose, spazioNeutroSaveMeeting, spazioNeutroSavePath, spazioNeutroTakeStep, type Coded, type EsitoSn, type FaseSn, type IncontroSn, type MeetingView, type PercorsoSn, type SnPage, type SnPathView,
} from '../bindings'
import { CodeField, OperatorField } from '../cases'
import { CaseDialog } from '../cases/CaseDialog'
import { CheckboxField, CheckboxList, DateField, SelectField, TextArea, TextField, TimeField } from '../components'
import { showDate } from '../dates/civil'
import { it } from '../messages/it'
import { choicesOf } from '../messages/terms'
import { useDialogState, useSession } from '../navigation'
import { useSnCodes } from './asked'

const t = it.spazioNeutro
const NONE = ''
const said = (text: string) => (text.trim() === '' ? null : text)

const orderLabel = ({ kind, number, issued_on }: SnPage['orders'][number]) => [kind && it.cases.codeName(kind), number, showDate(issued_on)].filter(Boolean).join(' · ')

export function PathDialog({ page, view, onClose }: { page: SnPage; view: SnPathView | null; onClose: () => void }) {
  const { today } = useSession()
  const codes = useSnCodes()
  const [value, setValue] = useDialogState<PercorsoSn>('sn.path', view?.path.value ?? { requested_on: today, priority: 'ORDINARIA', reports: [] })
  const set = (part: Partial<PercorsoSn>) => setValue({ ...value, ...part })
  const orders = [{ key: NONE, label: t.noOrder }, ...page.orders.map((order) => ({ key: order.id, label: orderLabel(order) }))]
  const input = () => ({ id: view?.path.id ?? null, case: page.case, path: value, seen: view?.path.seen ?? [] })
  return (
    <CaseDialog title={view ? t.edit : t.add} isOpen onClose={onClose} run={spazioNeutroSavePath} submit={t.save} size="large" input={input}>
      <div className="form-row">
        <DateField name="requested" label={t.requestedOn} narrow required hint={t.requestedHint} max={today} value={value.requested_on ?? null} onChange={(requested_on) => set({ requested_on })} />
        <SelectField name="priority" label={t.priority} narrow choices={choicesOf(t.priorities)} value={value.priority ?? 'ORDINARIA'} onChange={(priority) => set({ priority })} />
        <TextField name="sent-by" label={t.sentBy} value={value.sent_by ?? ''} onChange={(sent_by) => set({ sent_by: said(sent_by) })} />
      </div>
      <div className="form-row">
        <SelectField name="order" label={t.order} choices={orders} value={value.provvedimento ?? NONE} onChange={(key) => set({ provvedimento: key === NONE ? null : key })} />
        {!value.provvedimento && <TextField name="ordered-by" label={t.orderedBy} required hint={t.orderedHint} value={value.ordered_by ?? ''} onChange={(ordered_by) => set({ ordered_by: said(ordered_by) })} />}
      </div>
      <div className="form-row">
        <TextField name="visitors" label={t.visitors} value={value.visitors ?? ''} onChange={(visitors) => set({ visitors: said(visitors) })} />
        <TextField name="companions" label={t.companions} value={value.companions ?? ''} onChange={(companions) => set({ companions: said(companions) })} />
      </div>
      <div className="form-row">
        <CodeField name="mode" label={t.mode} codes={codes?.modes ?? []} value={value.mode ?? null} onChange={(mode) => set({ mode })} />
        <TextField name="frequency" label={t.frequency} value={value.frequency ?? ''} onChange={(frequency) => set({ frequency: said(frequency) })} />
        <TextField name="venue" label={t.venue} value={value.venue ?? ''} onChange={(venue) => set({ venue: said(venue) })} />
      </div>
      <CheckboxField name="complex" label={t.complex} isSelected={value.complex === true} onChange={(complex) => set({ complex })} />
      <TextArea name="note" label={t.note} rows={3} value={value.note ?? ''} onChange={(note) => set({ note: said(note) })} />
    </CaseDialog>
  )
}

function OperatorsFields({ value, onChange }: { value: readonly string[]; onChange: (operators: string[]) => void }) {
  const at = (index: number) => (operator: string | null) => {
    const both = [value[0] ?? null, value[1] ?? null]
    both[index] = operator
    onChange(both.filter((one): one is string => one !== null))
  }
  return (
    <div className="form-row">
      <OperatorField name="operator-1" label={t.operator(1)} nobody={t.nobody} value={value[0] ?? null} onChange={at(0)} />
      <OperatorField name="operator-2" label={t.operator(2)} nobody={t.nobody} value={value[1] ?? null} onChange={at(1)} />
    </div>
  )
}

export function AssignDialog({ view, onClose }: { view: SnPathView; onClose: () => void }) {
  const { today, operator } = useSession()
  const { assigned } = view.path.value
  const [on, setOn] = useDialogState<string | null>('sn.on', assigned?.on ?? today)
  const [operators, setOperators] = useDialogState<string[]>('sn.operators', assigned?.operators ?? [operator])
  return (
    <CaseDialog title={t.assignTitle} isOpen onClose={onClose} run={spazioNeutroAssignPath} submit={t.assign} input={() => (on ? { id: view.path.id, on, operators } : null)}>
      <p className="field-hint">{t.assignHint}</p>
      <DateField name="on" label={t.on} narrow required max={today} value={on} onChange={setOn} />
      <OperatorsFields value={operators} onChange={setOperators} />
    </CaseDialog>
  )
}

export function StepDialog({ view, fase, onClose }: { view: SnPathView; fase: FaseSn; onClose: () => void }) {
  const { today } = useSession()
  const [on, setOn] = useDialogState<string | null>('sn.on', today)
  const [note, setNote] = useDialogState('sn.note', '')
  return (
    <CaseDialog title={t.phases[fase]} isOpen onClose={onClose} run={spazioNeutroTakeStep} submit={t.record} input={() => (on ? { path: view.path.id, fase, on, note: said(note) } : null)}>
      <DateField name="on" label={t.on} narrow required max={today} value={on} onChange={setOn} />
      <TextArea name="note" label={t.stepNote} rows={2} value={note} onChange={setNote} />
    </CaseDialog>
  )
}

export function CloseDialog({ view, onClose }: { view: SnPathView; onClose: () => void }) {
  const { today } = useSession()
  const codes = useSnCodes()
  const [on, setOn] = useDialogState<string | null>('sn.on', today)
  const [reason, setReason] = useDialogState<Coded | null>('sn.reason', null)
  const [note, setNote] = useDialogState('sn.note', '')
  return (
    <CaseDialog title={t.close} isOpen onClose={onClose} run={spazioNeutroClose} submit={t.close} danger input={() => (on ? { id: view.path.id, end: { on, reason, note: said(note) } } : null)}>
      <DateField name="on" label={t.on} narrow required max={today} value={on} onChange={setOn} />
      <CodeField name="reason" label={t.endReason} required codes={codes?.endings ?? []} value={reason} onChange={setReason} />
      <TextArea name="note" label={t.endNote} rows={3} value={note} onChange={setNote} />
    </CaseDialog>
  )
}

const PLANNED = 'PLANNED'
const OUTCOMES = [{ key: PLANNED as EsitoSn | typeof PLANNED, label: t.planned }, ...choicesOf(t.outcomes)]

export function MeetingDialog({ page, view, shown, onClose }: { page: SnPage; view: SnPathView; shown: MeetingView | null; onClose: () => void }) {
  const { today } = useSession()
  const codes = useSnCodes()
  const [value, setValue] = useDialogState<IncontroSn>('sn.meeting', shown?.meeting.value ?? { ...view.proposed, slot: { on: today, starts: null, ends: null } })
  // Brothers and sisters are offered unticked; who had it with her stays.
  const [paths, setPaths] = useDialogState<string[]>('sn.with', shown?.with.map((one) => one.path) ?? [])
  const siblings = page.siblings.map((one) => ({ key: one.path, label: page.names[one.case]?.name ?? '' }))
  const set = (part: Partial<IncontroSn>) => setValue({ ...value, ...part })
  const slot = value.slot ?? null
  const when = (part: Partial<NonNullable<IncontroSn['slot']>>) => set({ slot: { on: today, starts: null, ends: null, ...slot, ...part } })
  const minutes = (typed: string) => set({ delay: /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : null })
  const input = () => ({ id: shown?.meeting.id ?? null, path: view.path.id, meeting: value, with: paths.filter((path) => siblings.some(({ key }) => key === path)), seen: shown?.meeting.seen ?? [] })
  return (
    <CaseDialog title={t.meeting} isOpen onClose={onClose} run={spazioNeutroSaveMeeting} submit={t.save} size="large" input={input}>
      <div className="form-row">
        <DateField name="meeting-on" label={t.day} narrow required value={slot?.on ?? null} onChange={(on) => (on ? when({ on }) : set({ slot: null }))} />
        <TimeField name="meeting-starts" label={t.starts} narrow value={slot?.starts ?? null} onChange={(starts) => when({ starts })} />
        <TimeField name="meeting-ends" label={t.ends} narrow value={slot?.ends ?? null} onChange={(ends) => when({ ends })} />
        <TextField name="meeting-venue" label={t.venue} value={value.venue ?? ''} onChange={(venue) => set({ venue: said(venue) })} />
      </div>
      {siblings.length > 0 && <CheckboxList name="meeting-with" label={t.together} hint={t.togetherHint} inline choices={siblings} value={paths} onChange={setPaths} />}
      <OperatorsFields value={value.operators} onChange={(operators) => set({ operators })} />
      <div className="form-row">
        <TextField name="meeting-visitor" label={t.visitors} value={value.visitor ?? ''} onChange={(visitor) => set({ visitor: said(visitor) })} />
        <TextField name="meeting-companion" label={t.companions} value={value.companion ?? ''} onChange={(companion) => set({ companion: said(companion) })} />
        <CodeField name="meeting-mode" label={t.mode} codes={codes?.modes ?? []} value={value.mode ?? null} onChange={(mode) => set({ mode })} />
      </div>
      <div className="form-row">
        <SelectField name="meeting-outcome" label={t.outcome} choices={OUTCOMES} value={value.outcome ?? PLANNED} onChange={(outcome) => set({ outcome: outcome === PLANNED ? null : outcome })} />
        <TextField name="meeting-delay" label={t.delay} narrow inputMode="numeric" value={value.delay === null || value.delay === undefined ? '' : String(value.delay)} onChange={minutes} />
      </div>
      <CheckboxField name="meeting-critical" label={t.criticalField} hint={t.criticalHint} isSelected={value.critical === true} onChange={(critical) => set({ critical })} />
      <TextArea name="meeting-note" label={t.meetingNote} rows={2} value={value.note ?? ''} onChange={(note) => set({ note: said(note) })} />
    </CaseDialog>
  )
}
