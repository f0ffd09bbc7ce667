import { describe, expect, it } from 'vitest'
import { markRanges } from './Marked'

const marked = (text: string, ...words: string[]) => markRanges(text, words).map(([start, end]) => text.slice(start, end))

describe('marked words', () => {
  it('are found at the beginning of words, whatever the accents', () => {
    expect(marked('Colombo Nicolò', 'nico', 'colo')).toEqual(['Colo', 'Nico'])
    expect(marked('perché la madre', 'perche')).toEqual(['perché'])
    expect(marked('scolombo', 'colo')).toEqual([])
  })
  it('hold whole letters in decomposed text', () => expect(marked('Nicolo\u0300 va', 'nicolò')).toEqual(['Nicolo\u0300']))
  it('are none for no words', () => expect(markRanges('testo', ['', ' '])).toEqual([]))
})
