// What the office refused of hers: why, what to do, and every word that she wrote. It stops nothing.
import { useId, useState } from 'react'
import { officeRefused, type RefusedPart, type RefusedView } from '../bindings'
import { Button, CheckboxField, Facts, Notice, Section } from '../components'
import { showInstant } from '../dates/civil'
import { it } from '../messages/it'
import { useAnswer } from '../navigation'
import { describeError } from '../platform'
import { SubjectLink } from './SubjectLink'
import { valueText } from './values'

const t = it.office

function Part({ part }: { part: RefusedPart }) {
  return (
    <div className="stack-tight">
      <p className="office-part">{t.record(part.kind ?? null)}</p>
      {part.deleted && <p>{t.refusedDeleted}</p>}
      <Facts facts={Object.entries(part.fields).map(([field, value]) => ({ label: t.fieldName(field), value: valueText(field, value) }))} />
    </div>
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
      <p><strong>{why}</strong> {one.adopted ? t.adopted : typeof one.closed === 'string' ? t.closed(one.closed) : todo}</p>
      <Button small kind="link" aria-expanded={open} aria-controls={id} onPress={() => setOpen(!open)}>
        {open ? t.refusedHide : t.refusedShow}
      </Button>
      <div id={id} hidden={!open}>
        {one.parts.map((part, at) => (
          <Part key={`${part.record ?? ''}-${at}`} part={part} />
        ))}
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
