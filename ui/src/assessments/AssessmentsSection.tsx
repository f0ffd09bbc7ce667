// The assessment of a case beside its diary: that there is one, of when, and whether it is complete for the flows.
import { assessmentsList, type CasePage } from '../bindings'
import { Badge, Button, Section } from '../components'
import { showDate } from '../dates/civil'
import { it } from '../messages/it'
import { navigate, useAnswer } from '../navigation'

const t = it.assessments

export const useAssessments = (id: string, enabled = true) =>
  useAnswer({ key: ['assessments.list', id], ask: () => assessmentsList({ case: id }), kinds: ['assessment', 'case_file', 'person', 'assignment'], enabled })

/** Opened on demand: to read it is to read the case's health data. */
export function AssessmentsSection({ page }: { page: CasePage }) {
  if (page.fields !== 'full') return null
  return (
    <Section title={t.title} actions={<Button small onPress={() => navigate('assessments', { case_id: page.case })}>{t.openAll}</Button>}>
      {page.assessed ? (
        <div className="line">
          <span>{showDate(page.assessed.on)}</span>
          {page.assessed.gaps > 0 && <Badge tone="warning" icon="flag">{t.incomplete(page.assessed.gaps)}</Badge>}
        </div>
      ) : (
        <p className="muted">{t.none}</p>
      )}
    </Section>
  )
}
