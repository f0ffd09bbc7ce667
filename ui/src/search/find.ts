// What the palette asks and shows. A hit leads to a page; its texts are plain, the matched words are marked on the screen.
import { call } from '../platform'

export type HitKind = 'person' | 'case' | 'entry'

export interface Hit {
  kind: HitKind
  id: string
  title: string
  /** What tells it apart: birth date and comune, service and state, date and kind of note. */
  note: string
  /** A piece of the text around the match, for notes. */
  excerpt?: string | null
  /** The case that an entry stands in. */
  case_id?: string | null
}

export interface Find {
  text: string
  /** Only this kind; all when null. */
  only: HitKind | null
  limit: number
}

export const find = (input: Find) => call<{ hits: Hit[] }>('main', 'search.find', input)

/** Tells the archive that this search was looked at: it is written in the audit once, never per key. */
export const noteSearch = (text: string, opened: string | null) => call('main', 'search.note', { text, opened })

/** The page that a hit opens. */
export function pageOf(hit: Hit): { name: string; params: Record<string, string> } {
  if (hit.kind === 'person') return { name: 'person', params: { person_id: hit.id } }
  if (hit.kind === 'case') return { name: 'case', params: { case_id: hit.id } }
  return { name: 'diary.entry', params: { entry_id: hit.id, ...(hit.case_id ? { case_id: hit.case_id } : {}) } }
}
