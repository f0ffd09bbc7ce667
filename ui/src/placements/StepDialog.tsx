// One step of a placement: the papers to the comune, the entry, the discharge with its exact day, the end of the bills.
import { placementsStep, type Coded, type PlacementStep, type PlacementView } from '../bindings'
import { CodeField } from '../cases'
import { CaseDialog } from '../cases/CaseDialog'
import { DateField, TextArea, TextField } from '../components'
import { it } from '../messages/it'
import { useDialogState, useSession } from '../navigation'
import { usePlacementCodes } from './asked'
import { enteredOn, leftOn, said } from './words'

const t = it.placements

export type Step = Exclude<PlacementStep['step'], 'undo'>

interface Typed {
  on: string | null
  to: string
  protocol: string
  outcome: Coded | null
  note: string
}

function stepOf(step: Step, { on, to, protocol, outcome, note }: Typed): PlacementStep | null {
  if (on === null) return null
  if (step === 'transmit') return { step, on, to: said(to), protocol: said(protocol) }
  if (step === 'discharge') return { step, on, outcome, note: said(note) }
  return step === 'give_up' ? { step, on, reason: said(note) } : { step, on }
}

/** What the form begins with: what was said before, where a step is corrected. */
function begun(step: Step, { placement: { value } }: PlacementView, today: string): Typed {
  const { state } = value
  const before = step === 'enter' ? enteredOn(value) : step === 'discharge' ? leftOn(value) : null
  return {
    on: before ?? (step === 'enter' ? (value.expected_on ?? today) : today),
    to: state.is === 'trasmissione' ? (state.to ?? '') : '',
    protocol: state.is === 'trasmissione' ? (state.protocol ?? '') : '',
    outcome: state.is === 'dimesso' ? state.outcome : null,
    note: state.is === 'dimesso' ? (state.note ?? '') : '',
  }
}

export function StepDialog({ view, step, title, onClose }: { view: PlacementView; step: Step; title: string; onClose: () => void }) {
  const { today } = useSession()
  const codes = usePlacementCodes()
  const [typed, setTyped] = useDialogState<Typed>('step.typed', begun(step, view, today))
  const set = (part: Partial<Typed>) => setTyped({ ...typed, ...part })
  const input = () => {
    const said = stepOf(step, typed)
    return said && { id: view.placement.id, step: said, seen: view.placement.seen }
  }
  return (
    <CaseDialog title={title} isOpen onClose={onClose} run={placementsStep} submit={t.save} danger={step === 'give_up'} input={input}>
      <DateField name="on" label={step === 'transmit' ? t.sentOn : step === 'enter' ? t.entered : step === 'discharge' ? t.left : t.on} narrow required max={today} {...(step === 'discharge' ? { hint: t.dischargeHint } : {})} value={typed.on} onChange={(on) => set({ on })} />
      {step === 'transmit' && (
        <div className="form-row">
          <TextField name="to" label={t.sentTo} value={typed.to} onChange={(to) => set({ to })} />
          <TextField name="protocol" label={t.protocol} narrow value={typed.protocol} onChange={(protocol) => set({ protocol })} />
        </div>
      )}
      {step === 'discharge' && <CodeField name="outcome" label={t.outcome} required codes={codes?.outcomes ?? []} value={typed.outcome} onChange={(outcome) => set({ outcome })} />}
      {(step === 'discharge' || step === 'give_up') && <TextArea name="note" label={step === 'give_up' ? t.reason : t.note} required={step === 'give_up'} rows={2} value={typed.note} onChange={(note) => set({ note })} />}
    </CaseDialog>
  )
}
