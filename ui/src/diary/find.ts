// People and cases found while typing, for the fields of the editor.
import { findAnything } from '../bindings'
import type { ComboItem } from '../components'
import { showDate } from '../dates/civil'
import { it } from '../messages/it'

const LIMIT = 8

/** Cases whose person matches. */
export async function findCases(text: string): Promise<ComboItem[]> {
  const { cases } = await findAnything({ text, settled: false, limit: LIMIT })
  return cases.map((hit) => ({
    key: hit.id,
    label: `${hit.name} · ${hit.service}`,
    ...(hit.last_contact ? { note: `${it.diary.lastContact} ${showDate(hit.last_contact)}` } : {}),
  }))
}

/** People of the registry who match. */
export async function findPeople(text: string): Promise<ComboItem[]> {
  const { people } = await findAnything({ text, settled: false, limit: LIMIT })
  return people.map((hit) => ({ key: hit.id, label: hit.name, ...(hit.birth ? { note: hit.birth } : {}) }))
}
