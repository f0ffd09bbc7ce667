// The meetings of a path: when, who, what became of each, its diary.
import { spazioNeutroToEntry, type MeetingView, type SnPage } from '../bindings'
import { Badge, Button, ListTable, Notice, TwoVersions, type Column } from '../components'
import { showDate } from '../dates/civil'
import { it } from '../messages/it'
import { navigate, useCommand } from '../navigation'
import { describeError } from '../platform'

const t = it.spazioNeutro

const dayOf = ({ meeting: { value } }: MeetingView) => showDate(value.slot?.on)
const hoursOf = ({ meeting: { value } }: MeetingView) => [value.slot?.starts, value.slot?.ends].filter(Boolean).join('–')

function Outcome({ view }: { view: MeetingView }) {
  const { outcome, delay, critical } = view.meeting.value
  const held = outcome === 'SVOLTO'
  return (
    <span className="line">
      <Badge tone={!outcome ? 'info' : held ? 'success' : 'warning'}>{outcome ? t.outcomes[outcome] : t.planned}</Badge>
      {critical && <Badge tone="danger" icon="warning-circle">{t.critical}</Badge>}
      {delay ? <span className="muted">{t.delayed(delay)}</span> : null}
    </span>
  )
}

function Who({ view, name }: { view: MeetingView; name: (id: string) => string }) {
  const others = view.with.map((one) => name(one.case)).filter(Boolean).join(', ')
  return (
    <>
      {view.meeting.value.visitor}
      {others !== '' && <span className="cases-note">{t.togetherWith(others)}</span>}
    </>
  )
}

interface Props {
  page: SnPage
  meetings: readonly MeetingView[]
  onEdit: (view: MeetingView) => void
}

export function Meetings({ page, meetings, onEdit }: Props) {
  const start = useCommand(spazioNeutroToEntry)
  const write = ({ meeting }: MeetingView) => start.mutate({ id: meeting.id }, { onSuccess: ({ id }) => navigate('diary.draft', { draft_id: id }) })
  const name = (id: string) => page.names[id]?.name ?? ''
  const diary = (view: MeetingView) => {
    if (view.entry) return <Button small icon="note" aria-label={t.readOf(dayOf(view))} onPress={() => navigate('diary.entry', { entry_id: view.entry ?? '' })}>{t.read}</Button>
    if (view.meeting.value.act) return <Badge tone="success">{t.signedHidden}</Badge>
    return page.writes_diary && page.writes ? <Button small icon="pencil" aria-label={t.writeOf(dayOf(view))} onPress={() => write(view)}>{t.write}</Button> : null
  }
  const columns: Column<MeetingView>[] = [
    { key: 'day', header: t.day, isRowHeader: true, firstDirection: 'descending', sortValue: (view) => view.meeting.value.slot?.on ?? '', cell: (view) => <span className="line">{dayOf(view)} <span className="muted">{hoursOf(view)}</span> <TwoVersions of={view.meeting.clashes} /></span> },
    { key: 'who', header: t.who, cell: (view) => <Who view={view} name={name} /> },
    { key: 'mode', header: t.mode, cell: (view) => view.meeting.value.mode && it.cases.codeName(view.meeting.value.mode) },
    { key: 'operators', header: t.operators, cell: (view) => view.meeting.value.operators.map(name).filter(Boolean).join(', ') },
    { key: 'outcome', header: t.outcome, cell: (view) => <Outcome view={view} /> },
    { key: 'diary', header: t.diary, cell: diary },
  ]
  return (
    <>
      {start.error ? <Notice kind="error" role="alert">{describeError(start.error)}</Notice> : null}
      <p className="muted">{t.diaryHelp}</p>
      <ListTable
        caption={t.meetings} hideCaption columns={columns} rows={meetings} rowKey={(view) => view.meeting.id} empty={<p className="muted">{t.noMeetings}</p>}
        {...(page.writes ? { onOpen: onEdit, openLabel: (view: MeetingView) => t.editOf(dayOf(view)) } : {})}
      />
    </>
  )
}
