// "Accessi alla cartella": who, when, what, newest first; by person and by reading or writing. The archive filters, so that
// every page is a full one.
import { useInfiniteQuery } from '@tanstack/react-query'
import { accessOfCase, type Access, type AccessPage, type AccessSort, type Reader } from '../bindings'
import { Button, ListTable, EmptyState, Notice, Page, PageHeader, Progress, Section, Segmented, SelectField, useSlow, type Column } from '../components'
import { showInstant } from '../dates/civil'
import { it } from '../messages/it'
import { goBack, useViewState, type Params } from '../navigation'
import { describeError } from '../platform'
import { useCheck } from './Check'

const t = it.access

interface Filter {
  /** Of one person, or of all. */
  operator: string
  sort: AccessSort | 'all'
}

const ALL = 'all'
const SORTS = [ALL, 'reads', 'writes'] as const

const what = ({ act, count }: Access) => {
  const words = act === null ? t.unknownAct : t.acts[act]
  return count === null ? words : t.counted(words, count)
}

const columns = (names: ReadonlyMap<string, string>): Column<Access>[] => [
  { key: 'when', header: t.when, cell: (one) => <span className="tabular nowrap">{showInstant(one.at)}</span> },
  { key: 'who', header: t.who, cell: (one) => names.get(one.operator) ?? t.unknownReader },
  { key: 'what', header: t.what, cell: what },
]

/** Each look is an access itself: pages are asked for once, and no change elsewhere asks again. */
function useAccesses(caseId: string, { operator, sort }: Filter) {
  return useInfiniteQuery({
    queryKey: ['access.of_case', caseId, operator, sort],
    queryFn: ({ pageParam }) =>
      accessOfCase({ case: caseId, before: pageParam, operator: operator === ALL ? null : operator, sort: sort === ALL ? null : sort }),
    initialPageParam: null as number | null,
    getNextPageParam: (page: AccessPage) => page.next,
    gcTime: 0,
    meta: { kinds: [] },
    placeholderData: (before) => before,
  })
}

function Filters({ filter, onChange, readers }: { filter: Filter; onChange: (filter: Filter) => void; readers: readonly Reader[] }) {
  const people = readers.map(({ operator, name }) => ({ key: operator, label: name ?? t.unknownReader }))
  return (
    <div className="access-filters">
      <SelectField
        name="access-person"
        label={t.person}
        value={filter.operator}
        choices={[{ key: ALL, label: t.everybody }, ...people]}
        onChange={(operator) => onChange({ ...filter, operator })}
      />
      <Segmented label={t.sort} choices={SORTS.map((key) => ({ key, label: t.sorts[key] }))} value={filter.sort} onChange={(sort) => onChange({ ...filter, sort })} />
    </div>
  )
}

export function CaseAccesses({ params }: { params: Params }) {
  const caseId = params['case_id'] ?? ''
  const [filter, setFilter] = useViewState<Filter>('filter', { operator: ALL, sort: ALL })
  const asked = useAccesses(caseId, filter)
  const slow = useSlow(asked.isPending)
  const { button, found } = useCheck()
  const pages = asked.data?.pages ?? []
  const readers = pages[0]?.readers ?? []
  const names = new Map(readers.flatMap(({ operator, name }) => (name === null ? [] : [[operator, name] as const])))
  return (
    <Page>
      <PageHeader title={t.title} subtitle={t.subtitle} back={{ label: t.back, onPress: goBack }} actions={button} />
      {found}
      {slow && <Progress label={it.kit.working} />}
      {asked.error ? (
        <Notice kind="error" role="alert">
          {describeError(asked.error)}
        </Notice>
      ) : null}
      {asked.data && (
        <Section title={t.list} flush>
          <Filters filter={filter} onChange={setFilter} readers={readers} />
          <ListTable
            caption={t.title}
            hideCaption
            columns={columns(names)}
            rows={pages.flatMap((page) => page.accesses)}
            rowKey={(one) => String(one.seq)}
            empty={
              <EmptyState icon="list" title={t.noneSoFiltered}>
                {t.noneSoFilteredHelp}
              </EmptyState>
            }
          />
          {asked.hasNextPage && (
            <div className="access-older">
              <Button isPending={asked.isFetchingNextPage} onPress={() => void asked.fetchNextPage()}>
                {t.older}
              </Button>
            </div>
          )}
        </Section>
      )}
    </Page>
  )
}
