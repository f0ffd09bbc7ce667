// All people by name, or those whom a few letters find.
import { useState } from 'react'
import { peopleList, type ListedAfter, type PeoplePage, type PersonLine } from '../bindings'
import { Badge, Button, ListTable, EmptyState, Notice, Page, PageHeader, TextField, TwoVersions, useSlow, Progress, type Column } from '../components'
import { showPartial } from '../dates/partial'
import { it } from '../messages/it'
import { navigate, useAnswer, useSession, useShortcut, useViewState } from '../navigation'
import { useWaiting, Waits } from '../office'
import { describeError } from '../platform'
import { useSettled } from './settled'
import { ageOf, nameOf } from './words'

const t = it.people
const KINDS = ['person', 'address', 'contact', 'person_merge', 'case_file', 'assignment']

const columns = (waits: ReadonlySet<string>): Column<PersonLine>[] => [
  {
    key: 'name',
    header: t.columns.name,
    isRowHeader: true,
    sortValue: (line) => line.card.name ?? '',
    cell: (line) => (
      <>
        {nameOf(line.card)}
        {line.card.died && <Badge>{t.died}</Badge>}
        <TwoVersions of={line.clashed} />
        {waits.has(line.card.id) && ' '}
        <Waits of={waits.has(line.card.id)} />
        {line.aliases.length > 0 && <span className="item-note"> «{line.aliases.join('», «')}»</span>}
      </>
    ),
  },
  { key: 'birth', header: t.columns.birth, sortValue: (line) => line.card.birth ?? '', cell: (line) => showPartial(line.card.birth) },
  { key: 'age', header: t.columns.age, align: 'end', sortValue: (line) => line.card.age ?? -1, cell: (line) => ageOf(line.card) },
  { key: 'code', header: t.columns.code, cell: (line) => (line.code ? <span className="mono">{line.code}</span> : '') },
  { key: 'comune', header: t.columns.comune, sortValue: (line) => line.comune ?? '', cell: (line) => line.comune ?? '' },
  { key: 'phone', header: t.columns.phone, cell: (line) => <span className="nowrap">{line.phone}</span> },
]

/** The pages that were asked for so far, the first asked again when something changes. */
function usePages(filter: string) {
  const [more, setMore] = useState<{ filter: string; pages: PeoplePage[] }>({ filter, pages: [] })
  const pages = more.filter === filter ? more.pages : []
  const first = useAnswer({ key: ['people.list', filter], ask: () => peopleList({ filter, after: null }), kinds: KINDS, keepLast: true })
  const last = pages.length > 0 ? pages[pages.length - 1] : first.data
  const lines = [...(first.data?.lines ?? []), ...pages.flatMap((page) => page.lines)]
  const next = async (after: ListedAfter) => {
    const page = await peopleList({ filter, after })
    setMore({ filter, pages: [...pages, page] })
  }
  return { ...first, lines, after: last?.after ?? null, next }
}

function Nobody({ filtered, onNew }: { filtered: boolean; onNew: () => void }) {
  return (
    <EmptyState
      icon="user" title={filtered ? t.nothingTitle : t.emptyTitle}
      action={<Button icon="plus" onPress={onNew}>{t.newPerson}</Button>}
    >
      {filtered ? t.nothingText : t.emptyText}
    </EmptyState>
  )
}

export function PeopleList() {
  const { may } = useSession()
  const waits = useWaiting()
  const [filter, setFilter] = useViewState('filter', '')
  const settled = useSettled(filter.trim())
  const { lines, after, next, error, isPending } = usePages(settled)
  const slow = useSlow(isPending)
  const create = () => navigate('person.new', settled && !/\d/.test(settled) ? { surname: settled } : {})
  useShortcut('Alt+P', t.newPerson, create)
  const [first] = lines
  const open = (line: PersonLine) => navigate('person', { person_id: line.card.id })
  return (
    <Page>
      <PageHeader
        title={t.title} subtitle={isPending ? undefined : t.count(lines.length, after !== null)}
        actions={
          <>
            {may.schools && <Button icon="pa" onPress={() => navigate('schools')}>{it.schools.title}</Button>}
            <Button icon="user" onPress={() => navigate('staff')}>{it.staff.title}</Button>
            <Button kind="primary" icon="plus" keys="Alt+P" onPress={create}>{t.newPerson}</Button>
          </>
        }
      />
      <TextField
        name="filter" label={t.filter} hint={t.filterHint} type="search" value={filter} onChange={setFilter} autoFocus
        onKeyDown={(event) => event.key === 'Enter' && first && settled === filter.trim() && settled !== '' && open(first)}
      />
      {error ? <Notice kind="error">{describeError(error)}</Notice> : null}
      {slow && <Progress label={it.kit.searching} />}
      {!isPending && !error && (
        <ListTable
          caption={t.title} hideCaption columns={columns(waits)} rows={lines} rowKey={(line) => line.card.id} onOpen={open} openLabel={(line) => [t.open(nameOf(line.card)), line.clashed ? it.kit.twoVersions : '', waits.has(line.card.id) ? it.office.waits : ''].filter(Boolean).join(' ')}
          empty={<Nobody filtered={settled !== ''} onNew={create} />}
        />
      )}
      {after && (
        <div>
          <Button onPress={() => void next(after)}>{t.more}</Button>
        </div>
      )}
    </Page>
  )
}
