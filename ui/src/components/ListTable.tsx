// A real table: caption, column headings with sort buttons, rows opened by the button in their heading cell. Long ones
// draw only what is in sight; under 768 px every row becomes a card.
import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import { kit } from '../messages/kit'
import { Icon } from './Icon'
import { useOnPaper } from './paper'
import { nextSort, sortRows, type Direction, type Sort, type SortValue } from './table-order'

export interface Column<T> {
  key: string
  header: string
  cell: (row: T) => ReactNode
  /** What to sort by; without it the column has no sort button. */
  sortValue?: (row: T) => SortValue
  /** Which way the first press sorts (dates usually newest first). */
  firstDirection?: Direction
  align?: 'start' | 'end'
  /** The column that names the row; its cell holds the open button. The first one if none says so. */
  isRowHeader?: boolean
  /** Hides the heading from sight (a column of buttons). */
  hideHeader?: boolean
}

export interface ListTableProps<T> {
  caption: string
  /** Keeps the caption for screen readers only, when a heading above says the same. */
  hideCaption?: boolean
  columns: readonly Column<T>[]
  rows: readonly T[]
  rowKey: (row: T) => string
  onOpen?: (row: T) => void
  /** The open button's spoken name: "Apri scheda di …". */
  openLabel?: (row: T) => string
  /** The row that stands open beside the table. */
  currentKey?: string | null
  defaultSort?: Sort
  /** Sorted elsewhere (by the archive): then rows are shown as they come. */
  sort?: Sort | null
  onSort?: (sort: Sort) => void
  /** Shown instead of the table when there are no rows. */
  empty?: ReactNode
  /** Longer than this, rows are drawn as they come into sight (default 100). */
  virtualAbove?: number
  /** CSS height of the scrolling frame when virtual. */
  height?: string
}

const ROW_HEIGHT = 36

function useSorted<T>({ rows, columns, sort, onSort, defaultSort }: ListTableProps<T>) {
  const [own, setOwn] = useState<Sort | null>(defaultSort ?? null)
  const controlled = onSort !== undefined
  const active = controlled ? (sort ?? null) : own
  const sorted = useMemo(() => {
    const column = columns.find((one) => one.key === active?.column)
    if (controlled || !active || !column?.sortValue) return rows
    return sortRows(rows, column.sortValue, active.direction)
  }, [rows, columns, active, controlled])
  const press = (column: Column<T>) => {
    const next = nextSort(active, column.key, column.firstDirection ?? 'ascending')
    if (onSort) onSort(next)
    else setOwn(next)
  }
  return { sorted, active, press }
}

interface HeadingProps<T> {
  column: Column<T>
  active: Sort | null
  onPress: () => void
  sortable: boolean
}

function Heading<T>({ column, active, onPress, sortable }: HeadingProps<T>) {
  const sorted = active?.column === column.key ? active.direction : undefined
  const text = column.hideHeader ? <span className="visually-hidden">{column.header}</span> : column.header
  return (
    <th scope="col" role="columnheader" aria-sort={sortable ? (sorted ?? 'none') : undefined} className={column.align === 'end' ? 'align-end' : undefined}>
      {sortable ? (
        <button type="button" className="table-sort" title={kit.sortBy(column.header)} onClick={onPress}>
          {text}
          <Icon name={sorted === 'descending' ? 'arrow-down' : 'arrow-up'} />
        </button>
      ) : (
        text
      )}
    </th>
  )
}

/** Up and down arrows walk the open buttons, Home and End reach the ends of what is drawn. */
function walkRows(event: KeyboardEvent<HTMLTableSectionElement>) {
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('.table-open')]
  const at = buttons.indexOf(document.activeElement as HTMLElement)
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key]
  if (at < 0 || to === undefined) return
  event.preventDefault()
  buttons[Math.max(0, Math.min(to, buttons.length - 1))]?.focus()
}

interface RowProps<T> {
  table: ListTableProps<T>
  row: T
  index: number
  measure?: (element: HTMLTableRowElement | null) => void
}

function Row<T>({ table, row, index, measure }: RowProps<T>) {
  const { columns, onOpen, openLabel, rowKey } = table
  const headerKey = (columns.find((one) => one.isRowHeader) ?? columns[0])?.key
  const openByClick = (event: MouseEvent) => {
    if ((event.target as Element).closest('button, a, input, label') || window.getSelection()?.toString()) return
    onOpen?.(row)
  }
  return (
    <tr
      ref={measure}
      role="row"
      data-index={index}
      data-odd={index % 2 === 1 || undefined}
      data-openable={onOpen ? true : undefined}
      aria-rowindex={index + 2}
      aria-current={table.currentKey !== undefined && table.currentKey === rowKey(row) ? 'true' : undefined}
      onClick={onOpen ? openByClick : undefined}
    >
      {columns.map((column) => {
        const align = column.align === 'end' ? 'align-end' : undefined
        if (column.key !== headerKey) {
          return (
            <td key={column.key} role="cell" data-label={column.hideHeader ? '' : column.header} className={align}>
              {column.cell(row)}
            </td>
          )
        }
        return (
          <th key={column.key} scope="row" role="rowheader" className={align}>
            {onOpen ? (
              <button type="button" className="table-open" data-focus-name={`row-${rowKey(row)}`} aria-label={openLabel?.(row)} onClick={() => onOpen(row)}>
                {column.cell(row)}
              </button>
            ) : (
              column.cell(row)
            )}
          </th>
        )
      })}
    </tr>
  )
}

const Spacer = ({ height, columns }: { height: number; columns: number }) =>
  height > 0 ? (
    <tr className="spacer" aria-hidden>
      <td colSpan={columns} style={{ height: `${height}px` }} />
    </tr>
  ) : null

function VirtualBody<T>({ table, rows, frame }: { table: ListTableProps<T>; rows: readonly T[]; frame: HTMLElement | null }) {
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing here is memoised on what it returns
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    getItemKey: (index) => {
      const row = rows[index]
      return row === undefined ? index : table.rowKey(row)
    },
  })
  const items = virtual.getVirtualItems()
  const before = items[0]?.start ?? 0
  const after = virtual.getTotalSize() - (items[items.length - 1]?.end ?? 0)
  return (
    <tbody role="rowgroup" onKeyDown={walkRows}>
      <Spacer height={before} columns={table.columns.length} />
      {items.map((item) => {
        const row = rows[item.index]
        return row === undefined ? null : <Row key={item.key} table={table} row={row} index={item.index} measure={virtual.measureElement} />
      })}
      <Spacer height={after} columns={table.columns.length} />
    </tbody>
  )
}

/** A frame that scrolls must be reachable by keyboard and have a name; a group, for the section around it is the landmark. */
const scrolling = (name: string) => ({ role: 'group', 'aria-label': name, tabIndex: 0 })

export function ListTable<T>(table: ListTableProps<T>) {
  // A state, not a ref: the body below mounts before its frame is known, and must draw again then.
  const [frame, setFrame] = useState<HTMLDivElement | null>(null)
  const { sorted, active, press } = useSorted(table)
  const onPaper = useOnPaper()
  if (table.rows.length === 0 && table.empty) return <>{table.empty}</>
  const long = !onPaper && sorted.length > (table.virtualAbove ?? 100)
  return (
    <div ref={setFrame} className="table-scroll" {...(long ? { ...scrolling(table.caption), style: { height: table.height ?? '70vh' } } : {})}>
      <table className="table table-cards" role="table" aria-rowcount={sorted.length + 1}>
        <caption className={table.hideCaption ? 'visually-hidden' : undefined}>{table.caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {table.columns.map((column) => (
              <Heading
                key={column.key}
                column={column}
                active={active}
                sortable={Boolean(column.sortValue) || (table.onSort !== undefined && column.firstDirection !== undefined)}
                onPress={() => press(column)}
              />
            ))}
          </tr>
        </thead>
        {long ? (
          <VirtualBody table={table} rows={sorted} frame={frame} />
        ) : (
          <tbody role="rowgroup" onKeyDown={walkRows}>
            {sorted.map((row, index) => (
              <Row key={table.rowKey(row)} table={table} row={row} index={index} />
            ))}
          </tbody>
        )}
      </table>
    </div>
  )
}
