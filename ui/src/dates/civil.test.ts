import { describe, expect, it } from 'vitest'
import { addMonths, daysBetween, parseDate, parseTime, showDate, showDateFull, today } from './civil'
import { readPartial, showPartial } from './partial'

const TODAY = '2026-04-03'
const read = (text: string, lean?: 'past') => {
  const parsed = parseDate(text, TODAY, lean)
  return parsed.kind === 'date' ? parsed.iso : parsed.kind === 'bad' ? parsed.why : null
}

describe('typed dates', () => {
  it.each([
    ['oggi', '2026-04-03'], [' Ieri ', '2026-04-02'], ['domani', '2026-04-04'], ["l'altro ieri", '2026-04-01'],
    ['3/4', '2026-04-03'], ['3.4.26', '2026-04-03'], ['03-04-2026', '2026-04-03'], ['3 4 2026', '2026-04-03'],
    ['030426', '2026-04-03'], ['03042026', '2026-04-03'], ['0304', '2026-04-03'], ['3 aprile', '2026-04-03'],
    ['12 sett 2025', '2025-09-12'], ['1° maggio', '2026-05-01'], ['+10', '2026-04-13'], ['-3', '2026-03-31'], ['2026-12-31', '2026-12-31'],
    ['29/2/24', '2024-02-29'],
  ])('reads %s', (text, iso) => expect(read(text)).toBe(iso))

  it.each([['31/4', 'impossible'], ['29/2/2026', 'impossible'], ['99/99', 'impossible'], ['2026-02-30', 'impossible'], ['boh', 'format'], ['3/', 'format'], ['12345', 'format']])(
    'refuses %s as %s', (text, why) => expect(read(text)).toBe(why),
  )

  it('leaves empty text empty', () => expect(read('   ')).toBeNull())
  it('puts two-digit birth years in the past', () => {
    expect(read('9/3/71', 'past')).toBe('1971-03-09')
    expect(read('9/3/40', 'past')).toBe('1940-03-09')
    expect(read('9/3/40')).toBe('2040-03-09')
    expect(read('9/3/26', 'past')).toBe('2026-03-09')
  })
  it('knows the Italian day around midnight of another zone', () => expect(today(new Date('2026-06-30T22:30:00Z'))).toBe('2026-07-01'))
  it('keeps to the last day when months are shorter', () => expect(addMonths('2026-01-31', 1)).toBe('2026-02-28'))
  it('counts days over the change of clocks', () => expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2))
  it('shows them as Italians write them', () => {
    expect(showDate('2026-04-03')).toBe('03/04/2026')
    expect(showDateFull('2026-04-03')).toBe('venerdì 3 aprile 2026')
    expect(showDate('not a date')).toBe('')
  })
})

describe('typed times', () => {
  it.each([['9', '09:00'], ['930', '09:30'], ['9.30', '09:30'], ['14:30', '14:30'], ['1430', '14:30'], ['h 8', '08:00']])('reads %s', (text, time) =>
    expect(parseTime(text)).toBe(time),
  )
  it.each(['24', '9:60', '99', 'mai', '12345'])('refuses %s', (text) => expect(parseTime(text)).toBeNull())
})

describe('partial dates', () => {
  const parts = (day: string, month: string, year: string) => readPartial({ day, month, year })
  it('takes what is known', () => {
    expect(parts('', '', '2011')).toEqual({ value: '2011' })
    expect(parts('', '5', '2011')).toEqual({ value: '2011-05' })
    expect(parts('7', '5', '2011')).toEqual({ value: '2011-05-07' })
    expect(parts('', '', '')).toEqual({ value: null })
  })
  it('says which part is wrong', () => {
    expect(parts('7', '', '2011')).toEqual({ fault: 'day-needs-month' })
    expect(parts('31', '4', '2011')).toEqual({ fault: 'day' })
    expect(parts('', '13', '2011')).toEqual({ fault: 'month' })
    expect(parts('1', '1', '')).toEqual({ fault: 'year' })
    expect(parts('', '', '0011')).toEqual({ fault: 'year' })
  })
  it('shows what is known', () => {
    expect(showPartial('2011')).toBe('2011')
    expect(showPartial('2011-05')).toBe('05/2011')
    expect(showPartial('2011-05-07')).toBe('07/05/2011')
    expect(showPartial('2011~')).toBe('circa 2011')
  })
})
