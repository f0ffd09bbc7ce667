// One move of a case: its day, what the state asks for, a word on it. Closing and reopening too.
import { casesClose, casesMove, casesReopen, type CasePage, type Coded, type Move, type Paper, type StateName } from '../../bindings'
import { DateField, TextField } from '../../components'
import { asks } from '../../messages/cases'
import { it } from '../../messages/it'
import { useDialogState, useSession } from '../../navigation'
import { CaseDialog } from '../CaseDialog'
import { CodeField, NO_PAPER, PaperFields, paperAnswers, useCodes } from '../fields'
import { OpenItems } from './OpenItems'

const t = it.cases

interface Written {
  on: string | null
  note: string
  reason: Coded | null
  situation: Coded | null
  paper: Paper
  words: string
  until: string | null
}

const said = (text: string) => (text.trim() === '' ? null : text.trim())
const given = (paper: Paper) => (paperAnswers(paper) ? paper : null)

const STEPS: Partial<Record<StateName, Move>> = {
  assegnato: { move: 'assign' }, in_valutazione: { move: 'assess' }, in_carico: { move: 'take_in_charge' }, progetto_attivo: { move: 'start_plan' }, in_monitoraggio: { move: 'monitor' },
}

function stepOf(page: CasePage, to: StateName, written: Written): Move | null {
  if (to === 'sospeso') return { move: 'suspend', until: written.until, reason: written.reason }
  if (to === 'trasferito') return { move: 'transfer', to: said(written.words), handover: given(written.paper) }
  if (to === 'non_accolto') return { move: 'decline', reason: written.reason, sent_to: said(written.words) }
  return page.episodes[0]?.state_name === 'sospeso' ? { move: 'resume' } : (STEPS[to] ?? null)
}

function Asked({ page, to, written, onChange }: { page: CasePage; to: StateName; written: Written; onChange: (written: Written) => void }) {
  const codes = useCodes(page.service)
  const set = (part: Partial<Written>) => onChange({ ...written, ...part })
  const reasons = { sospeso: codes?.suspension_reasons, non_accolto: codes?.decline_reasons, chiuso: codes?.closing_reasons }[to as 'sospeso' | 'non_accolto' | 'chiuso']
  return (
    <>
      {reasons && <CodeField name="reason" label={t.reason} required codes={reasons} value={written.reason} onChange={(reason) => set({ reason })} />}
      {to === 'chiuso' && <CodeField name="situation" label={t.situation} required codes={codes?.closing_situations ?? []} value={written.situation} onChange={(situation) => set({ situation })} />}
      {to === 'sospeso' && <DateField name="until" label={t.suspendUntil} narrow value={written.until} onChange={(until) => set({ until })} />}
      {to === 'trasferito' && <TextField name="destination" label={t.destination} required value={written.words} onChange={(words) => set({ words })} />}
      {to === 'non_accolto' && <TextField name="sent-to" label={t.sentTo} value={written.words} onChange={(words) => set({ words })} />}
      {(to === 'chiuso' || to === 'trasferito') && (
        <fieldset className="cases-paper">
          <legend>{to === 'chiuso' ? t.finalReport : t.handover}</legend>
          <PaperFields name="move-paper" value={written.paper} onChange={(paper) => set({ paper })} />
        </fieldset>
      )}
    </>
  )
}

export function MoveDialog({ page, to, title, onClose }: { page: CasePage; to: StateName; title: string; onClose: () => void }) {
  const { today } = useSession()
  const [written, setWritten] = useDialogState<Written>('move.written', { on: today, note: '', reason: null, situation: null, paper: NO_PAPER, words: '', until: null })
  const closing = to === 'chiuso'
  const { case: id } = page
  const run = async (): Promise<unknown> => {
    if (closing) {
      return casesClose({ case: id, on: written.on, reason: written.reason, situation: written.situation, final_report: given(written.paper), note: said(written.note) })
    }
    const step = stepOf(page, to, written)
    return step === null ? null : casesMove({ case: id, step, on: written.on, reason: said(written.note) })
  }
  return (
    <CaseDialog title={title} isOpen onClose={onClose} run={run} submit={title} danger={closing} input={() => written}>
      {closing && <p className="field-hint">{t.closeHelp}</p>}
      {closing && <OpenItems caseId={id} />}
      <DateField name="on" label={t.on} narrow max={today} value={written.on} onChange={(on) => setWritten({ ...written, on })} />
      <Asked page={page} to={to} written={written} onChange={setWritten} />
      <TextField name="note" label={t.note} hint={t.noteHint} value={written.note} onChange={(note) => setWritten({ ...written, note })} />
      {closing && missing(written).length > 0 && <p className="field-hint" role="status">{t.closeMissing(missing(written).join('; '))}</p>}
    </CaseDialog>
  )
}

/** What the closing still asks, as far as this form answers it. */
const missing = ({ reason, situation, paper }: Written) => [reason ? '' : asks['closing_reason'], situation ? '' : asks['closing_situation'], paperAnswers(paper) ? '' : asks['final_report']].filter(Boolean)

export function ReopenDialog({ page, onClose }: { page: CasePage; onClose: () => void }) {
  const { today } = useSession()
  const codes = useCodes(page.service)
  const [on, setOn] = useDialogState<string | null>('move.on', today)
  const [source, setSource] = useDialogState<Coded | null>('move.source', null)
  const [protocol, setProtocol] = useDialogState('move.protocol', '')
  const [note, setNote] = useDialogState('move.note', '')
  const number = (page.episodes[0]?.number ?? 1) + 1
  const input = () => ({ case: page.case, on, referral: { on, source, protocol: said(protocol), urgent: false }, reason: said(note) })
  return (
    <CaseDialog title={t.reopen} isOpen onClose={onClose} run={casesReopen} submit={t.reopen} input={input}>
      <p className="field-hint">{t.reopenHelp(number)}</p>
      <DateField name="on" label={t.referralOn} narrow max={today} value={on} onChange={setOn} />
      <div className="form-row">
        <CodeField name="reopen-source" label={t.referralSource} codes={codes?.referral_sources ?? []} value={source} onChange={setSource} />
        <TextField name="reopen-protocol" label={t.referralProtocol} narrow value={protocol} onChange={setProtocol} />
      </div>
      <TextField name="note" label={t.note} hint={t.noteHint} value={note} onChange={setNote} />
    </CaseDialog>
  )
}
