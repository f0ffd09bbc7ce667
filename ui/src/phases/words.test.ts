import { describe, expect, it } from 'vitest'
import { readEuro, showEuro, typedEuro } from './words'

describe('amounts', () => {
  it('are read as they are typed in Italy, to the ten-thousandth', () => {
    expect(readEuro('14.250,50')).toBe(142_505_000)
    expect(readEuro('14250')).toBe(142_500_000)
    expect(readEuro('22,995')).toBe(229_950)
    for (const wrong of ['', '14,250.50', 'abc', '1.42,5', '-3', '1,23456']) expect(readEuro(wrong), wrong).toBeNull()
  })
  it('go back into their field as they were', () => {
    for (const amount of [142_505_000, 229_950, 0]) expect(readEuro(typedEuro(amount))).toBe(amount)
    expect(showEuro(142_505_000).replace(/\s/g, ' ')).toBe('14.250,50 €')
  })
})
