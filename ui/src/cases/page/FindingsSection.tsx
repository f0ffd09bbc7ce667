// Da completare: what the case lacks, and the papers that are there; each recorded by date and protocol.
import { useState } from 'react'
import { casesComplete, type Ask, type CasePage, type CaseFinding, type EpisodeView, type Paper, type PaperKind } from '../../bindings'
import { Button, Facts, PartialDateField, Section, SelectField } from '../../components'
import { asks } from '../../messages/cases'
import { it } from '../../messages/it'
import { CaseDialog } from '../CaseDialog'
import { ComuneField, NO_PAPER, PaperFields, paperAnswers, type ComuneChoice } from '../fields'
import { paperWords } from '../words'

const t = it.cases
const PAPERS = Object.keys(t.papers) as PaperKind[]

/** The paper that answers what is asked; some asks are answered elsewhere on the page. */
const ANSWERS: Partial<Record<Ask, PaperKind>> = {
  psychologist: 'without_psychologist', privacy_notice: 'privacy_notice', consent_or_mandate: 'court_mandate', signed_plan: 'plan', handover: 'handover', final_report: 'final_report',
  mandate_ended: 'mandate_ended',
}

const words = (finding: CaseFinding) => (finding.finding === 'asked' ? (asks[finding.ask] ?? finding.ask) : t.findings[finding.finding])
const paperOf = (finding: CaseFinding): PaperKind | null => {
  if (finding.finding === 'over_age') return 'prosieguo'
  return finding.finding === 'asked' ? (ANSWERS[finding.ask] ?? null) : null
}

function recorded(episode: EpisodeView | undefined, which: PaperKind): Paper | null {
  if (!episode) return null
  const { state } = episode
  if (which === 'final_report') return state.is === 'chiuso' ? state.final_report : null
  if (which === 'handover') return state.is === 'trasferito' ? state.handover : null
  return episode[which]
}

function PaperDialog({ page, first, onClose }: { page: CasePage; first: PaperKind; onClose: () => void }) {
  const [current] = page.episodes
  const [which, setWhich] = useState(first)
  const [paper, setPaper] = useState<Paper>(recorded(current, first) ?? NO_PAPER)
  const [missing, setMissing] = useState(false)
  const choices = PAPERS.filter((key) => (key !== 'final_report' || current?.state_name === 'chiuso') && (key !== 'handover' || current?.state_name === 'trasferito'))
  const input = () => {
    setMissing(!paperAnswers(paper))
    return paperAnswers(paper) ? { case: page.case, which, paper, referral: null, state: null, comuni: null } : null
  }
  return (
    <CaseDialog title={t.paperRecord} isOpen onClose={onClose} run={casesComplete} submit={t.record} input={input}>
      <SelectField
        name="paper-which" label={t.paperWhich} value={which} choices={choices.map((key) => ({ key, label: t.papers[key] }))}
        onChange={(key) => {
          setWhich(key)
          setPaper(recorded(current, key) ?? NO_PAPER)
        }}
      />
      <PaperFields name="paper" value={paper} onChange={setPaper} error={missing ? t.paperMissing : null} />
    </CaseDialog>
  )
}

/** The dates and comuni that an old case lacks. */
function DatesDialog({ page, onClose }: { page: CasePage; onClose: () => void }) {
  const [current] = page.episodes
  const [referral, setReferral] = useState<string | null>(current?.referral?.on ?? null)
  const [since, setSince] = useState<string | null>(current?.state.on ?? null)
  const [residence, setResidence] = useState<ComuneChoice | null>(null)
  const [inCharge, setInCharge] = useState<ComuneChoice | null>(null)
  const input = () => {
    if (!current) return null
    const comuni = residence && page.comuni === null ? { since: null, residence: residence.key, in_charge: inCharge?.key ?? residence.key, costs: null } : null
    const known = current.referral ?? { on: null, source: null, protocol: null, urgent: false }
    return { case: page.case, which: null, paper: null, referral: { ...known, on: referral }, state: { ...current.state, on: since }, comuni }
  }
  return (
    <CaseDialog title={t.toComplete} isOpen onClose={onClose} run={casesComplete} submit={t.record} input={input}>
      <PartialDateField name="complete-referral" label={t.referralOn} value={referral} onChange={setReferral} />
      <PartialDateField name="complete-since" label={t.runningOn} value={since} onChange={setSince} />
      {page.comuni === null && (
        <div className="form-row">
          <ComuneField name="complete-residence" label={t.residence} value={residence} onChange={setResidence} />
          <ComuneField name="complete-in-charge" label={t.comuneInCharge} value={inCharge} onChange={setInCharge} />
        </div>
      )}
    </CaseDialog>
  )
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function Lacking({ page, onPaper, onDates }: { page: CasePage; onPaper: (which: PaperKind) => void; onDates: () => void }) {
  const may = page.may.includes('paper')
  const answer = (finding: CaseFinding) => {
    const which = paperOf(finding)
    if (which) return () => onPaper(which)
    return ['state_date', 'referral_date', 'comuni'].includes(finding.finding) ? onDates : null
  }
  return (
    <ul className="cases-plain">
      {page.findings.map((finding) => {
        const act = may ? answer(finding) : null
        return (
          <li key={words(finding)} className="cases-finding">
            <span>{capital(words(finding))}</span>
            {act && <Button small kind="quiet" onPress={act}>{t.complete}</Button>}
          </li>
        )
      })}
    </ul>
  )
}

export function FindingsSection({ page }: { page: CasePage }) {
  const [paper, setPaper] = useState<PaperKind | null>(null)
  const [dates, setDates] = useState(false)
  const [current] = page.episodes
  if (page.fields === 'list') return null
  const there = PAPERS.map((which) => ({ label: t.papers[which], value: paperWords(recorded(current, which)) })).filter(({ value }) => value !== '')
  return (
    <Section title={t.toComplete} actions={page.may.includes('paper') && <Button small icon="plus" onPress={() => setPaper('privacy_notice')}>{t.record}</Button>}>
      {page.fields === 'full' && page.findings.length === 0 && <p className="muted">{t.nothingToComplete}</p>}
      <Lacking page={page} onPaper={setPaper} onDates={() => setDates(true)} />
      {there.length > 0 && <Facts facts={there} />}
      {paper && <PaperDialog page={page} first={paper} onClose={() => setPaper(null)} />}
      {dates && <DatesDialog page={page} onClose={() => setDates(false)} />}
    </Section>
  )
}
