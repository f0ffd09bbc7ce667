// In Oggi: the reports that wait for her, the earliest due first.
import { tutelaMyReports, type MyReport } from '../../bindings'
import { Badge, Button, Section } from '../../components'
import { dayWords } from '../../deadlines'
import { it } from '../../messages/it'
import { navigate, useAnswer, useSession } from '../../navigation'

const t = it.report
const KINDS = ['relazione', 'relazione_testo', 'relazione_firma', 'mandato', 'assignment', 'operator'] as const

export function MyReports() {
  const { today } = useSession()
  const { data } = useAnswer({ key: ['tutela.my_reports'], ask: tutelaMyReports, kinds: KINDS })
  if (!data || data.reports.length === 0) return null
  const due = (one: MyReport) => (one.due ? dayWords(one.due, today) : null)
  return (
    <Section title={t.mine}>
      <ul className="cases-plain">
        {data.reports.map((one) => {
          const left = due(one)
          return (
            <li key={one.report} className="cases-member">
              <Button kind="link" onPress={() => navigate('report', { case_id: one.case, report_id: one.report })}>{[one.kind ? it.cases.codeName(one.kind) : t.title, data.names[one.case]?.name].filter(Boolean).join(' · ')}</Button>
              <span className="line">
                <Badge tone="info">{t.waitsFor[one.waits]}</Badge>
                {left && <Badge tone={left.tone}>{left.text}</Badge>}
              </span>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
