import { describe, expect, it } from 'vitest'
import { scaleOf } from './scale'

describe('the scale of a time line', () => {
  it('has no days, no line', () => {
    expect(scaleOf([], '2026-04-14')).toBeNull()
  })

  it('begins with the first month and ends after today, a mark a month', () => {
    const scale = scaleOf(['2026-02-10', '2026-03-01'], '2026-04-14')
    expect([scale?.from, scale?.until]).toEqual(['2026-02-01', '2026-05-01'])
    expect(scale?.marks.map(({ label }) => label)).toEqual(['02/26', '03/26', '04/26'])
    expect(scale?.at('2026-02-01')).toBe(0)
    expect(scale?.at('2026-05-01')).toBe(1)
  })

  it('marks quarters when it is longer', () => {
    expect(scaleOf(['2024-11-03'], '2026-06-14')?.marks.map(({ label }) => label)).toEqual(['2025', '04/25', '07/25', '10/25', '2026', '04/26'])
  })

  it('marks years only when it is long, and holds what lies outside to its ends', () => {
    const scale = scaleOf(['2019-12-31'], '2026-04-14')
    expect(scale?.marks.map(({ label }) => label)).toEqual(['2020', '2021', '2022', '2023', '2024', '2025', '2026'])
    expect(scale?.at('2001-01-01')).toBe(0)
    expect(scale?.at('2099-01-01')).toBe(1)
  })
})
