// Who carries how much, and whose notes wait for a signature: how many and how old, never a word of them.
import type { Board, BoardDrafts, BoardLoad } from '../bindings'
import { Badge, ListTable, Section, type Column } from '../components'
import { it } from '../messages/it'

const t = it.board

const perFull = (tenths: number | null) => (tenths === null ? '' : (tenths / 10).toLocaleString('it-IT', { minimumFractionDigits: 0, maximumFractionDigits: 1 }))

const loadColumns: Column<BoardLoad>[] = [
  { key: 'name', header: t.operator, isRowHeader: true, sortValue: (load) => load.name, cell: (load) => load.name },
  { key: 'fte', header: t.fte, align: 'end', sortValue: (load) => load.fte, cell: (load) => t.percent(load.fte) },
  { key: 'responsible', header: t.asResponsible, align: 'end', firstDirection: 'descending', sortValue: (load) => load.responsible, cell: (load) => load.responsible },
  { key: 'others', header: t.asOther, align: 'end', firstDirection: 'descending', sortValue: (load) => load.others, cell: (load) => load.others },
  { key: 'standing', header: t.asSubstitute, align: 'end', firstDirection: 'descending', sortValue: (load) => load.standing_in, cell: (load) => load.standing_in },
  {
    key: 'full', header: t.perFull, align: 'end', firstDirection: 'descending', sortValue: (load) => load.tenths_per_fte,
    cell: (load) => (
      <span className="line">
        {load.over && <Badge tone="warning" icon="flag">{t.over}</Badge>}
        {perFull(load.tenths_per_fte)}
      </span>
    ),
  },
  { key: 'silent', header: t.ofSilent, align: 'end', firstDirection: 'descending', sortValue: (load) => load.silent, cell: (load) => load.silent },
]

export function Load({ board }: { board: Board }) {
  return (
    <Section title={t.load}>
      <p className="muted">{t.loadHelp(board.cases_per_fte)}</p>
      <ListTable caption={t.load} hideCaption columns={loadColumns} rows={board.loads} rowKey={(load) => load.operator} virtualAbove={400} empty={<p className="muted">{t.noLoad}</p>} />
    </Section>
  )
}

const draftColumns: Column<BoardDrafts>[] = [
  { key: 'name', header: t.operator, isRowHeader: true, sortValue: (one) => one.name, cell: (one) => one.name },
  { key: 'count', header: t.draftCount, align: 'end', sortValue: (one) => one.count, cell: (one) => one.count },
  { key: 'old', header: t.draftOld, align: 'end', sortValue: (one) => one.old, cell: (one) => (one.old > 0 ? <Badge tone="warning">{one.old}</Badge> : 0) },
  { key: 'oldest', header: t.draftOldest, align: 'end', sortValue: (one) => one.oldest_days, cell: (one) => t.days(one.oldest_days) },
]

export function Drafts({ board }: { board: Board }) {
  return (
    <Section title={t.drafts}>
      <p className="muted">{t.draftsHelp(board.old_draft_days)}</p>
      <ListTable caption={t.drafts} hideCaption columns={draftColumns} rows={board.drafts} rowKey={(one) => one.operator} empty={<p className="muted">{t.noDrafts}</p>} />
    </Section>
  )
}
