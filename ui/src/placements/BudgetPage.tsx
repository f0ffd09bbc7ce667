// The budget sheet: this year and the next, line by line; signed as it goes to the comune, printed by the browser.
import { placementsPrintBudget, placementsSignBudget, type BudgetView, type CostoPeriodo } from '../bindings'
import { Button, Facts, Notice, notify, Page, PageHeader, Progress, Section, SelectField, useSlow } from '../components'
import { showDate } from '../dates/civil'
import { it } from '../messages/it'
import { goBack, type Params, useCommand, useSession, useViewState } from '../navigation'
import { describeError } from '../platform'
import { PrintButton } from '../print'
import { useBudget } from './asked'
import { showEuro } from './money'
import { codeName, enteredOn, leftOn } from './words'
import './placements.css'

const t = it.placements
const TODAY = 'today'

const yearOf = (cost: CostoPeriodo) => cost.from.slice(0, 4)

function Year({ cost }: { cost: CostoPeriodo }) {
  return (
    <div className="budget-year">
      <h3>{`${t.year} ${yearOf(cost)}`}</h3>
      {cost.lines.length === 0 && cost.unrated === 0 ? (
        <p className="muted">{t.noYear}</p>
      ) : (
        <div className="table-scroll" role="group" aria-label={`${t.budget} ${yearOf(cost)}`} tabIndex={0}>
          <table className="table budget-table">
            <caption className="visually-hidden">{`${t.budget} ${yearOf(cost)}`}</caption>
            <thead>
              <tr>
                {[t.from, t.until].map((name) => <th key={name} scope="col">{name}</th>)}
                {[t.daysLabel, t.daily, t.net, t.ivaSum, t.total, t.health, t.parents, t.comune].map((name) => <th key={name} scope="col" className="align-end">{name}</th>)}
              </tr>
            </thead>
            <tbody>
              {cost.lines.map((line) => (
                <tr key={`${line.retta}-${String(line.reduced)}`}>
                  <th scope="row">{showDate(line.from)}</th>
                  <td>{showDate(line.until)}</td>
                  <td className="align-end">{line.days}</td>
                  <td className="align-end">{showEuro(line.daily)}{line.reduced && ` (${t.reducedLine})`}</td>
                  {[line.net, line.iva, line.total, line.health, line.parents, line.comune].map((amount, index) => <td key={index} className="align-end">{showEuro(amount)}</td>)}
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row" colSpan={2}>{t.sum(yearOf(cost))}</th>
                <td className="align-end">{cost.days}</td>
                <td />
                {[cost.net, cost.iva, cost.total, cost.health, cost.parents, cost.comune].map((amount, index) => <td key={index} className="align-end"><strong>{showEuro(amount)}</strong></td>)}
              </tr>
            </tfoot>
          </table>
        </div>
      )}
      {cost.away > 0 && <p className="muted">{t.awayDays(cost.away)}</p>}
      {cost.unrated > 0 && <p className="budget-warning">{t.unrated(cost.unrated)}</p>}
    </div>
  )
}

function Header({ data, facility, comune, names }: { data: BudgetView; facility: string | null; comune: string | null; names: BudgetView['names'] }) {
  const { stay } = data
  return (
    <Facts
      facts={[
        { label: t.minor, value: names[data.case]?.name }, { label: t.facility, value: facility ?? t.noFacility }, { label: t.kind, value: codeName(stay.kind) },
        { label: t.entered, value: showDate(enteredOn(stay)) || (stay.expected_on && `${showDate(stay.expected_on)} · ${t.forecast}`) }, { label: t.left, value: showDate(leftOn(stay)) || showDate(stay.expected_until) },
        { label: t.payer, value: comune }, { label: t.residence, value: data.residence === comune ? null : data.residence },
      ]}
    />
  )
}

function Sheet({ data }: { data: BudgetView }) {
  const [which, setWhich] = useViewState('sheet', TODAY)
  const sign = useCommand(placementsSignBudget)
  const year = Number(data.years[0] ? yearOf(data.years[0]) : 0)
  const chosen = data.sheets.find((one) => one.id === which)
  const sheet = chosen?.sheet
  const author = (id: string | null | undefined) => (id ? (data.names[id]?.name ?? '') : '')
  const choices = [{ key: TODAY, label: t.current }, ...data.sheets.map((one) => ({ key: one.id, label: t.signedOn(showDate(one.sheet.on), author(one.sheet.author)) }))]
  const years = sheet ? (sheet.years ?? []) : data.years
  const { error } = sign
  const signed = ({ id }: { id: string }) => {
    notify('success', t.signed)
    setWhich(id)
  }
  const save = () => sign.mutate({ id: data.placement, year, note: null }, { onSuccess: signed })
  return (
    <>
      <div className="line no-print">
        {data.sheets.length > 0 && <SelectField name="sheet" label={t.show} narrow choices={choices} value={which} onChange={setWhich} />}
        <PrintButton wide note={() => placementsPrintBudget({ id: data.placement })} />
        {data.may_sign && !sheet && <Button kind="primary" icon="sign" isPending={sign.isPending} onPress={save}>{t.sign}</Button>}
      </div>
      {error ? <Notice kind="error" role="alert">{describeError(error)}</Notice> : null}
      {data.may_sign && !sheet && <p className="muted no-print">{t.signHelp}</p>}
      <div className="budget-sheet">
        <Section title={t.budgetTitle}>
          <Header data={data} facility={sheet ? (sheet.struttura ?? null) : data.facility} comune={chosen ? chosen.comune : data.comune} names={data.names} />
          <p className="muted">{sheet ? t.signedOn(showDate(sheet.on), author(sheet.author)) : t.twoYears}</p>
          {years.map((cost) => <Year key={cost.from} cost={cost} />)}
        </Section>
      </div>
    </>
  )
}

export function BudgetPage({ params }: { params: Params }) {
  const { today } = useSession()
  const now = Number(today.slice(0, 4))
  const [year, setYear] = useViewState('year', now)
  const { data, error, isPending } = useBudget(params['placement_id'] ?? '', year)
  const slow = useSlow(isPending)
  const years = [now - 1, now, now + 1].map((one) => ({ key: String(one), label: `${one} – ${one + 1}` }))
  return (
    <Page>
      <PageHeader title={t.budget} subtitle={data ? data.names[data.case]?.name : null} back={{ label: it.shell.back, onPress: goBack }} actions={<SelectField name="first-year" label={t.firstYear} narrow choices={years} value={String(year)} onChange={(key) => setYear(Number(key))} />} />
      {error && <Notice kind="error">{describeError(error)}</Notice>}
      {!data && slow && <Progress label={t.budget} />}
      {data && <Sheet data={data} />}
    </Page>
  )
}
