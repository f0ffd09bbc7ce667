// Relazione all'A.G.: gathered from signed entries, facts, statements and evaluations apart, written here, signed and frozen, sent.
import { useState } from 'react'
import { tutelaPrintReport, tutelaReport, tutelaSaveReport, type PaperFormat, type ReportPage as Report } from '../../bindings'
import { Badge, Button, Notice, Page, PageHeader, Section } from '../../components'
import { savesSettled } from '../../drafts/useAutosave'
import { FileList, REPORT } from '../../files'
import { it } from '../../messages/it'
import { navigate, useAnswer, useCommand, type Params } from '../../navigation'
import { describeError, offerBase64 } from '../../platform'
import { PrintButton } from '../../print'
import { useLetterhead } from './letterhead'
import { TakenInCharge } from './Concluded'
import { Mandate } from './Opening'
import { Paper } from './Paper'
import { paperWords } from './paper-words'
import { Steps } from './Steps'
import { Waiting } from './Waiting'
import { reportTitle, stateTone } from './words'
import { Writing } from './Writing'
import '../tutela.css'
import './report.css'

const t = it.report
const KINDS = ['relazione', 'relazione_testo', 'relazione_firma', 'relazione_firmata', 'mandato', 'provvedimento', 'diary_entry', 'classification', 'annulment'] as const

function Findings({ report }: { report: Report }) {
  if (report.findings.length === 0) return null
  return (
    <ul className="court-findings" aria-label={t.toLookAt}>
      {report.findings.map((finding) => (
        <li key={finding}>{t.findings[finding]}</li>
      ))}
    </ul>
  )
}

function Body({ report, again }: { report: Report; again: () => void }) {
  // While something is typed the page stands still: what others do meanwhile shows once it is saved.
  const [dirty, setDirty] = useState(Boolean(report.draft?.text))
  const [shown, setShown] = useState(report)
  if (!dirty && shown !== report) setShown(report)
  const saved = () => {
    setDirty(false)
    again()
  }
  const { text } = shown
  if (!text) return <Notice>{t.hidden}</Notice>
  if (!report.writes) return <div className="report-frame"><Paper report={report} text={report.signed?.text ?? text.value} /></div>
  return (
    <>
      <Writing key={`${text.seen.join()}-${shown.draft?.id ?? ''}`} report={shown} stored={text} dirty={dirty} onTyped={setDirty} onSaved={saved} />
      {dirty ? null : <Waiting report={report} onDone={again} />}
      <Steps report={report} dirty={dirty} />
    </>
  )
}

const TYPES: Readonly<Record<PaperFormat, string>> = { pdf: 'application/pdf', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' }

/** How it leaves: on paper, or as a file whose place she chooses. */
function Leaving({ report }: { report: Report }) {
  const save = useCommand(tutelaSaveReport)
  const letterhead = useLetterhead()
  const keep = (format: PaperFormat) => save.mutate({ report: report.card.id, format, words: paperWords(report, letterhead) }, { onSuccess: ({ file_name, content }) => offerBase64(file_name, content, TYPES[format]) })
  const { error } = save
  return (
    <>
      <Button small icon="download" isPending={save.isPending} onPress={() => keep('pdf')}>{t.savePdf}</Button>
      <Button small icon="download" isPending={save.isPending} onPress={() => keep('docx')}>{t.saveDocx}</Button>
      <PrintButton small note={() => tutelaPrintReport({ report: report.card.id })} />
      {error !== null && <Notice kind="error" role="alert">{describeError(error)}</Notice>}
    </>
  )
}

/** What a report stands on: the mandate that it answers, or the taking in charge that it closes. */
function Head({ report }: { report: Report }) {
  const text = report.signed?.text ?? report.text?.value
  if (!report.closes_case) return <Mandate report={report} />
  // Where nothing is written any more, the paper says it.
  if (!text?.concluded || !report.writes) return null
  const { from, to } = report.card.value
  return (
    <Section title={t.final.takenInCharge}>
      <TakenInCharge known={text.concluded} text={text} from={from ?? null} to={to ?? null} />
    </Section>
  )
}

function Shown({ report, again }: { report: Report; again: () => void }) {
  const text = report.signed?.text ?? report.text?.value
  return (
    <>
      <div className="line no-print">
        <Badge tone={stateTone(report.state)}>{t.states[report.state]}</Badge>
        <Badge icon="lock">{t.reserved}</Badge>
        {text && <Leaving report={report} />}
      </div>
      <Findings report={report} />
      <Head report={report} />
      <Body report={report} again={again} />
      {!report.writes && <Steps report={report} dirty={false} />}
      {report.carries && (
        <Section title={t.sentCopy}>
          <FileList on={{ kind: REPORT, id: report.card.id }} caseId={report.card.value.case ?? null} writes />
        </Section>
      )}
      {text && <div className="paper-instead" aria-hidden><Paper report={report} text={text} /></div>}
    </>
  )
}

export function ReportPage({ params }: { params: Params }) {
  const report = params['report_id'] ?? ''
  // Each opening asks anew: an older answer would hold an older draft.
  const [opening] = useState(() => performance.now())
  const ask = async () => {
    await savesSettled()
    return tutelaReport({ report })
  }
  const { data, error, refetch } = useAnswer({ key: ['tutela.report', report, opening], ask, kinds: KINDS })
  const back = { label: it.cases.case, onPress: () => navigate('case', { case_id: data?.card.value.case ?? params['case_id'] ?? '' }) }
  const names = data?.minors.map((one) => data.names[one.case]?.name).join(', ')
  return (
    <Page>
      <PageHeader title={data ? reportTitle(data.card.value) : t.title} {...(names ? { subtitle: names } : {})} back={back} />
      {error && <Notice kind="error">{describeError(error)}</Notice>}
      {data && <Shown report={data} again={() => void refetch()} />}
    </Page>
  )
}
