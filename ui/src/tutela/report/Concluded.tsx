// What the record knew when a final report was begun: the taking in charge, the plans and their goals, what was given.
import type { PercorsoConcluso, PrestazioneResa, ProgettoConcluso, RelazioneTesto } from '../../bindings'
import { Facts } from '../../components'
import { showDate } from '../../dates/civil'
import { showPartial } from '../../dates/partial'
import { kindName } from '../../diary'
import { it } from '../../messages/it'

const t = it.report.final

const code = (coded: { code: string; list: string } | null | undefined) => (coded ? it.cases.codeName(coded) : null)

export const planWords = (plan: ProgettoConcluso) => [code(plan.kind), plan.subject].filter(Boolean).join(': ')
export const planPeriod = (plan: ProgettoConcluso) => [[showDate(plan.from), plan.to ? showDate(plan.to) : t.atWork].filter(Boolean).join(' - '), code(plan.ended)].filter(Boolean).join(' · ')
const givenWords = (one: PrestazioneResa) => [one.what === 'ATTIVITA' && one.entry ? kindName(one.entry) : t.given[one.what], one.name].filter(Boolean).join(': ')

export function TakenInCharge({ known, text, from, to }: { known: PercorsoConcluso; text: RelazioneTesto; from: string | null; to: string | null }) {
  return (
    <Facts
      facts={[
        { label: t.service, value: known.service && it.cases.serviceName(known.service) }, { label: t.number, value: String(known.number) },
        { label: t.referred, value: known.referred && showPartial(known.referred) }, { label: t.since, value: known.since && showPartial(known.since) },
        { label: t.period, value: from && to && it.people.period(showDate(from), showDate(to)) }, { label: t.reason, value: code(text.reason) }, { label: t.situation, value: code(text.situation) },
      ]}
    />
  )
}

function Goals({ plan }: { plan: ProgettoConcluso }) {
  if (plan.goals.length === 0) return null
  return (
    <div className="report-scroll" role="region" aria-label={planWords(plan)} tabIndex={0}>
      <table className="report-table">
        <thead><tr><th scope="col">{t.goal}</th><th scope="col">{t.goalTerm}</th><th scope="col">{t.goalOutcome}</th></tr></thead>
        <tbody>
          {plan.goals.map((goal, index) => (
            <tr key={index}><th scope="row">{goal.text}</th><td>{it.plans.terms[goal.term]}</td><td>{code(goal.outcome) ?? t.notSaid}</td></tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export function Plans({ known }: { known: PercorsoConcluso }) {
  if (known.plans.length === 0) return <p className="muted">{t.noPlan}</p>
  return (
    <>
      {known.plans.map((plan) => (
        <div key={plan.plan}>
          <h4 className="report-head">{planWords(plan)}</h4>
          <p>{planPeriod(plan)}</p>
          {plan.measures && <p>{plan.measures}</p>}
          <Goals plan={plan} />
        </div>
      ))}
    </>
  )
}

export function Given({ known }: { known: PercorsoConcluso }) {
  if (known.services.length === 0) return <p className="muted">{t.noServices}</p>
  return (
    <div className="report-scroll" role="region" aria-label={t.services} tabIndex={0}>
      <table className="report-table">
        <thead><tr><th scope="col">{t.what}</th><th scope="col">{t.times}</th><th scope="col">{t.fromDay}</th><th scope="col">{t.toDay}</th></tr></thead>
        <tbody>
          {known.services.map((one, index) => (
            <tr key={index}><th scope="row">{givenWords(one)}</th><td>{one.times}</td><td>{showDate(one.from)}</td><td>{showDate(one.to)}</td></tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
