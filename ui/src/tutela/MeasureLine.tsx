// An emergency measure in one line of the case: what is due next and how much is left.
import type { MeasureView } from '../bindings'
import { Badge, Button } from '../components'
import { showDate } from '../dates/civil'
import { it } from '../messages/it'
import { navigate, useSession } from '../navigation'
import { useNow } from './useNow'
import { leftWords, showMoment } from './words'

const t = it.tutela

export function MeasureLine({ caseId, view }: { caseId: string; view: MeasureView }) {
  const { today } = useSession()
  const now = useNow()
  const { value, id } = view.measure
  const next = view.clocks.find((clock) => clock.done === null && clock.due.is !== 'non_decorre' && clock.due.is !== 'subito')
  const left = next && leftWords(next.due, now, today)
  return (
    <section className="court-measure" aria-label={t.measureTitle}>
      <div>
        <strong>{t.measureTitle}</strong>
        <p className="muted">{showMoment(value.placed)}</p>
      </div>
      <div className="line">
        {value.closed ? <Badge>{t.closed(t.measureEnds[value.closed.how], showDate(value.closed.on))}</Badge> : next && left && <Badge tone={left.tone} icon="clock">{`${t.steps[next.step]}: ${left.text}`}</Badge>}
        <Button icon="arrow-right" onPress={() => navigate('measure', { case_id: caseId, measure_id: id })}>{t.go}</Button>
      </div>
    </section>
  )
}
