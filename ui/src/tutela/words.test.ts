import { afterEach, describe, expect, it, vi } from 'vitest'
import { momentIn, momentValue } from './fields'
import { countedWords, leftWords, momentNow } from './words'

const at = (utc: string) => Date.parse(utc)
const due = { is: 'ora', at: '2026-03-29T20:15:00.000Z' } as const
afterEach(() => vi.useRealTimers())

describe('the clock of art. 403', () => {
  it('counts hours and minutes, through the night in which the clocks go forward', () => {
    expect(leftWords(due, at('2026-03-28T20:15:00Z'), '2026-03-28').text).toBe('Mancano 24 h 0 min')
    expect(leftWords(due, at('2026-03-29T14:03:00Z'), '2026-03-29').text).toBe('Mancano 6 h 12 min')
    expect(leftWords(due, at('2026-03-29T20:14:30Z'), '2026-03-29').text).toBe('Mancano 0 min')
  })
  it('stays overdue and says by how much', () => {
    expect(leftWords(due, at('2026-03-29T22:45:00Z'), '2026-03-30')).toEqual({ text: 'Scaduto da 2 h 30 min', tone: 'danger' })
    expect(leftWords({ is: 'giorno', on: '2026-04-02' }, 0, '2026-04-03').text).toBe('Scaduto da 1 giorno')
    expect(leftWords({ is: 'non_decorre' }, 0, '2026-04-03').text).toBe('Non decorre ancora')
  })
})

describe('a typed minute', () => {
  it('keeps the exact moment of "Adesso" until something else is typed', () => {
    vi.useFakeTimers({ now: at('2026-10-25T01:30:20Z') })
    const now = momentNow()
    expect(now).toEqual({ on: '2026-10-25', time: '02:30', at: '2026-10-25T01:30:20.000Z' })
    const typed = momentValue(now)
    expect(momentIn(typed)).toBe(now)
    expect(momentIn({ ...typed, time: '02:31' })).toEqual({ on: '2026-10-25', time: '02:31', at: '1970-01-01T00:00:00.000Z' })
    expect(momentIn({ ...typed, time: null })).toBeNull()
  })
})

describe('how a term is counted', () => {
  it('says from which day, or that the day is not known yet', () => {
    expect(countedWords({ from: '2026-03-06', term: { is: 'giorni', days: 60 }, source: 'giudice', due: null })).toBe('60 giorni dal 06/03/2026')
    expect(countedWords({ from: null, term: { is: 'mesi', months: 6 }, source: 'giudice', due: null })).toContain('data che manca')
  })
})
