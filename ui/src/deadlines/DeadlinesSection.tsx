// The deadlines of a case: the next ones first, why then, what was decided and what can be.
import { deadlinesOfCase, type CaseDeadlines, type DeadlineView, type DecisionView } from '../bindings'
import { ActionMenu, Badge, Section } from '../components'
import { nameOf } from '../diary'
import { it } from '../messages/it'
import { useAnswer, useDialogState } from '../navigation'
import './deadlines.css'
import { DecideDialog, type Verb } from './DecideDialog'
import { TERM_KINDS } from './kinds'
import { explanation, extensionWords, showMoment, standingWords } from './words'

const t = it.deadlines

function verbsOf({ deadline }: DeadlineView): Verb[] {
  if (deadline.met !== null) return deadline.met_by === null ? ['reopened'] : []
  const asked = deadline.extension?.type === 'asked'
  return [
    'met', 'moved', ...(deadline.overridden ? (['restored'] as const) : []), 'extension_asked',
    ...(asked ? (['extension_granted', 'extension_denied'] as const) : []),
  ]
}

function Extension({ deadline: { extension } }: DeadlineView) {
  return extension && <p>{extensionWords(extension)}</p>
}

const decisionDay = ({ signed_at }: DecisionView) => showMoment({ type: 'at', at: signed_at })

function Why({ view, names }: { view: DeadlineView; names: CaseDeadlines['names'] }) {
  const { deadline, source, verified, decisions } = view
  const why = explanation(view)
  return (
    <details className="deadline-why">
      <summary>{t.whyTitle}</summary>
      {why && <p>{why}</p>}
      {deadline.overridden && deadline.computed && <p>{t.byHand(showMoment(deadline.computed))}</p>}
      {deadline.overridden?.reason && <p>{`${t.fields.reason}: ${deadline.overridden.reason}`}</p>}
      <p className="muted">{`${t.forces[deadline.force]}. ${t.source(source.text)}${verified ? '' : ` (${t.unverified})`}`}</p>
      {decisions.length > 0 && (
        <>
          <h4 className="deadline-history">{t.history}</h4>
          <ul className="cases-plain">
            {decisions.map((one) => (
              <li key={one.id}>
                {t.decided(t.verbs[one.decision.type], nameOf(names, one.author), decisionDay(one))}
                {one.reason && <span className="cases-note">{one.reason}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  )
}

function Line({ caseId, view, data }: { caseId: string; view: DeadlineView; data: CaseDeadlines }) {
  const [verb, setVerb] = useDialogState<Verb | null>(`deadline-${view.deadline.key.record}-${view.deadline.key.code}-${String(view.deadline.key.nth)}`, null)
  const { deadline } = view
  const { text, tone } = standingWords(view.standing)
  const name = t.codes[deadline.key.code]
  const verbs = data.may_decide ? verbsOf(view) : []
  return (
    <li className="deadline">
      <div className="deadline-head">
        <span>{name}</span>
        {verbs.length > 0 && <ActionMenu label={t.actions(name)} actions={verbs.map((key) => ({ key, label: t.verbs[key], onAction: () => setVerb(key) }))} />}
      </div>
      <div className="line">
        <Badge tone={tone}>{text}</Badge>
        <span className="tabular">{deadline.met ? t.met(showMoment(deadline.met)) : showMoment(deadline.due)}</span>
      </div>
      <Extension {...view} />
      {deadline.contested && <p className="deadline-note">{t.contested}</p>}
      {deadline.overridden?.outdated && <p className="deadline-note">{t.outdated}</p>}
      <Why view={view} names={data.names} />
      {verb && <DecideDialog caseId={caseId} view={view} verb={verb} onClose={() => setVerb(null)} />}
    </li>
  )
}

function Lines({ caseId, views, data }: { caseId: string; views: readonly DeadlineView[]; data: CaseDeadlines }) {
  return (
    <ul className="cases-plain">
      {views.map((view) => (
        <Line key={`${view.deadline.key.record}-${view.deadline.key.code}-${view.deadline.key.nth}`} caseId={caseId} view={view} data={data} />
      ))}
    </ul>
  )
}

export function DeadlinesSection({ caseId }: { caseId: string }) {
  const { data } = useAnswer({ key: ['deadlines.of_case', caseId], ask: () => deadlinesOfCase({ case: caseId }), kinds: TERM_KINDS })
  if (!data) return null
  return (
    <Section title={t.title}>
      {data.open.length === 0 ? <p className="muted">{t.none}</p> : <Lines caseId={caseId} views={data.open} data={data} />}
      {data.past.length > 0 && (
        <details>
          <summary>{t.past(data.past.length)}</summary>
          <Lines caseId={caseId} views={data.past} data={data} />
        </details>
      )}
    </Section>
  )
}
