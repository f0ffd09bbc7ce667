// One move of a case: its day, what the state asks for, a word on it. Closing and reopening too.
import { casesClose, casesMove, casesReopen, type CasePage, type Coded, type Move, type Paper, type ReportLine, type ReportsOfCase, type StateName } from '../../bindings'
import { DateField, RadioField, SelectField, TextField } from '../../components'
import { showDate } from '../../dates/civil'
import { asks } from '../../messages/cases'
import { it } from '../../messages/it'
import { useDialogState, useSession } from '../../navigation'
import { useReports, WriteFinal } from '../../tutela'
import { CaseDialog } from '../CaseDialog'
import { CodeField, NO_PAPER, PaperFields, paperAnswers, useCodes } from '../fields'
import { OpenItems } from './OpenItems'

const t = it.cases

/** Where the final report of a closing is: written here, on paper, nowhere. */
type Final = 'here' | 'paper' | 'none'

interface Written {
  on: string | null
  note: string
  reason: Coded | null
  situation: Coded | null
  paper: Paper
  final: Final | null
  report: string | null
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
      {to === 'chiuso' && <FinalReport page={page} written={written} set={set} />}
      {to === 'trasferito' && (
        <fieldset className="cases-paper">
          <legend>{t.handover}</legend>
          <PaperFields name="move-paper" value={written.paper} onChange={(paper) => set({ paper })} />
        </fieldset>
      )}
    </>
  )
}

/** Which way the closing answers: as she chose, else by what there is. */
const finalOf = (written: Written, reports: ReportsOfCase | undefined): Final => written.final ?? (reports?.reports.some((one) => one.answers) ? 'here' : reports?.asked === false ? 'none' : 'paper')
const signedOf = (reports: ReportsOfCase | undefined) => reports?.reports.filter((one) => one.answers) ?? []
const chosenOf = (written: Written, reports: ReportsOfCase | undefined) => signedOf(reports).find((one) => written.report === null || one.report === written.report) ?? null

/** The final report: the one that was written and signed here, a paper, or none where the office asks for none. */
function FinalReport({ page, written, set }: { page: CasePage; written: Written; set: (part: Partial<Written>) => void }) {
  const reports = useReports(page.case)
  const how = finalOf(written, reports)
  const signed = signedOf(reports)
  const ways: Final[] = reports?.asked === false ? ['here', 'paper', 'none'] : ['here', 'paper']
  const words = (one: ReportLine) => [one.kind && t.codeName(one.kind), one.signed_on && it.report.final.signedOn(showDate(one.signed_on))].filter(Boolean).join(', ')
  return (
    <fieldset className="cases-paper">
      <legend>{t.finalReport}</legend>
      <RadioField<Final> name="final-how" label={it.report.final.how} inline choices={ways.map((key) => ({ key, label: it.report.final.kinds[key] }))} value={how} onChange={(final) => set({ final })} />
      {how === 'here' && signed.length > 0 && (
        <SelectField name="final-report" label={it.report.final.which} choices={signed.map((one) => ({ key: one.report, label: words(one) }))} value={chosenOf(written, reports)?.report ?? null} onChange={(report) => set({ report })} />
      )}
      {how === 'here' && signed.length === 0 && <p className="field-hint">{it.report.final.noSigned}</p>}
      {how === 'here' && signed.length === 0 && reports?.begins && <div className="line"><WriteFinal caseId={page.case} reason={written.reason} situation={written.situation} /></div>}
      {how === 'paper' && <PaperFields name="move-paper" value={written.paper} onChange={(paper) => set({ paper })} />}
    </fieldset>
  )
}

export function MoveDialog({ page, to, title, onClose }: { page: CasePage; to: StateName; title: string; onClose: () => void }) {
  const { today } = useSession()
  const [written, setWritten] = useDialogState<Written>('move.written', { on: today, note: '', reason: null, situation: null, paper: NO_PAPER, final: null, report: null, words: '', until: null })
  const closing = to === 'chiuso'
  const { case: id } = page
  const reports = useReports(id, closing)
  const how = finalOf(written, reports)
  const chosen = closing && how === 'here' ? chosenOf(written, reports) : null
  // What the signed report says of the closing is proposed.
  const reason = written.reason ?? chosen?.reason ?? null
  const situation = written.situation ?? chosen?.situation ?? null
  const run = async (): Promise<unknown> => {
    if (closing) {
      return casesClose({ case: id, on: written.on, reason, situation, final_report: how === 'paper' ? given(written.paper) : null, report: chosen?.report ?? null, note: said(written.note) })
    }
    const step = stepOf(page, to, written)
    return step === null ? null : casesMove({ case: id, step, on: written.on, reason: said(written.note) })
  }
  // What the closing still asks, as far as this form answers it.
  const answered = how === 'none' || chosen !== null || (how === 'paper' && paperAnswers(written.paper))
  const lacks = closing ? [reason ? '' : asks['closing_reason'], situation ? '' : asks['closing_situation'], answered ? '' : asks['final_report']].filter(Boolean) : []
  return (
    <CaseDialog title={title} isOpen onClose={onClose} run={run} submit={title} danger={closing} input={() => written}>
      {closing && <p className="field-hint">{t.closeHelp}</p>}
      {closing && <OpenItems caseId={id} />}
      <DateField name="on" label={t.on} narrow max={today} value={written.on} onChange={(on) => setWritten({ ...written, on })} />
      <Asked page={page} to={to} written={closing ? { ...written, reason, situation } : written} onChange={setWritten} />
      <TextField name="note" label={t.note} hint={t.noteHint} value={written.note} onChange={(note) => setWritten({ ...written, note })} />
      {lacks.length > 0 && <p className="field-hint" role="status">{t.closeMissing(lacks.join('; '))}</p>}
    </CaseDialog>
  )
}


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
