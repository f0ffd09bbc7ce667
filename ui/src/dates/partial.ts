// Dates of which only the year, or month and year, is known: "2011", "2011-05", "2011-05-07"; with "~" after it the date
// was judged by someone, not read from a paper.
import { exists, isoOf, partsOf, showDate } from './civil'

export interface PartialParts {
  year: string
  month: string
  day: string
}

export const NO_PARTS: PartialParts = { year: '', month: '', day: '' }

export type PartialFault = 'year' | 'month' | 'day' | 'day-needs-month'

export const isEstimated = (value: string | null | undefined) => Boolean(value?.endsWith('~'))

/** The same date, judged or read. */
export const asEstimated = (value: string | null, estimated: boolean) => (value === null ? null : value.replace(/~$/, '') + (estimated ? '~' : ''))

/** The written parts of a partial date; all empty for none. */
export function partialParts(value: string | null): PartialParts {
  const [year = '', month = '', day = ''] = (value ?? '').replace(/~$/, '').split('-')
  return { year, month: month.replace(/^0/, ''), day: day.replace(/^0/, '') }
}

/** Reads the three parts: the value, null when all are empty, or what is wrong. */
export function readPartial(parts: PartialParts): { value: string | null } | { fault: PartialFault } {
  const [year, month, day] = [parts.year.trim(), parts.month.trim(), parts.day.trim()]
  if (!year && !month && !day) return { value: null }
  if (!/^(18[5-9]\d|19\d\d|20\d\d|21\d\d)$/.test(year)) return { fault: 'year' }
  if (!month) return day ? { fault: 'day-needs-month' } : { value: year }
  const m = Number(month)
  if (!/^\d{1,2}$/.test(month) || m < 1 || m > 12) return { fault: 'month' }
  if (!day) return { value: `${year}-${month.padStart(2, '0')}` }
  const whole = { year: Number(year), month: m, day: Number(day) }
  return /^\d{1,2}$/.test(day) && exists(whole) ? { value: isoOf(whole) } : { fault: 'day' }
}

/** "07/05/2011", "05/2011", "2011", "circa 2011". */
export function showPartial(value: string | null | undefined): string {
  if (!value) return ''
  if (isEstimated(value)) return `circa ${showPartial(asEstimated(value, false))}`
  if (partsOf(value)) return showDate(value)
  const { year, month } = partialParts(value)
  return month ? `${month.padStart(2, '0')}/${year}` : year
}
