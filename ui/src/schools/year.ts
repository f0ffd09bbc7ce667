// School years: from 1 September, named by the year in which they start.
import { it } from '../messages/it'

export function schoolYearOf(day: string): number {
  const year = Number(day.slice(0, 4))
  return Number(day.slice(5, 7)) >= 9 ? year : year - 1
}

/** The years that a form or a page offers: the next one, this one, some before. */
export function yearChoices(today: string, before = 3) {
  const now = schoolYearOf(today)
  return Array.from({ length: before + 2 }, (_, at) => now + 1 - at).map((year) => ({ key: String(year), label: it.people.yearText(year) }))
}
