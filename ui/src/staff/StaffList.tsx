// Personale: who works here, as what, in which services, until when.
import { staffList, type OperatorCard, type Service } from '../bindings'
import { Badge, Button, EmptyState, ListTable, Notice, Page, PageHeader, Segmented, TextField, TwoVersions, type Column } from '../components'
import { showDate } from '../dates/civil'
import { it } from '../messages/it'
import { ROLES, SERVICES } from '../messages/terms'
import { goBack, navigate, useAnswer, useSession, useViewState } from '../navigation'
import { describeError } from '../platform'
import { blankOperator, OperatorDialog, operatorForm, useOperatorEditing } from './OperatorDialog'

const t = it.staff

const codes = (services: readonly Service[] | undefined) => (services ?? []).join(', ')

function Services({ form }: { form: OperatorCard['form'] }) {
  const works = codes(form.services)
  const coordinates = codes(form.coordinates)
  return [works, coordinates && t.coordinatesShort(coordinates)].filter(Boolean).join(' · ')
}

function columns(today: string): Column<OperatorCard>[] {
  return [
    {
      key: 'name', header: t.operator, isRowHeader: true, sortValue: (one) => one.label,
      cell: (one) => (
        <span className="line">
          {one.me ? t.me(one.label) : one.label}
          {!one.active && <Badge>{one.form.from && one.form.from > today ? t.coming(showDate(one.form.from)) : t.gone(showDate(one.form.to))}</Badge>}
          <TwoVersions of={one.clashed} />
        </span>
      ),
    },
    {
      key: 'role', header: t.qualifica, sortValue: (one) => (one.form.qualifica ? ROLES[one.form.qualifica] : ''),
      cell: (one) => [one.form.qualifica, ...(one.form.further_roles ?? [])].map((role) => (role ? ROLES[role] : '')).filter(Boolean).join(', '),
    },
    { key: 'services', header: t.services, cell: (one) => <Services form={one.form} /> },
    { key: 'employer', header: t.employer, sortValue: (one) => one.form.employer ?? '', cell: (one) => one.form.employer },
  ]
}

export function StaffList() {
  const { today, may } = useSession()
  const [who, setWho] = useViewState<'active' | 'all'>('who', 'active')
  const [filter, setFilter] = useViewState('filter', '')
  const { data, error } = useAnswer({ key: ['staff.list'], ask: staffList, kinds: ['operator'] })
  const editing = useOperatorEditing()
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean)
  const textOf = (one: OperatorCard) => [one.label, ...(one.form.services ?? []).flatMap((code) => [code, SERVICES[code]])].join(' ').toLowerCase()
  const found = (data ?? []).filter((one) => (who === 'all' || one.active) && words.every((word) => textOf(one).includes(word)))
  const open = (one: OperatorCard) => editing.open(operatorForm(one))
  return (
    <Page>
      <PageHeader
        title={t.title} subtitle={data ? t.count(found.length) : undefined} back={{ label: it.shell.back, onPress: goBack }}
        actions={
          <>
            <Button icon="calendar" onPress={() => navigate('substitutions')}>
              {it.substitutions.title}
            </Button>
            {may.write_staff && (
              <Button kind="primary" icon="plus" onPress={() => editing.open(blankOperator)}>
                {t.add}
              </Button>
            )}
          </>
        }
      />
      <div className="staff-filters">
        <Segmented label={t.who} choices={[{ key: 'active', label: t.active }, { key: 'all', label: t.all }]} value={who} onChange={setWho} />
        <TextField name="filter" label={t.filter} hint={t.filterHint} type="search" value={filter} onChange={setFilter} />
      </div>
      {error ? <Notice kind="error">{describeError(error)}</Notice> : null}
      {!may.write_staff && <p className="muted">{t.readOnly}</p>}
      {data && (
        <ListTable
          caption={t.title} hideCaption columns={columns(today)} rows={found} rowKey={(one) => one.id} empty={<EmptyState icon="user" title={t.empty} />}
          {...(may.write_staff ? { onOpen: open, openLabel: (one: OperatorCard) => t.edit(one.label) } : {})}
        />
      )}
      <OperatorDialog editing={editing} />
    </Page>
  )
}
