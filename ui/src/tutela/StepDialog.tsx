// A step of art. 403 was made: when to the minute, by what means, to whom, under which protocol.
import { tutelaAddStep, type MeasureView, type Mezzo, type Passo } from '../bindings'
import { CaseDialog } from '../cases/CaseDialog'
import { DateField, SelectField, TextField } from '../components'
import { it } from '../messages/it'
import { useDialogState } from '../navigation'
import { EverywhereField } from './dialogs'
import { choices, MomentFields, momentIn, momentValue } from './fields'
import { momentNow, said } from './words'

const t = it.tutela

export function StepDialog({ view, step, onClose }: { view: MeasureView; step: Passo | null; onClose: () => void }) {
  const [which, setWhich] = useDialogState<Passo | null>('step.which', step)
  const [done, setDone] = useDialogState('step.done', momentValue(momentNow()))
  const [means, setMeans] = useDialogState<Mezzo | null>('step.means', step === '403_AVVISO' ? 'TELEFONO' : 'PEC')
  const [recipient, setRecipient] = useDialogState('step.recipient', '')
  const [protocol, setProtocol] = useDialogState('step.protocol', '')
  const [hearing, setHearing] = useDialogState<string | null>('step.hearing', null)
  const [note, setNote] = useDialogState('step.note', '')
  const [everywhere, setEverywhere] = useDialogState('step.everywhere', true)
  const input = () => ({
    measure: view.measure.id, everywhere, step: { answers: [], step: which, done: momentIn(done), means, recipient: said(recipient), protocol: said(protocol), note: said(note), hearing_on: which === '403_DECRETO' ? hearing : null },
  })
  return (
    <CaseDialog title={t.stepTitle} isOpen onClose={onClose} run={tutelaAddStep} submit={t.recordStep} input={input}>
      <SelectField name="step" label={t.step} required choices={choices(t.steps)} value={which} onChange={setWhich} />
      <MomentFields name="done" on={t.doneOn} at={t.doneAt} value={done} onChange={setDone} withNow />
      <div className="form-row">
        <SelectField name="means" label={t.meansField} narrow choices={choices(t.means)} value={means} onChange={setMeans} />
        <TextField name="recipient" label={t.recipient} value={recipient} onChange={setRecipient} />
        <TextField name="step-protocol" label={t.stepProtocol} narrow value={protocol} onChange={setProtocol} />
      </div>
      {which === '403_DECRETO' && <DateField name="hearing-on" label={t.hearingFixed} narrow value={hearing} onChange={setHearing} />}
      <TextField name="step-note" label={t.note} value={note} onChange={setNote} />
      <EverywhereField files={view.cases.length} value={everywhere} onChange={setEverywhere} />
    </CaseDialog>
  )
}
