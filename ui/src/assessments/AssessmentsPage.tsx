// The assessments of a case: the last whole, with what it lacks for the flows; the earlier ones folded.
import type { AssessmentView, Coded } from '../bindings'
import { Badge, Button, EmptyState, Facts, Notice, Page, PageHeader, Section } from '../components'
import { showDate } from '../dates/civil'
import { it } from '../messages/it'
import { navigate, useAnswer, type Params } from '../navigation'
import { assessmentsPrinted, assessmentsQuestions } from '../bindings'
import { describeError } from '../platform'
import { PrintButton } from '../print'
import { useAssessments } from './AssessmentsSection'

const t = it.assessments

export const useQuestions = () => useAnswer({ key: ['assessments.questions'], ask: assessmentsQuestions, kinds: [] }).data

const answersText = (answers: readonly Coded[] | undefined) => (answers ?? []).map((answer) => it.cases.codeName(answer)).join(', ')

function Gaps({ view }: { view: AssessmentView }) {
  if (view.gaps.length === 0) return null
  return (
    <Notice kind="warning">
      <p>{t.gapsTitle}:</p>
      <ul className="assess-gaps">
        {view.gaps.map((gap) => (
          <li key={t.gap(gap)}>{t.gap(gap)}</li>
        ))}
      </ul>
    </Notice>
  )
}

function Answered({ view }: { view: AssessmentView }) {
  const sets = useQuestions() ?? []
  const { answers, texts, summary, order, sets: of } = view.assessment
  return (
    <>
      {sets
        .filter(({ set, questions, areas }) => of?.includes(set) && (questions.some(({ key }) => answers?.[key]) || areas.some((area) => texts?.[area])))
        .map(({ set, questions, areas }) => (
          <div key={set}>
            <h3 className="assess-set">{t.sets[set]}</h3>
            <Facts
              facts={[
                ...questions.map(({ key }) => ({ label: t.questionName(key), value: answersText(answers?.[key]) })),
                ...areas.map((area) => ({ label: t.words(area), value: texts?.[area] && <p className="assess-text">{texts[area]}</p> })),
              ]}
            />
          </div>
        ))}
      <Facts
        facts={[
          { label: t.order, value: order && [showDate(order.on), order.authority, order.kind && it.cases.codeName(order.kind)].filter(Boolean).join(', ') },
          { label: t.summary, value: summary && <p className="assess-text">{summary}</p> },
        ]}
      />
    </>
  )
}

export function AssessmentsPage({ params }: { params: Params }) {
  const id = params['case_id'] ?? ''
  const { data, error } = useAssessments(id)
  const back = { label: it.cases.case, onPress: () => navigate('case', { case_id: id }) }
  if (error) {
    return (
      <Page>
        <PageHeader title={t.title} back={back} />
        <Notice kind="error">{describeError(error)}</Notice>
      </Page>
    )
  }
  if (!data) return null
  const [current, ...past] = data.assessments
  const author = (view: AssessmentView) => (view.assessment.author ? (data.names[view.assessment.author]?.name ?? '') : '')
  const title = (view: AssessmentView) => t.of(showDate(view.assessment.on), author(view))
  return (
    <Page>
      <PageHeader
        title={t.title} subtitle={data.names[id]?.name} back={back}
        actions={
          <>
            {current && <PrintButton note={() => assessmentsPrinted({ case: id })} />}
            {data.may_write && <Button kind="primary" icon="plus" onPress={() => navigate('assessment.new', { case_id: id })}>{t.add}</Button>}
          </>
        }
      />
      {!current && <EmptyState icon="list" title={t.none} />}
      {current && (
        <Section title={title(current)} actions={<Badge tone={current.gaps.length > 0 ? 'warning' : 'success'}>{current.gaps.length > 0 ? t.incomplete(current.gaps.length) : t.complete}</Badge>}>
          <Gaps view={current} />
          <Answered view={current} />
        </Section>
      )}
      {past.length > 0 && (
        <Section title={t.past}>
          {past.map((view) => (
            <details key={view.id}>
              <summary>{title(view)}</summary>
              <Answered view={view} />
            </details>
          ))}
        </Section>
      )}
    </Page>
  )
}
