// Words and shapes of a report's text.
import type { Brano, Category, Relazione, RelazioneTesto, StatoRelazione } from '../../bindings'
import type { Tone } from '../../components'
import { it } from '../../messages/it'

const t = it.report

export const SECTIONS = ['facts', 'statements', 'evaluations'] as const
export type SectionKey = (typeof SECTIONS)[number]
export type Text = RelazioneTesto

export const reportTitle = (card: Relazione) => (card.kind ? it.cases.codeName(card.kind) : t.title)
export const stateTone = (state: StatoRelazione): Tone => (state === 'in_redazione' || state === 'in_revisione' ? 'warning' : state === 'inviata' || state === 'riscontrata' ? 'success' : 'info')

/** What a paragraph written here claims to be, by the heading that it is written under. */
const OWN: Readonly<Record<SectionKey, Category>> = { facts: { type: 'observed' }, statements: { type: 'reported', by: null, verbatim: false }, evaluations: { type: 'assessment', method: null } }
export const ownParagraph = (section: SectionKey): Brano => ({ text: '', category: OWN[section] })

/** What may be said later of a paragraph that a note left without a category. */
export const LATER = ['observed', 'documented', 'reported', 'assessment'] as const
export type Later = (typeof LATER)[number]

export function laterCategory(kind: Later, detail: string): Category {
  const words = detail.trim() === '' ? null : detail.trim()
  if (kind === 'documented') return { type: kind, document: words }
  if (kind === 'reported') return { type: kind, by: words, verbatim: false }
  if (kind === 'assessment') return { type: kind, method: words }
  return { type: kind }
}

/** Statements by who made them, as they are printed: each speaker once, nobody named last. */
export function bySpeaker(statements: readonly Brano[]): { by: string | null; said: Brano[] }[] {
  const groups = new Map<string | null, Brano[]>()
  for (const one of statements) {
    const by = (one.category?.type === 'reported' ? one.category.by?.trim() : null) || null
    groups.set(by, [...(groups.get(by) ?? []), one])
  }
  return [...groups].map(([by, said]) => ({ by, said })).sort((one, other) => Number(one.by === null) - Number(other.by === null))
}
