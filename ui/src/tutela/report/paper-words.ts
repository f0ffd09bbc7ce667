// The words of the paper that is made of a report: headings, labels, names of codes.
import type { PaperWords, ReportPage } from '../../bindings'
import { it } from '../../messages/it'
import { ENTRY_KINDS, ROLES } from '../../messages/terms'

const t = it.report
const named = (list: string, names: Readonly<Record<string, string>>) => Object.entries(names).map(([code, name]) => [`${list}.${code}`, name] as const)

export function paperWords(report: ReportPage, letterhead: string | null): PaperWords {
  const { kind } = report.card.value
  const { activity } = report.mandate
  return {
    letterhead: (letterhead ?? '').split('\n').map((line) => line.trim()).filter(Boolean),
    texts: Object.fromEntries([
      ...named('tie', t.ties), ...named('entry', ENTRY_KINDS), ...named('role', ROLES),
      ...(kind ? [[`kind.${kind.code}`, it.cases.codeName(kind)] as const] : []), ...(activity ? [[`activity.${activity.code}`, it.cases.codeName(activity)] as const] : []),
      ...Object.entries({
        report: t.title, reserved: t.reserved, page: t.page, mandate: t.mandate, family: t.family, activities: t.activities, facts: t.sections.facts, statements: t.sections.statements, evaluations: t.sections.evaluations,
        living: t.free.living, resources: t.free.resources, proposals: t.free.proposals, number: it.tutela.number, issued: it.tutela.issued, received: it.tutela.arrived, activity: it.tutela.activity, words: it.tutela.words, term: it.tutela.term,
        not_stated: it.tutela.terms.non_indicato, days: t.days, months: t.months, by_day: t.byDay, name: t.name, tie: t.tie, born: t.born, residence: t.residence, nothing: t.nothing, nobody: t.nobody, method: t.method.toLowerCase(), draft: t.notSigned,
        signed: t.signedOn, on_paper: t.onPaperOf, waived: t.waivedFor, approval: t.approval, co_signer: t.roleCoSigner, hash: t.textHash,
      }),
    ]),
  }
}
