// Segretariato sociale: who waits, the most pressing first; all contacts; how many there were.
import { deskList, type AccessoLine } from '../bindings'
import { Badge, Button, DateField, EmptyState, ListTable, Notice, Page, PageHeader, Segmented, SelectField, TextField, TwoVersions, type Column } from '../components'
import { showDate } from '../dates/civil'
import { it } from '../messages/it'
import { goBack, navigate, useAnswer, useSession, useShortcut, useViewState } from '../navigation'
import { describeError } from '../platform'
import { Counts } from './Counts'
import { codeName, stateTone, useDeskCodes, whoText } from './words'

const t = it.desk
const KINDS = ['accesso', 'person', 'operator'] as const
const ANY = ''

type View = 'waiting' | 'all' | 'counts'

interface Filter {
  from: string | null
  to: string | null
  mode: string
  text: string
}

const FIRST: Filter = { from: null, to: null, mode: ANY, text: '' }

const columns: Column<AccessoLine>[] = [
  {
    key: 'who', header: t.who, isRowHeader: true, sortValue: (line) => whoText(line.label, line.anonymous),
    cell: (line) => (
      <span className="line">
        {whoText(line.label, line.anonymous)}
        {line.priority > 1 && <Badge tone={line.urgent ? 'danger' : 'warning'} icon="flag">{t.priorities[line.priority]}</Badge>}
        <TwoVersions of={line.clashed} />
      </span>
    ),
  },
  { key: 'caller', header: t.caller, sortValue: (line) => line.caller, cell: (line) => line.caller },
  { key: 'when', header: t.when, firstDirection: 'descending', sortValue: (line) => `${line.on ?? ''} ${line.at ?? ''}`, cell: (line) => [showDate(line.on), line.at].filter(Boolean).join(', ') },
  { key: 'mode', header: t.mode, sortValue: (line) => codeName(line.mode), cell: (line) => codeName(line.mode) },
  { key: 'asked', header: t.asked, cell: (line) => line.services.map((service) => <abbr key={service} title={it.cases.serviceName(service)}>{`${service} `}</abbr>) },
  {
    key: 'state', header: t.state, sortValue: (line) => line.state,
    cell: (line) => (
      <span className="line">
        <Badge tone={stateTone(line.state)}>{t.states[line.state]}</Badge>
        {codeName(line.outcome)}
      </span>
    ),
  },
  { key: 'days', header: t.waits, align: 'end', firstDirection: 'descending', sortValue: (line) => line.days, cell: (line) => (line.days === null ? '' : t.days(line.days)) },
  { key: 'operator', header: t.operator, sortValue: (line) => line.operator, cell: (line) => line.operator },
]

function Filters({ filter, onChange }: { filter: Filter; onChange: (filter: Filter) => void }) {
  const modes = (useDeskCodes()?.modes ?? []).map((code) => ({ key: code.code, label: codeName(code) }))
  return (
    <div className="desk-filters">
      <TextField name="desk-text" label={t.text} hint={t.textHint} type="search" value={filter.text} onChange={(text) => onChange({ ...filter, text })} />
      <SelectField name="desk-mode" label={t.mode} narrow value={filter.mode} onChange={(mode) => onChange({ ...filter, mode })} choices={[{ key: ANY, label: t.anyMode }, ...modes]} />
      <DateField name="desk-from" label={t.from} narrow value={filter.from} onChange={(from) => onChange({ ...filter, from })} />
      <DateField name="desk-to" label={t.to} narrow value={filter.to} onChange={(to) => onChange({ ...filter, to })} />
    </div>
  )
}

function Cards({ view, filter }: { view: 'waiting' | 'all'; filter: Filter }) {
  const all = view === 'all'
  const asked = { view, from: all ? filter.from : null, to: all ? filter.to : null, mode: all && filter.mode !== ANY ? filter.mode : null, text: all ? filter.text || null : null, offset: 0 }
  const { data, error } = useAnswer({ key: ['desk.list', asked], ask: () => deskList(asked), kinds: KINDS, keepLast: true })
  if (error) return <Notice kind="error">{describeError(error)}</Notice>
  if (!data) return null
  return (
    <>
      {data.more && <p className="muted">{t.more}</p>}
      <ListTable
        caption={t.views[view]} hideCaption columns={columns} rows={data.lines} rowKey={(line) => line.id} openLabel={(line) => t.open(whoText(line.label, line.anonymous))}
        onOpen={(line) => navigate('desk.card', { accesso_id: line.id })}
        empty={<EmptyState icon="telephone" title={all ? t.emptyAll : t.emptyWaiting}>{all ? null : t.emptyWaitingHelp}</EmptyState>}
      />
    </>
  )
}

export function DeskPage() {
  const { may } = useSession()
  const [view, setView] = useViewState<View>('view', 'waiting')
  const [filter, setFilter] = useViewState<Filter>('filter', FIRST)
  const add = () => navigate('desk.new')
  useShortcut('n', t.add, add, may.write_desk)
  const choices = (['waiting', 'all', 'counts'] as const).map((key) => ({ key, label: t.views[key] }))
  return (
    <Page>
      <PageHeader
        title={t.title} subtitle={t.subtitle} back={{ label: it.cases.title, onPress: goBack }}
        actions={<><Button icon="files" onPress={() => navigate('accesso_atti')}>{it.accessoAtti.short}</Button>{may.write_desk && <Button kind="primary" icon="plus" keys="N" onPress={add}>{t.add}</Button>}</>}
      />
      <div><Segmented label={t.view} choices={choices} value={view} onChange={setView} /></div>
      {view === 'all' && <Filters filter={filter} onChange={setFilter} />}
      {view === 'counts' ? <Counts /> : <Cards view={view} filter={filter} />}
    </Page>
  )
}
