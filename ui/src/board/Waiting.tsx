// What waits: orders for which nobody is responsible, and terms that are over.
import type { AgendaItem, Board, BoardOrder } from '../bindings'
import { Badge, CaseCode, ListTable, Section, type Column } from '../components'
import { showDate } from '../dates/civil'
import { dayWords, standingWords } from '../deadlines'
import { nameOf } from '../diary'
import { it } from '../messages/it'
import { navigate } from '../navigation'

const t = it.board

const called = (byCode: boolean, { code, label }: { code: string; label: string }) => (byCode ? code : label)

const kindOf = ({ kind }: BoardOrder) => (kind ? it.cases.codeName(kind) : '')

const orderColumns = (byCode: boolean): Column<BoardOrder>[] => [
  {
    key: 'case', header: t.case, isRowHeader: true, sortValue: (order) => called(byCode, order),
    cell: (order) => (
      <span className="line">
        {byCode ? <CaseCode code={order.code} /> : order.label}{' '}
        {order.urgent && <Badge tone="danger" icon="flag">{t.urgent}</Badge>}
      </span>
    ),
  },
  { key: 'kind', header: t.kind, sortValue: (order) => kindOf(order), cell: kindOf },
  { key: 'received', header: t.received, sortValue: (order) => order.received, cell: (order) => showDate(order.received) },
  { key: 'worked', header: t.workedDays, align: 'end', firstDirection: 'descending', sortValue: (order) => order.worked_days, cell: (order) => order.worked_days },
  {
    key: 'due', header: t.assignBy, sortValue: (order) => order.due,
    cell: (order) => {
      if (!order.due) return null
      const standing = order.standing ? standingWords(order.standing) : null
      return (
        <span className="line">
          {showDate(order.due)}
          {standing && standing.tone !== 'neutral' && <Badge tone={standing.tone}>{standing.text}</Badge>}
        </span>
      )
    },
  },
]

export function Orders({ board, byCode }: { board: Board; byCode: boolean }) {
  return (
    <Section title={t.toAssign}>
      <ListTable
        caption={t.toAssign} hideCaption columns={orderColumns(byCode)} rows={board.orders} rowKey={(order) => order.id} openLabel={(order) => [t.openCase(called(byCode, order)), order.urgent ? t.urgent : ''].filter(Boolean).join(' ')}
        onOpen={(order) => navigate('case', { case_id: order.case })} empty={<p className="muted">{t.noOrders}</p>}
      />
    </Section>
  )
}

interface Term {
  key: string
  item: AgendaItem
  who: string
  /** In place of the names. */
  codes: string[] | null
}

const termColumns = (today: string): Column<Term>[] => [
  { key: 'case', header: t.case, isRowHeader: true, sortValue: ({ who }) => who, cell: ({ who, codes }) => (codes ? codes.map((code, at) => <span key={code}>{at > 0 && ', '}<CaseCode code={code} /></span>) : who) },
  { key: 'term', header: t.term, sortValue: ({ item }) => item.deadline?.key.code ?? '', cell: ({ item }) => (item.deadline ? it.deadlines.codes[item.deadline.key.code] : item.what) },
  {
    key: 'due', header: t.due, sortValue: ({ item }) => item.on,
    cell: ({ item }) => (
      <span className="line">
        {showDate(item.on)} <Badge tone="danger">{dayWords(item.on, today).text}</Badge>
      </span>
    ),
  },
]

function termsOf(board: Board, byCode: boolean): Term[] {
  const who = (id: string) => (byCode ? (board.codes[id] ?? '') : nameOf(board.names, id))
  return board.overdue.map((item) => ({ key: `${item.id}-${item.deadline?.key.code ?? ''}-${String(item.deadline?.key.nth ?? 0)}`, item, who: item.cases.map(who).join(', '), codes: byCode ? item.cases.map(who) : null }))
}

export function Overdue({ board, byCode }: { board: Board; byCode: boolean }) {
  const terms = termsOf(board, byCode)
  return (
    <Section title={t.overdue}>
      {terms.length < board.totals.overdue && <p className="muted">{t.someOverdue(terms.length, board.totals.overdue)}</p>}
      <ListTable
        caption={t.overdue} hideCaption columns={termColumns(board.today)} rows={terms} rowKey={({ key }) => key} openLabel={({ who }) => t.openCase(who)} virtualAbove={400}
        onOpen={({ item }) => navigate('case', { case_id: item.cases[0] ?? '' })} empty={<p className="muted">{t.noOverdue}</p>}
      />
    </Section>
  )
}
