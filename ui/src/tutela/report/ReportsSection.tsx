// Beside the diary: the reports of a case, and the final one begun from here.
import { tutelaReports, tutelaStartFinalReport, type CasePage, type Coded, type ReportLine } from '../../bindings'
import { Badge, Button, Notice, Section } from '../../components'
import { showDate } from '../../dates/civil'
import { it } from '../../messages/it'
import { navigate, useAnswer, useCommand } from '../../navigation'
import { describeError } from '../../platform'
import { stateTone } from './words'

const t = it.report
const KINDS = ['relazione', 'relazione_firmata', 'episode', 'assignment', 'setting'] as const

/** The reports of a case that she may know of. */
export const useReports = (caseId: string, enabled = true) => useAnswer({ key: ['tutela.reports', caseId], ask: () => tutelaReports({ case: caseId }), kinds: KINDS, enabled }).data

const title = (line: ReportLine) => (line.kind ? it.cases.codeName(line.kind) : t.title)
const notes = (line: ReportLine) => [line.signed_on && t.final.signedOn(showDate(line.signed_on)), line.left && t.final.left].filter(Boolean).join(', ')

interface WriteFinalProps {
  caseId: string
  /** What was chosen for the closing already: the report begins with it. */
  reason?: Coded | null
  situation?: Coded | null
}

/** Begins the final report, or goes on with the one that is begun. */
export function WriteFinal({ caseId, reason = null, situation = null }: WriteFinalProps) {
  const start = useCommand(tutelaStartFinalReport)
  const open = ({ report }: { report: string }) => navigate('report', { case_id: caseId, report_id: report })
  return (
    <>
      {start.error !== null && <Notice kind="error" role="alert">{describeError(start.error)}</Notice>}
      <Button small icon="pencil" isPending={start.isPending} onPress={() => start.mutate({ case: caseId, reason, situation }, { onSuccess: open })}>{t.final.write}</Button>
    </>
  )
}

export function ReportsSection({ page }: { page: CasePage }) {
  const data = useReports(page.case, page.fields !== 'list')
  if (!data?.reads) return null
  return (
    <Section title={t.final.section} actions={data.begins && <WriteFinal caseId={page.case} />}>
      {data.reports.length === 0 && <p className="muted">{t.final.none}</p>}
      <ul className="cases-plain">
        {data.reports.map((line) => (
          <li key={line.report}>
            <div className="line">
              <Button kind="link" aria-label={t.final.open([title(line), notes(line)].filter(Boolean).join(', '))} onPress={() => navigate('report', { case_id: page.case, report_id: line.report })}>{title(line)}</Button>
              <Badge tone={line.left ? 'neutral' : stateTone(line.state)}>{t.states[line.state]}</Badge>
            </div>
            {notes(line) !== '' && <span className="cases-note">{notes(line)}</span>}
          </li>
        ))}
      </ul>
    </Section>
  )
}
