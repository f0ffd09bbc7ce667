// How the case came to stand where it stands, the last move first; the episodes before this one.
import type { CasePage, TransitionView } from '../../bindings'
import { Button, Section } from '../../components'
import { showDate } from '../../dates/civil'
import { showPartial } from '../../dates/partial'
import { it } from '../../messages/it'
import { navigate } from '../../navigation'
import { stateName } from '../words'

const t = it.cases

function Step({ step }: { step: TransitionView }) {
  const words = step.from ? `${stateName(step.from)} → ${stateName(step.to)}` : `${t.opened}: ${stateName(step.to)}`
  const late = step.recorded_on && step.on && !step.on.startsWith(step.recorded_on) ? t.recordedOn(showDate(step.recorded_on)) : ''
  return (
    <li>
      <p>{[step.on ? showPartial(step.on) : '', words].filter(Boolean).join(' · ')}</p>
      <p className="muted">{[t.movedBy(step.by), late, step.reason].filter(Boolean).join(' · ')}</p>
    </li>
  )
}

export function HistorySection({ page }: { page: CasePage }) {
  if (page.fields === 'list') return null
  return (
    <Section title={t.history} actions={<Button small icon="chart-line" onPress={() => navigate('case.timeline', { case_id: page.case })}>{it.timeline.title}</Button>}>
      {page.transitions.length === 0 && <p className="muted">{t.historyEmpty}</p>}
      <ol className="cases-plain">
        {page.transitions.map((step, index) => (
          <Step key={`${step.to}-${index}`} step={step} />
        ))}
      </ol>
    </Section>
  )
}
