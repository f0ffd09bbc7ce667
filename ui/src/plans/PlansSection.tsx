// The plans of a case beside its diary: state, next review, a new one.
import { plansList, type CasePage } from '../bindings'
import { Badge, Button, Section, TwoVersions } from '../components'
import { showDate } from '../dates/civil'
import { it } from '../messages/it'
import { navigate, useAnswer } from '../navigation'
import { planTitle, planTone } from './words'

const t = it.plans

export function PlansSection({ page }: { page: CasePage }) {
  const { data } = useAnswer({ key: ['plans.list', page.case], ask: () => plansList({ case: page.case }), kinds: ['care_plan', 'plan_review', 'case_file', 'assignment'], enabled: page.fields === 'full' })
  if (!data) return null
  return (
    <Section title={t.title} actions={data.may_write && <Button small icon="plus" onPress={() => navigate('plan.new', { case_id: page.case })}>{t.add}</Button>}>
      {data.lines.length === 0 && <p className="muted">{t.none}</p>}
      <ul className="cases-plain">
        {data.lines.map((line) => (
          <li key={line.id}>
            <div className="line">
              <Button kind="link" aria-label={t.open(planTitle(line))} onPress={() => navigate('plan', { plan_id: line.id })}>{planTitle(line)}</Button>
              <Badge tone={planTone(line.state)}>{t.states[line.state]}</Badge>
              <TwoVersions of={line.clashed} />
            </div>
            {line.next_review && <span className="cases-note">{`${t.nextReview}: ${showDate(line.next_review)}`}</span>}
          </li>
        ))}
      </ul>
    </Section>
  )
}
