// Sorting of table rows: Italian order for text, empty values last whichever way.
export type Direction = 'ascending' | 'descending'
export type SortValue = string | number | null | undefined

export interface Sort<C extends string = string> {
  column: C
  direction: Direction
}

const ITALIAN = new Intl.Collator('it', { numeric: true, sensitivity: 'base' })

function compare(a: SortValue, b: SortValue): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return ITALIAN.compare(String(a), String(b))
}

const missing = (value: SortValue) => value === null || value === undefined || value === ''

/** A sorted copy; equal rows keep their order. */
export function sortRows<T>(rows: readonly T[], valueOf: (row: T) => SortValue, direction: Direction): T[] {
  const sign = direction === 'ascending' ? 1 : -1
  return [...rows].sort((left, right) => {
    const [a, b] = [valueOf(left), valueOf(right)]
    if (missing(a) || missing(b)) return Number(missing(a)) - Number(missing(b))
    return sign * compare(a, b)
  })
}

/** What a press on a column's heading leads to. */
export function nextSort<C extends string>(current: Sort<C> | null, column: C, first: Direction): Sort<C> {
  if (current?.column !== column) return { column, direction: first }
  return { column, direction: current.direction === 'ascending' ? 'descending' : 'ascending' }
}
