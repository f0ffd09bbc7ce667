import { describe, expect, it } from 'vitest'
import { readEuro, readPercent, showEuro, typedEuro, typedPercent } from './money'

describe('amounts of money', () => {
  it.each([
    ['98,7654', 987_654], ['98.7654', 987_654], ['1.250,00', 12_500_000], ['1.250', 12_500_000], ['98.5', 985_000], ['120', 1_200_000], ['€ 0,05', 500],
  ])('%s is read', (typed, amount) => expect(readEuro(typed)).toBe(amount))
  it.each(['', 'molto', '98,76543', '-5', '1,2,3'])('%s is no amount', (typed) => expect(readEuro(typed)).toBeNull())
  it('are shown with cents, and with four decimals where cents do not say it all', () => {
    expect(showEuro(12_500_000)).toMatch(/^1\.?250,00\s€$/)
    expect(showEuro(35_555_500)).toMatch(/^3\.555,55\s€$/)
    expect(showEuro(987_654)).toMatch(/^98,7654\s€$/)
  })
  it.each([987_654, 12_500_000, 985_000, 500])('%d comes back from its field', (amount) => expect(readEuro(typedEuro(amount))).toBe(amount))
  it('percentages go there and back', () => {
    expect(readPercent('5')).toBe(500)
    expect(readPercent('22,5 %')).toBe(2250)
    expect(typedPercent(2250)).toBe('22,5')
    expect(readPercent('tutto')).toBeNull()
    expect(readPercent('150')).toBe(10_000)
  })
})
