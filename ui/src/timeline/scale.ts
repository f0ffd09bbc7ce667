// Days on a line: where a day stands, and which marks the axis carries. Pure, so that it can be tested by itself.
import { daysBetween } from '../dates/civil'

export interface Scale {
  from: string
  until: string
  /** From 0 to 1. */
  at: (day: string) => number
  marks: { day: string; label: string }[]
}

const YEAR_DAYS = 366

/** The first day of the month after. */
function nextMonth(day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return month === 12 ? `${String(year + 1)}-01-01` : `${String(year)}-${String(month + 1).padStart(2, '0')}-01`
}

/** Months between two marks: one up to a year and a half, three up to five years, else a year. */
const stepOf = (days: number) => (days <= YEAR_DAYS * 1.5 ? 1 : days <= YEAR_DAYS * 5 ? 3 : 12)

/** A line over these days. */
export function scaleOf(days: readonly string[], today: string): Scale | null {
  const [first] = [...days].sort()
  if (first === undefined) return null
  const from = `${first.slice(0, 7)}-01`
  const last = [...days, today].sort().at(-1) ?? today
  const until = nextMonth(last)
  const length = Math.max(1, daysBetween(from, until))
  const step = stepOf(length)
  const marks: Scale['marks'] = []
  for (let day = from; day < until; day = nextMonth(day)) {
    const month = Number(day.slice(5, 7))
    if ((month - 1) % step === 0) marks.push({ day, label: month === 1 ? day.slice(0, 4) : `${day.slice(5, 7)}/${day.slice(2, 4)}` })
  }
  return { from, until, at: (day) => Math.min(1, Math.max(0, daysBetween(from, day) / length)), marks }
}
