// Who waits for spazio neutro, in the order of the turn; what goes on; what ended.
import type { SnLine, SnPaths } from '../bindings'
import { Badge, EmptyState, ListTable, Notice, Page, PageHeader, Segmented, type Column } from '../components'
import { showDate } from '../dates/civil'
import { it } from '../messages/it'
import { goBack, navigate, useViewState } from '../navigation'
import { describeError } from '../platform'
import { useSnPaths } from './asked'
import './spazio-neutro.css'

const t = it.spazioNeutro

type View = 'waiting' | 'running' | 'closed'
const EMPTY: Readonly<Record<View, string>> = { waiting: t.emptyWaiting, running: t.emptyRunning, closed: t.emptyClosed }
const viewOf = (line: SnLine): View => (line.closed ? 'closed' : line.waits ? 'waiting' : 'running')

function columns(names: SnPaths['names'], view: View): Column<SnLine>[] {
  const name = (id: string) => names[id]?.name ?? ''
  const all: Column<SnLine>[] = [
    { key: 'minor', header: t.minor, isRowHeader: true, sortValue: (line) => name(line.case), cell: (line) => name(line.case) },
    { key: 'priority', header: t.priority, cell: (line) => (line.priority === 'ORDINARIA' ? t.priorities.ORDINARIA : <Badge tone={line.priority === 'URGENTE' ? 'danger' : 'warning'}>{t.priorities[line.priority]}</Badge>) },
    { key: 'requested', header: t.requestedOn, sortValue: (line) => line.requested_on, cell: (line) => showDate(line.requested_on) },
    { key: 'wait', header: t.wait, align: 'end', firstDirection: 'descending', sortValue: (line) => line.waited, cell: (line) => (line.waited === null ? '' : t.days(line.waited)) },
    { key: 'sent', header: t.sentBy, sortValue: (line) => line.sent_by, cell: (line) => line.sent_by },
  ]
  if (view === 'waiting') return all
  return [
    ...all.filter((column) => column.key !== 'priority'),
    { key: 'operators', header: t.operators, cell: (line) => line.operators.map(name).filter(Boolean).join(', ') },
    { key: 'step', header: t.step, cell: (line) => t.phases[line.current] },
    { key: 'last', header: t.lastMeeting, firstDirection: 'descending', sortValue: (line) => line.last_meeting, cell: (line) => showDate(line.last_meeting) },
  ]
}

export function ListPage() {
  const { data, error } = useSnPaths()
  const [view, setView] = useViewState<View>('view', 'waiting')
  const lines = (data?.lines ?? []).filter((line) => viewOf(line) === view)
  const choices = (['waiting', 'running', 'closed'] as const).map((key) => ({ key, label: t.views[key] }))
  return (
    <Page>
      <PageHeader title={t.listTitle} subtitle={view === 'waiting' ? t.turnHelp : null} back={{ label: it.shell.back, onPress: goBack }} />
      <div><Segmented label={t.view} choices={choices} value={view} onChange={setView} /></div>
      {error && <Notice kind="error">{describeError(error)}</Notice>}
      {data && (
        <ListTable
          caption={t.views[view]} hideCaption columns={columns(data.names, view)} rows={lines} rowKey={(line) => line.id} openLabel={(line) => t.openOf(data.names[line.case]?.name ?? '')}
          onOpen={(line) => navigate('case', { case_id: line.case })} empty={<EmptyState icon="list" title={EMPTY[view]} />}
        />
      )}
    </Page>
  )
}
