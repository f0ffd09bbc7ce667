// Attività: what concerned a group, a class or a school, and what left several texts at once; the newest first.
import { useInfiniteQuery } from '@tanstack/react-query'
import { diaryActivities, type ActivityLine, type ActivityPage } from '../bindings'
import { Badge, Button, EmptyState, ListTable, Notice, Page, PageHeader, type Column } from '../components'
import { showDate } from '../dates/civil'
import { it } from '../messages/it'
import { goBack, navigate, useSession } from '../navigation'
import { useWaiting, Waits } from '../office'
import { describeError } from '../platform'
import { collectiveText, kindName, nameOf, placeText, type Names } from './words'

const t = it.activities

export const aboutOf = (line: ActivityLine, names: Names) => (line.collective ? collectiveText(line.collective, names) : t.severalOnly)
export const minutesOf = ({ time }: ActivityLine) => (time.minutes === null ? '' : time.proposed ? t.proposed(time.minutes) : String(time.minutes))

const columns = (names: Names, waits: ReadonlySet<string>): Column<ActivityLine>[] => [
  {
    key: 'about', header: t.about, isRowHeader: true, sortValue: (line) => aboutOf(line, names),
    cell: (line) => (
      <span className="line">
        {aboutOf(line, names)}
        {line.annulled && (
          <Badge tone="danger" icon="ban">
            {t.annulled}
          </Badge>
        )}
        <Waits of={waits.has(line.record)} />
      </span>
    ),
  },
  { key: 'day', header: t.day, firstDirection: 'descending', sortValue: (line) => line.occurred_on, cell: (line) => [showDate(line.occurred_on), line.starts].filter(Boolean).join(', ') },
  { key: 'kind', header: t.kind, sortValue: (line) => kindName(line.kind), cell: (line) => kindName(line.kind) },
  { key: 'author', header: t.author, sortValue: (line) => nameOf(names, line.author), cell: (line) => nameOf(names, line.author) },
  { key: 'place', header: t.place, cell: (line) => (line.place ? placeText(line.place) : '') },
  { key: 'texts', header: t.texts, align: 'end', sortValue: (line) => line.texts, cell: (line) => line.texts },
  { key: 'minutes', header: t.minutes, align: 'end', sortValue: (line) => line.time.minutes, cell: minutesOf },
]

export function ActivityList() {
  const { may } = useSession()
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['diary.activities'],
    queryFn: ({ pageParam }) => diaryActivities({ after: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (last: ActivityPage) => last.next,
    meta: { kinds: ['activity', 'diary_entry', 'annulment', 'school', 'school_class', 'operator'] },
  })
  const lines = data?.pages.flatMap((page) => page.lines) ?? []
  const names = data?.pages.reduce<Names>((all, page) => ({ ...all, ...page.names }), {}) ?? {}
  const waits = useWaiting(lines.map(({ record }) => record))
  const add = may.write_activities && (
    <Button kind="primary" icon="pencil" onPress={() => navigate('diary.new', { kind: 'AZIONE_PREVENTIVA', group: 'yes' })}>
      {t.add}
    </Button>
  )
  return (
    <Page>
      <PageHeader title={t.title} subtitle={t.subtitle} back={{ label: it.shell.back, onPress: goBack }} actions={add} />
      {error ? <Notice kind="error">{describeError(error)}</Notice> : null}
      {data && (
        <ListTable
          caption={t.title} hideCaption columns={columns(names, waits)} rows={lines} rowKey={(line) => line.act} openLabel={(line) => t.open(`${aboutOf(line, names)}, ${showDate(line.occurred_on)}`)}
          onOpen={(line) => navigate('activity', { act_id: line.act })} empty={<EmptyState icon="note" title={t.empty}>{t.emptyHelp}</EmptyState>}
        />
      )}
      {hasNextPage && (
        <div>
          <Button isPending={isFetchingNextPage} onPress={() => void fetchNextPage()}>
            {t.more}
          </Button>
        </div>
      )}
    </Page>
  )
}
