// How a request ended, with what its checks speak for; or that it did not after all.
import { accessoAttiAnswer, type EsitoAccesso, type RichiestaView, type Risposta } from '../bindings'
import { CaseDialog } from '../cases'
import { DateField, Notice, SelectField, TextArea, TextField } from '../components'
import { it } from '../messages/it'
import { choicesOf } from '../messages/terms'
import { useDialogState, useSession } from '../navigation'
import { applicantOf } from './words'

const t = it.accessoAtti

const reasonOf = (is: EsitoAccesso | null) => (is === 'TRASMESSA_AG' ? t.reasonAg : '')

export function AnswerDialog({ view, onClose }: { view: RichiestaView; onClose: () => void }) {
  const { today } = useSession()
  const { proposed } = view
  const [is, setIs] = useDialogState<EsitoAccesso | null>('answer.is', proposed)
  const [on, setOn] = useDialogState<string | null>('answer.on', today)
  const [reason, setReason] = useDialogState('answer.reason', reasonOf(proposed))
  const [until, setUntil] = useDialogState<string | null>('answer.until', null)
  const [protocol, setProtocol] = useDialogState('answer.protocol', '')
  const { id, seen } = view.request
  const input = () => {
    if (is === null || on === null) return null
    const answer: Risposta = { is, on, reason: reason.trim() === '' ? null : reason, deferred_until: is === 'DIFFERITA' ? until : null, protocol: protocol.trim() === '' ? null : protocol, by: null }
    return { id, seen, answer }
  }
  const choose = (chosen: EsitoAccesso) => {
    setIs(chosen)
    if (reason === '' || reason === reasonOf(is)) setReason(reasonOf(chosen))
  }
  return (
    <CaseDialog title={t.answerTo(applicantOf(view))} isOpen onClose={onClose} run={accessoAttiAnswer} input={input} submit={t.answer} done={t.answered}>
      {proposed && <Notice>{[t.proposed(t.outcomes[proposed]), t.proposedWhy[proposed]].filter(Boolean).join('. ')}</Notice>}
      <SelectField<EsitoAccesso> name="outcome" label={t.outcome} required choices={choicesOf(t.outcomes)} value={is} onChange={choose} />
      <div className="form-row">
        <DateField name="outcome-on" label={t.outcomeOn} narrow required max={today} value={on} onChange={setOn} />
        <TextField name="outcome-protocol" label={t.outcomeProtocol} narrow value={protocol} onChange={setProtocol} />
        {is === 'DIFFERITA' && <DateField name="until" label={t.deferredUntil} narrow required value={until} onChange={setUntil} />}
      </div>
      <TextArea name="outcome-reason" label={t.outcomeReason} rows={3} required={is !== null && is !== 'ACCOLTA'} value={reason} onChange={setReason} />
    </CaseDialog>
  )
}

export function TakeBackDialog({ view, onClose }: { view: RichiestaView; onClose: () => void }) {
  const { id, seen } = view.request
  return (
    <CaseDialog title={t.takeBackOf(applicantOf(view))} isOpen onClose={onClose} run={accessoAttiAnswer} input={() => ({ id, seen, answer: null })} submit={t.takeBack} danger size="small">
      <p>{t.takeBackText}</p>
    </CaseDialog>
  )
}
