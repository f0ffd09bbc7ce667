// Values of any field in words, and where two of them differ.
import { showPartial } from '../dates/partial'
import { it } from '../messages/it'

const t = it.office
const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/

/** Codes of a field's list in words. */
const CODES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  sex: it.people.sexes,
  marital_status: it.people.maritals,
  education: it.people.educations,
}

/** Codes that several kinds of record share a name for; only to be read. */
const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  kind: { ...it.people.addressKinds, ...it.people.contactKinds, ...it.people.householdKinds, ...it.people.alertKinds },
}

const CASE_STATES: Readonly<Record<string, string>> = it.cases.states
const STATES: Readonly<Record<string, string>> = { ...it.placements.requestStates, ...it.placements.states, ...it.placements.shareKinds }

export const choicesFor = (field: string) => CODES[field]
export const isDate = (value: unknown): value is string => typeof value === 'string' && DATE.test(value)

/** A value as a person would say it: nested ones part by part. */
export function valueText(field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return t.clashEmpty
  if (typeof value === 'boolean') return value ? t.clashYes : t.clashNo
  if (isDate(value)) return showPartial(value)
  if (typeof value === 'string') return CODES[field]?.[value] ?? WORDS[field]?.[value] ?? value
  if (typeof value === 'number') return String(value)
  if (typeof value === 'object' && 'is' in value) {
    const { is, ...rest } = value as { is: string }
    const state = CASE_STATES[is]
    // Of other states the days and words count too: two of one name may differ in them.
    return state ?? [STATES[is] ?? is, valueText(field, rest)].filter((text) => text !== t.clashEmpty).join(' · ')
  }
  const parts = Array.isArray(value) ? (value as unknown[]) : Object.values(value as object)
  return parts.filter((part) => part !== null && part !== '' && part !== false).map((part) => valueText(field, part)).join(' · ') || t.clashEmpty
}

export interface Piece {
  text: string
  /** It is not in the other. */
  differs: boolean
}

const words = (text: string) => text.match(/\s+|[^\s]+/g) ?? []
const MOST_WORDS = 1200

/** The pieces of `text`, those marked that `other` does not have (longest common run of words). */
export function differences(text: string, other: string): Piece[] {
  const [mine, theirs] = [words(text), words(other)]
  if (mine.length * theirs.length > MOST_WORDS * MOST_WORDS) return [{ text, differs: text !== other }]
  const longest = Array.from({ length: mine.length + 1 }, () => new Array<number>(theirs.length + 1).fill(0))
  const at = (i: number, j: number) => longest[i]?.[j] ?? 0
  for (let i = mine.length - 1; i >= 0; i -= 1)
    for (let j = theirs.length - 1; j >= 0; j -= 1) {
      const row = longest[i]
      if (row) row[j] = mine[i] === theirs[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  const pieces: Piece[] = []
  const push = (word: string, differs: boolean) => {
    const last = pieces[pieces.length - 1]
    if (last?.differs === differs) last.text += word
    else pieces.push({ text: word, differs })
  }
  for (let i = 0, j = 0; i < mine.length; i += 1) {
    while (mine[i] !== theirs[j] && j < theirs.length && at(i, j + 1) >= at(i + 1, j)) j += 1
    const same = mine[i] === theirs[j] && j < theirs.length
    push(mine[i] ?? '', !same)
    if (same) j += 1
  }
  return pieces
}
