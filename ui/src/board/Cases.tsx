// The cases, those of which nobody wrote for the longest time first.
import type { Board, BoardLine } from '../bindings'
import { StateBadge, stateOrder } from '../cases'
import { Badge, CaseCode, EmptyState, ListTable, Section, type Column } from '../components'
import { showDate } from '../dates/civil'
import { showPartial } from '../dates/partial'
import { nameOf } from '../diary'
import { it } from '../messages/it'
import { navigate } from '../navigation'

const t = it.board

const called = (byCode: boolean, line: BoardLine) => (byCode ? line.code : line.label)

const columns = (board: Board, byCode: boolean): Column<BoardLine>[] => [
  { key: 'case', header: t.case, isRowHeader: true, sortValue: (line) => called(byCode, line), cell: (line) => (byCode ? <CaseCode code={line.code} /> : line.label) },
  ...(byCode ? [] : [{ key: 'age', header: t.age, align: 'end' as const, sortValue: (line: BoardLine) => line.age, cell: (line: BoardLine) => line.age }]),
  { key: 'service', header: t.service, sortValue: (line) => line.service, cell: (line) => <abbr title={it.cases.serviceName(line.service)}>{line.service}</abbr> },
  {
    key: 'state', header: t.state, sortValue: (line) => stateOrder(line.state),
    cell: (line) => (
      <span className="cases-state">
        <StateBadge state={line.state} />
        {line.since && <span className="cases-since">{`${t.since.toLowerCase()} ${showPartial(line.since)}`}</span>}
      </span>
    ),
  },
  { key: 'comune', header: t.comune, sortValue: (line) => line.comune, cell: (line) => line.comune },
  {
    key: 'responsible', header: t.responsible, sortValue: (line) => (line.responsible ? nameOf(board.names, line.responsible) : null),
    cell: (line) => (line.responsible ? nameOf(board.names, line.responsible) : <Badge tone="warning">{it.cases.nobody}</Badge>),
  },
  { key: 'contact', header: t.lastContact, sortValue: (line) => line.last_contact, cell: (line) => (line.last_contact ? showDate(line.last_contact) : t.never) },
  {
    key: 'days', header: t.quiet, align: 'end', firstDirection: 'descending', sortValue: (line) => line.days,
    cell: (line) => {
      const text = line.days === null ? t.unknownDays : t.days(line.days)
      return line.silent ? <Badge tone="warning" icon="clock">{text}</Badge> : text
    },
  },
  { key: 'plan', header: t.standsOut, cell: (line) => (line.no_plan ? <Badge tone="warning">{t.noPlan}</Badge> : null) },
]

export function Cases({ board, byCode }: { board: Board; byCode: boolean }) {
  return (
    <Section title={t.cases}>
      <p className="muted">{board.cases.length < board.listed ? t.someCases(board.cases.length, board.listed) : t.casesHelp}</p>
      <ListTable
        caption={t.cases} hideCaption columns={columns(board, byCode)} rows={board.cases} rowKey={(line) => line.case} openLabel={(line) => t.openCase(called(byCode, line))} virtualAbove={400}
        onOpen={(line) => navigate('case', { case_id: line.case })} empty={<EmptyState icon="folder" title={t.noCases} />}
      />
    </Section>
  )
}
