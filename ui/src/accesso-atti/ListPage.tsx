// Requests for access of every file that she may read: what waits, the oldest first.
import { accessoAttiList, type Name, type RichiestaLine } from '../bindings'
import { Badge, EmptyState, ListTable, Notice, Page, PageHeader, Segmented, type Column } from '../components'
import { showDate } from '../dates/civil'
import { TERM_KINDS } from '../deadlines'
import { nameOf } from '../diary'
import { it } from '../messages/it'
import { goBack, navigate, useAnswer, useSession, useViewState } from '../navigation'
import { describeError } from '../platform'
import { applicantOf, stateWords } from './words'

const t = it.accessoAtti

type Names = Readonly<Record<string, Name | undefined>>

const filesOf = (names: Names, { view }: RichiestaLine) => view.cases.map((id) => nameOf(names, id)).join(', ')

const columns = (names: Names, today: string): Column<RichiestaLine>[] => [
  { key: 'applicant', header: t.applicant, isRowHeader: true, sortValue: ({ view }) => applicantOf(view), cell: ({ view }) => applicantOf(view) },
  { key: 'title', header: t.byTitle, cell: ({ view }) => (view.request.value.title ? t.titles[view.request.value.title] : '') },
  { key: 'case', header: t.case, sortValue: (line) => filesOf(names, line), cell: (line) => <>{filesOf(names, line)} <abbr title={it.cases.serviceName(line.service)}>{line.service}</abbr></> },
  { key: 'subject', header: t.subject, cell: ({ view }) => view.request.value.subject },
  { key: 'protocol', header: t.protocolNumber, cell: ({ view }) => view.request.value.protocol?.number },
  { key: 'due', header: t.due, sortValue: ({ view }) => view.due, cell: ({ view }) => showDate(view.due) },
  {
    key: 'state', header: t.state,
    cell: ({ view }) => {
      const { text, tone } = stateWords(view, today)
      return <Badge tone={tone}>{text}</Badge>
    },
  },
]

export function ListPage() {
  const { today } = useSession()
  const [which, setWhich] = useViewState<'waiting' | 'all'>('which', 'waiting')
  const waiting = which === 'waiting'
  const { data, error } = useAnswer({ key: ['accesso_atti.list', waiting], ask: () => accessoAttiList({ waiting }), kinds: ['richiesta_accesso', 'assignment', ...TERM_KINDS], keepLast: true })
  return (
    <Page>
      <PageHeader title={t.title} subtitle={t.subtitle} back={{ label: it.shell.back, onPress: goBack }} />
      <div><Segmented label={t.which} choices={[{ key: 'waiting', label: t.waiting }, { key: 'all', label: t.all }]} value={which} onChange={setWhich} /></div>
      {error ? <Notice kind="error">{describeError(error)}</Notice> : null}
      {data && (
        <ListTable
          caption={t.title} hideCaption columns={columns(data.names, today)} rows={data.lines} rowKey={({ view }) => view.request.id} openLabel={(line) => t.open(filesOf(data.names, line))}
          onOpen={(line) => navigate('case', { case_id: line.case })} empty={<EmptyState icon="files" title={waiting ? t.emptyWaiting : t.emptyAll}>{t.emptyHelp}</EmptyState>}
        />
      )}
    </Page>
  )
}
