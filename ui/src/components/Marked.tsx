// Text with the words that matched shown with <mark>. Accents and case do not matter; always text nodes, never markup.
import { Fragment } from 'react'

const fold = (text: string) => text.normalize('NFD').replace(/\p{Diacritic}/gu, '').toLowerCase()

/** Where the words begin in the text: [start, end) in the text's own characters. */
export function markRanges(text: string, words: readonly string[]): [number, number][] {
  const wanted = words.map(fold).filter((word) => word.length > 0)
  if (wanted.length === 0) return []
  const ranges: [number, number][] = []
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const folded = fold(match[0])
    const hit = wanted.filter((word) => folded.startsWith(word)).sort((a, b) => b.length - a.length)[0]
    if (!hit) continue
    // One folded letter is one letter of the text for Latin script once composed.
    const composed = match[0].normalize('NFC')
    ranges.push([match.index, match.index + (composed.length === match[0].length ? hit.length : match[0].length)])
  }
  return ranges
}

export interface MarkedProps {
  text: string
  /** Words that were looked for; matched at the beginning of words. */
  words?: readonly string[]
  /** Ranges known by whoever searched; they win over `words`. */
  ranges?: readonly (readonly [number, number])[]
}

export function Marked({ text, words = [], ranges }: MarkedProps) {
  const marks = ranges ?? markRanges(text, words)
  const tail = marks[marks.length - 1]?.[1] ?? 0
  return (
    <>
      {marks.map(([start, end], index) => (
        <Fragment key={start}>
          {text.slice(marks[index - 1]?.[1] ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {text.slice(tail)}
    </>
  )
}
