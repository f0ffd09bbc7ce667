// The words of the paper that is made of a report: headings, labels, names of codes.
import type { PaperWords, ReportPage } from '../../bindings'
import { it } from '../../messages/it'
import { ENTRY_KINDS, ROLES, SERVICES } from '../../messages/terms'

const t = it.report
const named = (list: string, names: Readonly<Record<string, string>>) => Object.entries(names).map(([code, name]) => [`${list}.${code}`, name] as const)

/** The words of a final report: its headings, and the names of the codes in it. */
function ofClosing(report: ReportPage): (readonly [string, string])[] {
  const text = report.signed?.text ?? report.text?.value
  if (!text?.concluded) return []
  const f = t.final
  const codes = [
    ['closing_reason', text.reason] as const, ['closing_situation', text.situation] as const,
    ...text.concluded.plans.flatMap((plan) => [['plan', plan.kind] as const, ['plan_end', plan.ended] as const, ...plan.goals.map((goal) => ['goal_outcome', goal.outcome] as const)]),
  ]
  return [
    ...codes.flatMap(([list, code]) => (code ? [[`${list}.${code.code}`, it.cases.codeName(code)] as const] : [])),
    ...Object.entries({
      taken_in_charge: f.takenInCharge, service: f.service, number: f.number, referred: f.referred, since: f.since, reason: f.reason, situation: f.situation, plans: f.plans, no_plan: f.noPlan, at_work: f.atWork,
      goal: f.goal, goal_term: f.goalTerm, goal_outcome: f.goalOutcome, not_said: f.notSaid, given: f.services, what: f.what, times: f.times, from_day: f.fromDay, to_day: f.toDay,
      course: f.free.course, reached: f.free.reached, not_reached: f.free.not_reached, assessment: f.free.assessment, after: f.free.proposals,
    }),
  ]
}

export function paperWords(report: ReportPage, letterhead: string | null): PaperWords {
  const { kind } = report.card.value
  const { activity } = report.mandate
  return {
    letterhead: (letterhead ?? '').split('\n').map((line) => line.trim()).filter(Boolean),
    texts: Object.fromEntries([
      ...named('tie', t.ties), ...named('entry', ENTRY_KINDS), ...named('role', ROLES),
      ...named('service', SERVICES), ...named('goal_term', it.plans.terms), ...named('given', it.report.final.given),
      ...(kind ? [[`kind.${kind.code}`, it.cases.codeName(kind)] as const] : []), ...(activity ? [[`activity.${activity.code}`, it.cases.codeName(activity)] as const] : []),
      ...Object.entries({
        report: t.title, reserved: t.reserved, page: t.page, mandate: t.mandate, family: t.family, activities: t.activities, facts: t.sections.facts, statements: t.sections.statements, evaluations: t.sections.evaluations,
        living: t.free.living, resources: t.free.resources, proposals: t.free.proposals, number: it.tutela.number, issued: it.tutela.issued, received: it.tutela.arrived, activity: it.tutela.activity, words: it.tutela.words, term: it.tutela.term,
        not_stated: it.tutela.terms.non_indicato, days: t.days, months: t.months, by_day: t.byDay, name: t.name, tie: t.tie, born: t.born, residence: t.residence, nothing: t.nothing, nobody: t.nobody, method: t.method.toLowerCase(), draft: t.notSigned,
        signed: t.signedOn, on_paper: t.onPaperOf, waived: t.waivedFor, approval: t.approval, co_signer: t.roleCoSigner, hash: t.textHash,
      }),
      ...ofClosing(report),
    ]),
  }
}
