// What the editor does to a draft, apart from the screen.
import type { CaseId, Category, Collective, DraftSegment, DraftText, EntryDraft, EntryKind, SegmentId } from '../../bindings'

/** A paragraph with its id: the editor gives every paragraph one, so that the cursor finds it. */
export type Paragraph = DraftSegment & { id: SegmentId }

export const blankParagraph = (): Paragraph => ({ id: crypto.randomUUID(), heading: null, category: null, read_by: null, files: [], text: '' })
export const blankText = (): DraftText => ({ files: [], participants: [], outcome: null, segments: [blankParagraph()], actions: [] })

/** Gives ids to paragraphs that have none and leaves at least one to write in. */
export function ready(draft: EntryDraft): EntryDraft {
  const texts = draft.texts.length > 0 ? draft.texts : [blankText()]
  return {
    ...draft,
    texts: texts.map((text) => ({
      ...text,
      segments: (text.segments.length > 0 ? text.segments : [blankParagraph()]).map((one) => ({ ...one, id: one.id ?? crypto.randomUUID() })),
    })),
  }
}

export const changeText = (draft: EntryDraft, index: number, change: (text: DraftText) => DraftText): EntryDraft => ({
  ...draft,
  texts: draft.texts.map((text, at) => (at === index ? change(text) : text)),
})

export const changeParagraph = (text: DraftText, id: string, change: Partial<DraftSegment>): DraftText => ({
  ...text,
  segments: text.segments.map((one) => (one.id === id ? { ...one, ...change } : one)),
})

/** Cuts a paragraph in two at the cursor; the second starts without heading or category, for the same readers and files. */
export function splitParagraph(text: DraftText, id: string, before: string, after: string): { text: DraftText; created: string } {
  const created = { ...blankParagraph(), text: after }
  const segments = text.segments.flatMap((one) =>
    one.id === id ? [{ ...one, text: before }, { ...created, read_by: one.read_by, files: one.files }] : [one],
  )
  return { text: { ...text, segments }, created: created.id }
}

/** Joins a paragraph to the one before it; answers where the cursor goes, or null at the first. */
export function joinParagraph(text: DraftText, id: string): { text: DraftText; into: string; caret: number } | null {
  const at = text.segments.findIndex((one) => one.id === id)
  const before = text.segments[at - 1]
  const own = text.segments[at]
  if (!before?.id || !own) return null
  const segments = text.segments
    .filter((one) => one.id !== id)
    .map((one) => (one.id === before.id ? { ...one, text: one.text + own.text } : one))
  return { text: { ...text, segments }, into: before.id, caret: before.text.length }
}

/** Text pasted with blank lines or line ends becomes paragraphs. */
export function pasteParagraphs(text: DraftText, id: string, pasted: string, from: number, to: number): { text: DraftText; last: string; caret: number } | null {
  const pieces = pasted.split(/\r?\n(?:\s*\r?\n)*/).map((piece) => piece.trim()).filter(Boolean)
  const own = text.segments.find((one) => one.id === id)
  if (pieces.length < 2 || !own) return null
  const first = own.text.slice(0, from) + (pieces[0] ?? '')
  const more = pieces.slice(1).map((piece) => ({ ...blankParagraph(), read_by: own.read_by, files: own.files, text: piece }))
  const last = more.at(-1)
  if (!last) return null
  const caret = last.text.length
  last.text += own.text.slice(to)
  const segments = text.segments.flatMap((one) => (one.id === id ? [{ ...one, text: first }, ...more] : [one]))
  return { text: { ...text, segments }, last: last.id, caret }
}

/** Takes over what another kind proposes, keeping every word that was typed and every value that she touched. */
export function changeKind(draft: EntryDraft, kind: EntryKind, proposed: EntryDraft): EntryDraft {
  const untouched = draft.header.time.minutes === null || draft.header.time.proposed
  const blank = (segments: DraftSegment[]) => segments.every((one) => one.text.trim() === '')
  const offered = ready(proposed)
  return {
    ...draft,
    header: {
      ...draft.header,
      kind,
      place: draft.header.place ?? proposed.header.place,
      time: untouched ? { ...proposed.header.time, travel: draft.header.time.travel } : draft.header.time,
    },
    texts: draft.texts.map((text) =>
      blank(text.segments) ? { ...text, segments: (offered.texts[0]?.segments ?? [blankParagraph()]).map((one) => ({ ...one, id: crypto.randomUUID() })) } : text,
    ),
  }
}

export const sameCategory = (a: Category | null, b: Category | null) => JSON.stringify(a) === JSON.stringify(b)

/** Takes a file out, and out of every paragraph that was limited to it. */
export function removeFile(text: DraftText, file: CaseId): DraftText {
  return {
    ...text,
    files: text.files.filter((one) => one !== file),
    segments: text.segments.map((one) => ({ ...one, files: one.files.filter((each) => each !== file) })),
  }
}

/** Makes it about a group, class or school, or about a person again. One text alone has a file or a collective, never both. */
export function aboutCollective(draft: EntryDraft, collective: Collective | null): EntryDraft {
  const alone = draft.texts.length === 1 && collective !== null
  return { ...draft, collective, texts: alone ? draft.texts.map((text) => ({ ...text, files: [] })) : draft.texts }
}

/** Whether a text is about the group, class or school itself: it has no file, and among several it names nobody of its own. */
export const isOfCollective = ({ collective, texts }: EntryDraft, text: DraftText) =>
  collective !== null && text.files.length === 0 && !(texts.length > 1 && text.participants.length > 0)

/** The text whose readers are shown: the only one, or the files of all. */
export const readersOf = ({ texts }: EntryDraft): DraftText =>
  texts.length === 1 && texts[0] ? texts[0] : { ...blankText(), files: [...new Set(texts.flatMap((text) => text.files))] }
