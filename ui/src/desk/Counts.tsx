// How many came: by month, by how they came and how it ended.
import { deskCount, type DeskCountLine } from '../bindings'
import { DateField, EmptyState, ListTable, Notice, type Column } from '../components'
import { DESK_CODES } from '../messages/desk'
import { it } from '../messages/it'
import { useAnswer, useSession, useViewState } from '../navigation'
import { describeError } from '../platform'

const t = it.desk
const labelOf = (list: string, code: string) => DESK_CODES[list]?.[code] ?? (code || t.unsaid)
const modeOf = (line: DeskCountLine) => labelOf('CARTELLA-MODALITA-ACCESSO', line.mode)
const outcomeOf = (line: DeskCountLine) => labelOf('CARTELLA-ESITO-ACCESSO', line.outcome)
const monthOf = ({ month }: DeskCountLine) => `${month.slice(5)}/${month.slice(0, 4)}`

const columns: Column<DeskCountLine>[] = [
  { key: 'month', header: t.month, isRowHeader: true, sortValue: (line) => line.month, cell: monthOf },
  { key: 'mode', header: t.mode, sortValue: modeOf, cell: modeOf },
  { key: 'outcome', header: t.outcome, sortValue: outcomeOf, cell: outcomeOf },
  { key: 'count', header: t.howMany, align: 'end', sortValue: (line) => line.count, cell: (line) => line.count },
  { key: 'became', header: t.became, align: 'end', sortValue: (line) => line.became_case, cell: (line) => line.became_case },
  { key: 'anonymous', header: t.ofAnonymous, align: 'end', sortValue: (line) => line.anonymous, cell: (line) => line.anonymous },
]

export function Counts() {
  const { today } = useSession()
  const [from, setFrom] = useViewState<string | null>('count-from', `${today.slice(0, 4)}-01-01`)
  const [to, setTo] = useViewState<string | null>('count-to', today)
  const days = { from: from ?? today, to: to ?? today }
  const { data, error } = useAnswer({ key: ['desk.count', days], ask: () => deskCount(days), kinds: ['accesso'], keepLast: true })
  return (
    <>
      <div className="desk-filters">
        <DateField name="count-from" label={t.from} narrow value={from} onChange={setFrom} />
        <DateField name="count-to" label={t.to} narrow value={to} onChange={setTo} />
      </div>
      {error ? <Notice kind="error">{describeError(error)}</Notice> : null}
      {data && <p>{t.total(data.total, data.became_case)}</p>}
      {data && (
        <ListTable caption={t.views.counts} hideCaption columns={columns} rows={data.lines} rowKey={(line) => `${line.month}${line.mode}|${line.outcome}`} empty={<EmptyState icon="chart-line" title={t.emptyAll} />} />
      )}
    </>
  )
}
