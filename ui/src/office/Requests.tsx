// What she asked of the office, and what became of it, in words.
import { officeRequests, type RequestView } from '../bindings'
import { Badge, Section } from '../components'
import { showInstant } from '../dates/civil'
import { it } from '../messages/it'
import { useAnswer } from '../navigation'
import { SubjectLink } from './SubjectLink'
import { Waits } from './waiting'

const t = it.office
const KINDS = ['office', 'office_request']
/** Beside those that wait, how many decided ones stand on the page of a case. */
const LATELY = 2

const nameOf = (one: RequestView, id: string) => one.names[id]?.name ?? t.clashUnknown

function askedText(one: RequestView): string {
  const { asked } = one
  if (!asked) return t.askedOther
  if (asked.type === 'open') return t.askedOpen
  if (asked.type === 'assign') return t.askedAssign(nameOf(one, asked.assignment.operator), it.cases.roles[asked.assignment.role])
  return t.askedMerge(nameOf(one, asked.absorbed), nameOf(one, asked.kept))
}

function Outcome({ one }: { one: RequestView }) {
  const { outcome } = one
  if (one.waits) return <Waits of />
  if (!outcome) return <Badge icon="clock" tone="info">{t.requestOpen}</Badge>
  const when = showInstant(outcome.at)
  return outcome.done ? (
    <Badge icon="check" tone="success">{t.requestDone(when)}</Badge>
  ) : (
    <Badge icon="ban" tone="warning">{t.requestDeclined(when)}</Badge>
  )
}

function Line({ one, withSubject }: { one: RequestView; withSubject: boolean }) {
  return (
    <li className="office-request">
      <span>
        {withSubject && one.subject && <SubjectLink subject={one.subject} names={one.names} />} {askedText(one)}
        <span className="muted office-request-when">{t.requestAsked(one.by ? nameOf(one, one.by) : '', showInstant(one.at))}</span>
      </span>
      <Outcome one={one} />
      {one.outcome && !one.outcome.done && one.outcome.reason && <p className="office-text">{t.requestReason(one.outcome.reason)}</p>}
    </li>
  )
}

/** All that she asked, on the office's page. */
export function RequestsSection() {
  const { data } = useAnswer({ key: ['office.requests', null], ask: () => officeRequests({ subject: null }), kinds: KINDS, keepLast: true })
  if (!data || data.length === 0) return null
  return (
    <Section title={t.requestsSection}>
      <ul className="office-lines">
        {data.map((one) => (
          <Line key={one.id} one={one} withSubject />
        ))}
      </ul>
    </Section>
  )
}

/** What was asked about a case or a person, on its page: what waits, and what was decided lately. */
export function RequestsOf({ subject }: { subject: string }) {
  const { data } = useAnswer({ key: ['office.requests', subject], ask: () => officeRequests({ subject }), kinds: KINDS, keepLast: true })
  const waiting = data?.filter((one) => !one.outcome) ?? []
  const decided = data?.filter((one) => one.outcome).slice(0, LATELY) ?? []
  if (waiting.length + decided.length === 0) return null
  return (
    <div className="stack-tight office-requests-of" role="group" aria-label={t.requestsSection}>
      <p className="office-part">{t.requestsSection}</p>
      <ul className="office-lines">
        {[...waiting, ...decided].map((one) => (
          <Line key={one.id} one={one} withSubject={false} />
        ))}
      </ul>
    </div>
  )
}
