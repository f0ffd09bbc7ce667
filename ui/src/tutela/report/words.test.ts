import { expect, it as test } from 'vitest'
import { bySpeaker, laterCategory, ownParagraph } from './words'

test('statements stand by who made them, nobody named last', () => {
  const said = (text: string, by: string | null) => ({ text, category: { type: 'reported' as const, by, verbatim: false } })
  const groups = bySpeaker([said('a', null), said('b', 'Anna'), said('c', 'la madre'), said('d', ' Anna ')])
  expect(groups.map(({ by, said: list }) => [by, list.map((one) => one.text).join('')])).toEqual([['Anna', 'bd'], ['la madre', 'c'], [null, 'a']])
})

test('a paragraph written under a heading claims to be what the heading says', () => {
  expect(ownParagraph('statements').category?.type).toBe('reported')
  expect(laterCategory('assessment', ' osservazione ')).toEqual({ type: 'assessment', method: 'osservazione' })
  expect(laterCategory('observed', 'x')).toEqual({ type: 'observed' })
})
