// What the palette shows: the archive's hits as one list of rows, each leading to a page. Texts are plain; what was looked
// for comes marked in pieces.
import type { CaseHit, DiaryHit, FileHit, Hits, PersonHit, Piece } from '../bindings'
import { showDate, showInstant } from '../dates/civil'
import { showPartial } from '../dates/partial'
import { it } from '../messages/it'
import { ENTRY_KINDS, SERVICES, STATES } from '../messages/terms'

export type HitKind = 'person' | 'case' | 'entry' | 'file'

export interface Hit {
  kind: HitKind
  id: string
  /** The line in bold, in pieces. */
  title: readonly Piece[]
  /** What tells it apart: birth and phone, service and state, day. */
  note: string
  /** A piece of the text around what was looked for. */
  excerpt: readonly Piece[]
  page: { name: string; params: Record<string, string> }
}

const plain = (text: string): Piece[] => [{ text, hit: false }]
const join = (...parts: (string | null | undefined | false)[]) => parts.filter(Boolean).join(' · ')

const person = (hit: PersonHit): Hit => ({
  kind: 'person',
  id: hit.id,
  title: hit.pieces.length > 0 ? hit.pieces : plain(hit.name),
  note: join(hit.birth && it.search.born(showPartial(hit.birth)), hit.phone),
  excerpt: [],
  page: { name: 'person', params: { person_id: hit.id } },
})

const caseFile = (hit: CaseHit): Hit => ({
  kind: 'case',
  id: hit.id,
  title: plain(hit.name),
  note: join(SERVICES[hit.service], hit.state && STATES[hit.state], hit.last_contact && it.search.lastContact(showDate(hit.last_contact))),
  excerpt: [],
  page: { name: 'case', params: { case_id: hit.id } },
})

const entry = (hit: DiaryHit): Hit => ({
  kind: 'entry',
  id: hit.id,
  title: plain(join(hit.kind ? ENTRY_KINDS[hit.kind] : it.search.entry, hit.name)),
  note: showDate(hit.on),
  excerpt: hit.reserved ? plain(it.search.reserved) : hit.pieces,
  page: { name: 'diary.entry', params: { entry_id: hit.id, ...(hit.case ? { case_id: hit.case } : {}) } },
})

const file = (hit: FileHit): Hit => ({
  kind: 'file',
  id: hit.id,
  title: hit.reserved ? plain(it.search.reservedFile) : hit.pieces,
  note: join(hit.name, hit.dated ? showDate(hit.dated) : hit.at && it.search.attached(showInstant(hit.at))),
  excerpt: [],
  page: { name: 'file', params: { file_id: hit.id } },
})

/** All rows in the order of the groups, or those of one group. */
export function rowsOf(hits: Hits, only: HitKind | null): Hit[] {
  const rows = [...hits.people.map(person), ...hits.cases.map(caseFile), ...hits.diary.map(entry), ...hits.files.map(file)]
  return only ? rows.filter((row) => row.kind === only) : rows
}
