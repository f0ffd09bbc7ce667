// The diary of a case, newest first, page by page, with its filters; the case page mounts it.
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { diaryList, type DiaryPage, type EntryKind, type ListEntries } from '../bindings'
import { Button, DateField, EmptyState, Notice, SelectField } from '../components'
import { it } from '../messages/it'
import { navigate } from '../navigation'
import { useWaiting } from '../office'
import { describeError } from '../platform'
import './diary.css'
import { EntryCard } from './EntryCard'
import { KINDS_OF_DIARY } from './kinds'
import { CATEGORY_KEYS, KIND_CHOICES, type CategoryKey, type Names } from './words'

const t = it.diary

interface Filter {
  kind: EntryKind | 'all'
  category: CategoryKey | 'none' | 'all'
  from: string | null
  to: string | null
}

const ALL: Filter = { kind: 'all', category: 'all', from: null, to: null }
const isFiltered = (filter: Filter) => JSON.stringify(filter) !== JSON.stringify(ALL)

const asked = (case_id: string | null, { kind, category, from, to }: Filter, after: string | null): ListEntries => ({
  case: case_id,
  kinds: kind === 'all' ? [] : [kind],
  category: category === 'all' ? null : category,
  author: null,
  from,
  to,
  after,
})

function usePages(case_id: string | null, filter: Filter) {
  return useInfiniteQuery({
    queryKey: ['diary.list', case_id, filter],
    queryFn: ({ pageParam }) => diaryList(asked(case_id, filter, pageParam)),
    initialPageParam: null as string | null,
    getNextPageParam: (last: DiaryPage) => last.next,
    meta: { kinds: [...KINDS_OF_DIARY] },
    placeholderData: (before) => before,
  })
}

function Filters({ filter, onChange }: { filter: Filter; onChange: (filter: Filter) => void }) {
  const categories = [...CATEGORY_KEYS, 'none' as const].map((key) => ({ key, label: t.categories[key] }))
  return (
    <div className="diary-filters form-row">
      <SelectField name="filter-kind" label={t.filters.kind} narrow choices={[{ key: 'all' as const, label: t.filters.all }, ...KIND_CHOICES]} value={filter.kind} onChange={(kind) => onChange({ ...filter, kind })} />
      <SelectField
        name="filter-category" label={t.filters.category} narrow choices={[{ key: 'all' as const, label: t.filters.allCategories }, ...categories]} value={filter.category}
        onChange={(category) => onChange({ ...filter, category })}
      />
      <DateField name="filter-from" label={t.filters.from} narrow value={filter.from} onChange={(from) => onChange({ ...filter, from })} />
      <DateField name="filter-to" label={t.filters.to} narrow value={filter.to} onChange={(to) => onChange({ ...filter, to })} />
    </div>
  )
}

/** `caseId` null: the activities of groups, classes and schools. */
export function CaseDiary({ caseId }: { caseId: string | null }) {
  const [filter, setFilter] = useState(ALL)
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = usePages(caseId, filter)
  const entries = data?.pages.flatMap((page) => page.entries) ?? []
  const names = data?.pages.reduce<Names>((all, page) => ({ ...all, ...page.names }), {}) ?? {}
  const waits = useWaiting(entries.map(({ id }) => id))
  const write = () => navigate('diary.new', caseId ? { case_id: caseId } : {})
  if (error) return <Notice kind="error">{describeError(error)}</Notice>
  return (
    <div className="diary-list">
      {(entries.length > 0 || isFiltered(filter)) && <Filters filter={filter} onChange={setFilter} />}
      {data && entries.length === 0 && (
        <EmptyState
          icon="note" title={isFiltered(filter) ? t.emptyFiltered : t.empty}
          action={isFiltered(filter) ? <Button onPress={() => setFilter(ALL)}>{t.clearFilters}</Button> : <Button icon="pencil" onPress={write}>{t.write}</Button>}
        >
          {isFiltered(filter) ? null : t.emptyHelp}
        </EmptyState>
      )}
      {entries.map((entry) => (
        <EntryCard key={entry.id} entry={entry} names={names} waits={waits.has(entry.id)} />
      ))}
      {hasNextPage && (
        <Button isPending={isFetchingNextPage} onPress={() => void fetchNextPage()}>
          {t.loadMore}
        </Button>
      )}
    </div>
  )
}
