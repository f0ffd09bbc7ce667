// Cartelle: dense, filtered, with state, responsible, last contact and next due date of each case.
import { useState } from 'react'
import { casesList, type CaseListLine, type Service, type StateName } from '../bindings'
import { Badge, Button, ListTable, EmptyState, IconButton, Notice, Page, PageHeader, Segmented, SelectField, TextField, TwoVersions, type Column } from '../components'
import { showPartial } from '../dates/partial'
import { dayWords } from '../deadlines'
import { it } from '../messages/it'
import { navigate, useAnswer, useSession, useShortcut, useViewState } from '../navigation'
import { useWaiting, Waits } from '../office'
import { describeError } from '../platform'
import { openCaseFor } from '.'
import { MessageDialog } from './MessageDialog'
import { StateBadge } from './StateBadge'
import { useServices } from './services'
import { dayOf, ENDED_STATES, OPEN_STATES, STATES, stateName } from './words'

const t = it.cases
const KINDS = ['case_file', 'episode', 'assignment', 'person', 'diary_entry', 'next_action', 'operator'] as const

type States = StateName | 'any' | 'open' | 'ended'

interface Filter {
  whose: 'mine' | 'all'
  service: Service | 'any'
  states: States
  text: string
}

const FIRST: Filter = { whose: 'all', service: 'any', states: 'open', text: '' }

const statesOf = (states: States): StateName[] => {
  if (states === 'any') return []
  if (states === 'open') return OPEN_STATES
  return states === 'ended' ? ENDED_STATES : [states]
}

function Filters({ filter, onChange }: { filter: Filter; onChange: (filter: Filter) => void }) {
  const services = useServices()
  const states = [
    { key: 'open' as const, label: t.openStates },
    { key: 'ended' as const, label: t.closedStates },
    { key: 'any' as const, label: t.anyState },
    ...STATES.map((key) => ({ key, label: stateName(key) })),
  ]
  return (
    <div className="cases-filters">
      <Segmented label={t.whose} choices={[{ key: 'all', label: t.all }, { key: 'mine', label: t.mine }]} value={filter.whose} onChange={(whose) => onChange({ ...filter, whose })} />
      <TextField name="cases-text" label={t.filterName} type="search" value={filter.text} onChange={(text) => onChange({ ...filter, text })} />
      <SelectField
        name="cases-service" label={t.service} value={filter.service} onChange={(service) => onChange({ ...filter, service })}
        choices={[{ key: 'any' as const, label: t.anyService }, ...services.map(({ service }) => ({ key: service, label: t.serviceName(service) }))]}
      />
      <SelectField name="cases-state" label={t.state} narrow value={filter.states} onChange={(chosen) => onChange({ ...filter, states: chosen })} choices={states} />
    </div>
  )
}

function columns(today: string, waits: ReadonlySet<string>, leave: (line: CaseListLine) => void): Column<CaseListLine>[] {
  return [
    { key: 'person', header: t.person, isRowHeader: true, sortValue: (line) => line.label, cell: (line) => (line.clashed || waits.has(line.case) ? <span className="line">{line.label} <TwoVersions of={line.clashed} /> <Waits of={waits.has(line.case)} /></span> : line.label) },
    { key: 'birth', header: t.birthYear, sortValue: (line) => line.birth_year, cell: (line) => line.birth_year },
    { key: 'service', header: t.service, sortValue: (line) => line.service, cell: (line) => <abbr title={t.serviceName(line.service ?? '')}>{line.service}</abbr> },
    {
      key: 'state', header: t.state, sortValue: (line) => (line.state ? STATES.indexOf(line.state) : null),
      cell: (line) => (
        <span className="cases-state">
          {line.state && <StateBadge state={line.state} />}
          {line.since && <span className="cases-since">{`${t.since.toLowerCase()} ${showPartial(line.since)}`}</span>}
        </span>
      ),
    },
    { key: 'responsible', header: t.responsible, sortValue: (line) => line.responsible, cell: (line) => line.responsible ?? <span className="muted">{t.nobody}</span> },
    { key: 'comune', header: t.comune, sortValue: (line) => line.comune, cell: (line) => line.comune },
    { key: 'contact', header: t.lastContact, firstDirection: 'descending', sortValue: (line) => line.last_contact, cell: (line) => dayOf(line.last_contact) },
    {
      key: 'due', header: t.nextDue, sortValue: (line) => line.next_due,
      cell: (line) => {
        if (!line.next_due) return null
        const { text, tone } = dayWords(line.next_due, today)
        return tone === 'neutral' ? text : <Badge tone={tone}>{text}</Badge>
      },
    },
    { key: 'message', header: t.messageShort, hideHeader: true, align: 'end', cell: (line) => <IconButton icon="comment" small label={`${t.messageShort} · ${line.label}`} onPress={() => leave(line)} /> },
  ]
}

export function CaseList() {
  const [filter, setFilter] = useViewState<Filter>('filter', FIRST)
  const [message, setMessage] = useState<CaseListLine | null>(null)
  const { today, may, qualifica } = useSession()
  const waits = useWaiting()
  const asked = {
    mine: filter.whose === 'mine', service: filter.service === 'any' ? null : filter.service, states: statesOf(filter.states), text: filter.text.trim() === '' ? null : filter.text, offset: 0,
  }
  const { data, error } = useAnswer({ key: ['cases.list', asked], ask: () => casesList(asked), kinds: KINDS, keepLast: true })
  const untouched = JSON.stringify(filter) === JSON.stringify(FIRST)
  const activities = may.activities && <Button icon="note" onPress={() => navigate('activities')}>{it.activities.title}</Button>
  const board = may.board && <Button icon="chart-line" keys="Q" onPress={() => navigate('board')}>{it.board.title}</Button>
  useShortcut('q', it.board.title, () => navigate('board'), may.board)
  // Who coordinates finds them on the board.
  const requests = qualifica === 'AMMINISTRATIVO' && <Button icon="files" onPress={() => navigate('accesso_atti')}>{it.accessoAtti.short}</Button>
  const desk = may.desk && <Button icon="telephone" keys="S" onPress={() => navigate('desk')}>{it.desk.short}</Button>
  const contact = (filter.service === 'SN' || data?.lines.some((line) => line.service === 'SN')) && <Button icon="list" onPress={() => navigate('spazio_neutro')}>{it.spazioNeutro.list}</Button>
  useShortcut('s', it.desk.title, () => navigate('desk'), may.desk)
  const open = <Button kind="primary" icon="plus" onPress={() => openCaseFor()}>{t.open}</Button>
  return (
    <Page>
      <PageHeader title={t.title} subtitle={data ? t.count(data.total) : null} actions={<>{requests}{board}{contact}{desk}{activities}{open}</>} />
      <Filters filter={filter} onChange={setFilter} />
      {error ? <Notice kind="error">{describeError(error)}</Notice> : null}
      {data?.too_many_names && <p className="muted">{t.tooManyNames}</p>}
      {data && data.lines.length < data.total && <p className="muted">{t.shown(data.lines.length, data.total)}</p>}
      {data && (
        <ListTable
          caption={t.title} hideCaption columns={columns(today, waits, setMessage)} rows={data.lines} rowKey={(line) => line.case} openLabel={(line) => [t.openCaseOf(line.label), line.clashed ? it.kit.twoVersions : '', waits.has(line.case) ? it.office.waits : ''].filter(Boolean).join(' ')}
          onOpen={(line) => navigate('case', { case_id: line.case })}
          empty={
            <EmptyState icon="folder" title={untouched ? t.empty : t.emptyFiltered} action={untouched ? null : <Button onPress={() => setFilter(FIRST)}>{t.clearFilters}</Button>}>
              {untouched ? t.emptyHelp : null}
            </EmptyState>
          }
        />
      )}
      {message && <MessageDialog caseId={message.case} label={message.label} isOpen onClose={() => setMessage(null)} />}
    </Page>
  )
}
