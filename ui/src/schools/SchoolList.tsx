// Scuole: every plesso by name, found by a few words.
import { placesNames, schoolsList, type Place, type School } from '../bindings'
import { Badge, Button, EmptyState, ListTable, Notice, Page, PageHeader, TextField, TwoVersions, type Column } from '../components'
import { it } from '../messages/it'
import { goBack, navigate, useAnswer, useSession, useViewState } from '../navigation'
import { describeError } from '../platform'
import { placeText } from '../people'
import { blankSchool, SchoolDialog, useSchoolEditing } from './SchoolDialog'

const t = it.schools

type Line = Awaited<ReturnType<typeof schoolsList>>[number]
type Places = Readonly<Record<string, Place | undefined>>

/** All schools, with the names of their comuni. */
export function useSchools() {
  const schools = useAnswer({ key: ['schools.list'], ask: schoolsList, kinds: ['school'] })
  const codes = [...new Set((schools.data ?? []).flatMap(({ value }) => (value.place ? [value.place] : [])))].sort()
  const names = useAnswer({ key: ['places.names', codes], ask: () => placesNames({ codes }), kinds: [], enabled: codes.length > 0 })
  const places: Places = names.data ?? {}
  return { ...schools, places }
}

const comuneOf = ({ place }: School, places: Places) => (place ? placeText(places[place]) : '')

function columns(places: Places): Column<Line>[] {
  return [
    {
      key: 'name', header: t.name, isRowHeader: true, sortValue: ({ value }) => value.name ?? '',
      cell: ({ value, clashes }) => (
        <span className="line">
          {value.name}
          {value.closed && <Badge>{t.closedBadge}</Badge>}
          <TwoVersions of={clashes} />
        </span>
      ),
    },
    { key: 'institute', header: t.institute, sortValue: ({ value }) => value.institute ?? '', cell: ({ value }) => value.institute },
    { key: 'order', header: t.order, sortValue: ({ value }) => value.order ?? '', cell: ({ value }) => (value.order ? it.people.orders[value.order] : '') },
    { key: 'comune', header: t.comune, sortValue: ({ value }) => comuneOf(value, places), cell: ({ value }) => comuneOf(value, places) },
    { key: 'phone', header: t.phone, cell: ({ value }) => value.phone },
  ]
}

export function SchoolList() {
  const { may } = useSession()
  const [filter, setFilter] = useViewState('filter', '')
  const { data, error, places } = useSchools()
  const editing = useSchoolEditing()
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean)
  const found = (data ?? []).filter(({ value }) => {
    const text = [value.name, value.institute, value.code, comuneOf(value, places)].join(' ').toLowerCase()
    return words.every((word) => text.includes(word))
  })
  const add = may.write_schools && (
    <Button kind="primary" icon="plus" onPress={() => editing.open(blankSchool)}>
      {t.add}
    </Button>
  )
  return (
    <Page>
      <PageHeader title={t.title} subtitle={data ? t.count(data.length) : undefined} back={{ label: it.shell.back, onPress: goBack }} actions={add} />
      <TextField name="filter" label={t.filter} hint={t.filterHint} type="search" value={filter} onChange={setFilter} />
      {error ? <Notice kind="error">{describeError(error)}</Notice> : null}
      {data && (
        <ListTable
          caption={t.title} hideCaption columns={columns(places)} rows={found} rowKey={({ id }) => id} openLabel={({ value }) => t.open(value.name ?? '')}
          onOpen={({ id }) => navigate('school', { school_id: id })}
          empty={<EmptyState icon="pa" title={words.length > 0 ? t.emptyFiltered : t.empty}>{words.length > 0 ? null : t.emptyHelp}</EmptyState>}
        />
      )}
      <SchoolDialog editing={editing} />
    </Page>
  )
}
