// What was brought in so far; each import can be taken back as a whole.
import { useState } from 'react'
import { importList, type ImportSummary } from '../bindings'
import { Badge, Button, ListTable, EmptyState, Notice, Page, PageHeader, Section, type Column } from '../components'
import { showInstant } from '../dates/civil'
import { it } from '../messages/it'
import { navigate, useAnswer } from '../navigation'
import { describeError } from '../platform'
import { UndoDialog } from './UndoDialog'

const text = it.imports

function StateBadge({ state }: { state: ImportSummary['state'] }) {
  if (state.is === 'running') return <Badge tone="warning" icon="warning">{text.states.running}</Badge>
  if (state.is === 'done') return <Badge tone="success" icon="check">{text.states.done}</Badge>
  return <Badge tone="neutral" icon="restore">{text.undoneKept(state.kept)}</Badge>
}

const columns = (undo: (one: ImportSummary) => void): Column<ImportSummary>[] => [
  { key: 'file', header: text.file, cell: (one) => one.file_name, sortValue: (one) => one.file_name },
  { key: 'when', header: text.when, cell: (one) => showInstant(one.started_at), sortValue: (one) => one.started_at, firstDirection: 'descending' },
  { key: 'lines', header: text.lines, cell: (one) => text.linesDone(one.done, one.lines), align: 'end' },
  { key: 'state', header: text.state, cell: (one) => <StateBadge state={one.state} /> },
  {
    key: 'undo',
    header: text.undo.action,
    hideHeader: true,
    align: 'end',
    cell: (one) =>
      one.state.is === 'undone' ? null : (
        <Button small icon="restore" aria-label={text.undo.actionOf(one.file_name)} onPress={() => undo(one)}>
          {text.undo.action}
        </Button>
      ),
  },
]

export function ImportList() {
  const { data, error } = useAnswer({ key: ['import.list'], ask: importList, kinds: ['import_batch', 'import_part'] })
  const [undoing, setUndoing] = useState<ImportSummary | null>(null)
  const start = (
    <Button kind="primary" icon="upload" onPress={() => navigate('import.new')}>
      {text.start}
    </Button>
  )
  return (
    <Page>
      <PageHeader title={text.title} subtitle={text.help} actions={start} />
      {error ? <Notice kind="error">{describeError(error)}</Notice> : null}
      {data && (
        <Section title={text.listCaption} flush>
          <ListTable
            caption={text.listCaption}
            hideCaption
            columns={columns(setUndoing)}
            rows={data}
            rowKey={(one) => one.id}
            empty={<EmptyState icon="upload" title={text.none}>{text.noneHelp}</EmptyState>}
          />
        </Section>
      )}
      {undoing && <UndoDialog subject={undoing} onClose={() => setUndoing(null)} />}
    </Page>
  )
}
