// A plesso: its classes in a school year, and who attends them.
import { schoolsClasses, schoolsPupils, type Pupil, type SaveClass } from '../bindings'
import { Badge, Button, EmptyState, Facts, IconButton, ListTable, Notice, Page, PageHeader, Section, SelectField, TwoVersions, type Column } from '../components'
import { showPartial } from '../dates/partial'
import { it } from '../messages/it'
import { goBack, navigate, useAnswer, useSession, useViewState, type Params } from '../navigation'
import { describeError } from '../platform'
import { placeText } from '../people'
import { ClassDialog, useClassEditing } from './ClassDialog'
import { classLabel } from './find'
import { SchoolDialog, useSchoolEditing, type SchoolForm } from './SchoolDialog'
import { useSchools } from './SchoolList'
import { schoolYearOf, yearChoices } from './year'

const t = it.schools
const ALL = 'all'

type Class = Awaited<ReturnType<typeof schoolsClasses>>[number]

const write = (school: string, label: string, schoolClass?: string) =>
  navigate('diary.new', { kind: 'AZIONE_PREVENTIVA', school_id: school, about: label, ...(schoolClass ? { class_id: schoolClass } : {}) })

interface ClassesProps {
  school: string
  name: string
  classes: readonly Class[]
  pupils: readonly Pupil[]
  chosen: string
  onChoose: (id: string) => void
  onEdit: (form: SaveClass) => void
}

function Classes({ school, name, classes, pupils, chosen, onChoose, onEdit }: ClassesProps) {
  const { may } = useSession()
  return (
    <ul className="schools-classes" aria-label={t.classes}>
      {classes.map(({ id, value, seen, clashes }) => {
        const label = classLabel(value)
        return (
          <li key={id} className="schools-class" data-current={chosen === id || undefined}>
            <Button kind="link" aria-label={t.showClass(label)} aria-pressed={chosen === id} onPress={() => onChoose(chosen === id ? ALL : id)}>
              {label}
            </Button>
            <span className="muted">{t.pupilCount(pupils.filter((pupil) => pupil.class === id).length)}</span>
            <TwoVersions of={clashes} />
            {may.write_activities && <IconButton small icon="note" label={t.writeFor(label)} onPress={() => write(school, `${label}, ${name}`, id)} />}
            {may.write_schools && <IconButton small icon="pencil" label={`${it.kit.edit}: ${label}`} onPress={() => onEdit({ id, class: value, seen })} />}
          </li>
        )
      })}
    </ul>
  )
}

function columns(labels: ReadonlyMap<string, string>): Column<Pupil>[] {
  const labelOf = (pupil: Pupil) => (pupil.class ? (labels.get(pupil.class) ?? '') : '')
  return [
    { key: 'name', header: t.person, isRowHeader: true, sortValue: ({ card }) => card.name ?? '', cell: ({ card }) => card.name },
    { key: 'class', header: t.schoolClass, sortValue: labelOf, cell: labelOf },
    { key: 'birth', header: t.birth, sortValue: ({ card }) => card.birth ?? '', cell: ({ card }) => showPartial(card.birth) },
    {
      key: 'cases', header: t.cases,
      cell: ({ cases }) => (
        <span className="line">
          {cases.map((one) => (
            <Badge key={one.id}>{one.service}</Badge>
          ))}
        </span>
      ),
    },
  ]
}

function useYear(school: string, year: number) {
  const classes = useAnswer({ key: ['schools.classes', school, year], ask: () => schoolsClasses({ school, year }), kinds: ['school_class'], keepLast: true })
  const pupils = useAnswer({
    key: ['schools.pupils', school, year], ask: () => schoolsPupils({ school, class: null, year }), kinds: ['school_enrolment', 'person', 'person_merge', 'case_file', 'assignment'], keepLast: true,
  })
  return { classes: classes.data ?? [], pupils: pupils.data ?? [], error: classes.error ?? pupils.error }
}

function Year({ school, name }: { school: string; name: string }) {
  const { today, may } = useSession()
  const [year, setYear] = useViewState('year', schoolYearOf(today))
  const [chosen, setChosen] = useViewState('class', ALL)
  const { classes, pupils, error } = useYear(school, year)
  const editing = useClassEditing()
  const labels = new Map(classes.map(({ id, value }) => [id, classLabel(value)]))
  const shown = labels.has(chosen) ? chosen : ALL
  const attending = pupils.filter((pupil) => shown === ALL || pupil.class === shown)
  const add = may.write_schools && (
    <Button small icon="plus" onPress={() => editing.open({ id: null, class: { school, year, grade: null, section: null }, seen: [] })}>
      {t.addClass}
    </Button>
  )
  return (
    <>
      {error ? <Notice kind="error">{describeError(error)}</Notice> : null}
      <Section title={t.classes} actions={add}>
        <div className="form">
          <SelectField name="year" label={t.year} narrow choices={yearChoices(today, 5)} value={String(year)} onChange={(key) => setYear(Number(key))} />
        </div>
        {classes.length === 0 ? (
          <p className="muted">{t.noClasses}</p>
        ) : (
          <Classes school={school} name={name} classes={classes} pupils={pupils} chosen={shown} onChoose={setChosen} onEdit={editing.open} />
        )}
      </Section>
      <Section title={shown === ALL ? t.pupils : `${t.pupils} · ${labels.get(shown) ?? ''}`} flush>
        <ListTable
          caption={t.pupils} hideCaption columns={columns(labels)} rows={attending} rowKey={({ card }) => card.id} openLabel={({ card }) => t.openPerson(card.name ?? '')}
          onOpen={({ card }) => navigate('person', { person_id: card.id })} empty={<EmptyState icon="user" title={t.noPupils}>{t.noPupilsHelp}</EmptyState>}
        />
      </Section>
      <ClassDialog editing={editing} />
    </>
  )
}

export function SchoolPage({ params }: { params: Params }) {
  const { may } = useSession()
  const id = params['school_id'] ?? ''
  const { data, error, places } = useSchools()
  const editing = useSchoolEditing()
  const found = data?.find((one) => one.id === id)
  if (!found) {
    return (
      <Page>
        <PageHeader title={t.school} back={{ label: it.shell.back, onPress: goBack }} />
        {error ? <Notice kind="error">{describeError(error)}</Notice> : null}
      </Page>
    )
  }
  const { value, seen, clashes } = found
  const place = value.place ? placeText(places[value.place]) : ''
  const name = value.name ?? ''
  const form: SchoolForm = { id, seen, school: value, place: value.place ? { key: value.place, label: place || value.place } : null }
  return (
    <Page>
      <PageHeader
        title={name} subtitle={[value.institute, value.order ? it.people.orders[value.order] : ''].filter(Boolean).join(' · ')} back={{ label: it.shell.back, onPress: goBack }}
        badges={
          value.closed || clashes ? (
            <>
              {value.closed && <Badge>{t.closedBadge}</Badge>}
              <TwoVersions of={clashes} />
            </>
          ) : undefined
        }
        actions={
          <>
            {may.write_schools && <Button icon="pencil" onPress={() => editing.open(form)}>{it.kit.edit}</Button>}
            {may.write_activities && <Button kind="primary" icon="note" onPress={() => write(id, name)}>{it.activities.add}</Button>}
          </>
        }
      />
      <Facts
        facts={[
          { label: t.code, value: value.code },
          { label: t.address, value: [value.address, place].filter(Boolean).join(', ') },
          { label: t.phone, value: value.phone },
          { label: t.paritaria, value: value.state_run === false ? it.people.yes : '' },
        ]}
      />
      <Year school={id} name={name} />
      <SchoolDialog editing={editing} />
    </Page>
  )
}
