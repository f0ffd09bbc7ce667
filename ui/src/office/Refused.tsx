// What the office refused of hers: why, what to do, and every word that she wrote. It stops nothing.
import { useId, useState } from 'react'
import { officeRefused, type RefusedView } from '../bindings'
import { Badge, Button, CheckboxField, Notice, Section } from '../components'
import { showInstant } from '../dates/civil'
import { it } from '../messages/it'
import { useAnswer } from '../navigation'
import { describeError } from '../platform'
import { Parts } from './Parts'
import { SubjectLink } from './SubjectLink'

const t = it.office

const isSettled = (one: RefusedView) => one.adopted || typeof one.closed === 'string'

/** What became of it, for its author: taken over, or closed and why. */
function Settled({ one }: { one: RefusedView }) {
  if (!isSettled(one)) return null
  return (
    <p className="line">
      <Badge icon={one.adopted ? 'check' : 'ban'} tone={one.adopted ? 'success' : 'neutral'}>{one.adopted ? t.adoptedBadge : t.closedBadge}</Badge>
      <span>{one.adopted ? t.adopted : t.closed(one.closed ?? '')}</span>
      {one.settled_at && <span className="muted">{showInstant(one.settled_at)}</span>}
    </p>
  )
}

function Line({ one }: { one: RefusedView }) {
  const [open, setOpen] = useState(false)
  const id = useId()
  const { why, todo } = t.reasons[one.reason]
  return (
    <li className="office-refused">
      <div className="line">
        {one.subject ? <SubjectLink subject={one.subject} names={one.names} /> : <span>{t.elsewhere}</span>}
        <span className="muted">{t.refusedWrote(showInstant(one.at))}</span>
      </div>
      {!one.adopted && <p><strong>{why}</strong> {isSettled(one) ? '' : todo}</p>}
      <Settled one={one} />
      {one.parts.length > 0 && <Button small kind="link" aria-expanded={open} aria-controls={id} onPress={() => setOpen(!open)}>
        {open ? t.refusedHide : t.refusedShow}
      </Button>}
      <div id={id} hidden={!open}>
        <Parts parts={one.parts} />
      </div>
    </li>
  )
}

export function RefusedSection() {
  const [settled, setSettled] = useState(false)
  const { data, error } = useAnswer({ key: ['office.refused', settled], ask: () => officeRefused({ settled_too: settled }), kinds: ['office'], keepLast: true })
  if (error) return <Notice kind="error">{describeError(error)}</Notice>
  if (!data || (data.length === 0 && !settled)) return null
  return (
    <Section title={t.refusedSection}>
      <div className="stack-tight">
        <p className="muted">{t.refusedHelp}</p>
        <ul className="office-lines">
          {data.map((one) => (
            <Line key={one.change} one={one} />
          ))}
        </ul>
        <CheckboxField name="settled" label={t.settledToo} isSelected={settled} onChange={setSettled} />
      </div>
    </Section>
  )
}
