// All placements that she may read, with their days and what they cost in a period.
import type { PlacementLine, PlacementsRegister } from '../bindings'
import { Badge, DateField, EmptyState, ListTable, Notice, Page, PageHeader, type Column } from '../components'
import { showDate } from '../dates/civil'
import { it } from '../messages/it'
import { goBack, navigate, useSession, useViewState } from '../navigation'
import { describeError } from '../platform'
import { useRegister } from './asked'
import { showEuro } from './money'
import './placements.css'

const t = it.placements

const money = (amount: number | null) => (amount === null ? '' : showEuro(amount))

function columns(names: PlacementsRegister['names']): Column<PlacementLine>[] {
  const name = (line: PlacementLine) => names[line.case]?.name ?? ''
  return [
    { key: 'minor', header: t.minor, isRowHeader: true, sortValue: name, cell: name },
    { key: 'facility', header: t.facility, sortValue: (line) => line.facility, cell: (line) => line.facility ?? <span className="muted">{t.noFacility}</span> },
    { key: 'entered', header: t.entered, firstDirection: 'descending', sortValue: (line) => line.entered, cell: (line) => showDate(line.entered) },
    { key: 'left', header: t.left, firstDirection: 'descending', sortValue: (line) => line.left, cell: (line) => showDate(line.left) },
    { key: 'days', header: t.daysLabel, align: 'end', firstDirection: 'descending', sortValue: (line) => line.days, cell: (line) => line.days },
    { key: 'total', header: t.total, align: 'end', firstDirection: 'descending', sortValue: (line) => line.total, cell: (line) => <>{money(line.total)} {line.unrated > 0 && <Badge tone="warning">{t.incomplete(line.unrated)}</Badge>}</> },
    { key: 'comune', header: t.comune, align: 'end', firstDirection: 'descending', sortValue: (line) => line.comune, cell: (line) => money(line.comune) },
  ]
}

export function RegisterPage() {
  const { today } = useSession()
  const [from, setFrom] = useViewState<string>('from', `${today.slice(0, 4)}-01-01`)
  const [until, setUntil] = useViewState<string>('until', `${today.slice(0, 4)}-12-31`)
  const { data, error } = useRegister({ from, until })
  const lines = data?.lines ?? []
  const minors = new Set(lines.map((line) => line.case)).size
  const days = lines.reduce((sum, line) => sum + line.days, 0)
  const total = lines.reduce((sum, line) => sum + (line.total ?? 0), 0)
  return (
    <Page>
      <PageHeader title={t.registerTitle} subtitle={t.registerHelp} back={{ label: it.shell.back, onPress: goBack }} />
      <div className="form-row">
        <DateField name="register-from" label={t.registerFrom} narrow value={from} onChange={(on) => on && setFrom(on)} />
        <DateField name="register-until" label={t.registerUntil} narrow value={until} onChange={(on) => on && setUntil(on)} />
      </div>
      {error && <Notice kind="error">{describeError(error)}</Notice>}
      {lines.length > 0 && <p>{[t.sumDays(minors, days), total > 0 && showEuro(total)].filter(Boolean).join(' · ')}</p>}
      {data && (
        <ListTable
          caption={t.registerTitle} hideCaption columns={columns(data.names)} rows={lines} rowKey={(line) => line.id} openLabel={(line) => t.openCase(data.names[line.case]?.name ?? '')}
          onOpen={(line) => navigate('case', { case_id: line.case })} empty={<EmptyState icon="list" title={t.noRegister} />}
        />
      )}
    </Page>
  )
}
