// What a placement costs: rates over time, bills against what their days come to, the way to the budget sheet.
import type { BillView, FatturaCom, MoneyView, Retta, Shown } from '../bindings'
import { Badge, Button, TwoVersions } from '../components'
import { showDate } from '../dates/civil'
import { it } from '../messages/it'
import { navigate } from '../navigation'
import { showEuro, typedPercent } from './money'

const t = it.placements

interface Props {
  money: MoneyView
  id: string
  writes: boolean
  running: boolean
  onRate: (shown: Shown<Retta> | null) => void
  onBill: (shown: Shown<FatturaCom> | null) => void
  onRemove: (id: string) => void
}

function share(label: string, quota: Retta['health']) {
  if (quota.is === 'percentuale') return `${label} ${typedPercent(quota.hundredths)} %`
  return quota.is === 'giornaliera' ? `${label} ${showEuro(quota.amount)}/g` : null
}

const rateWords = ({ daily, iva, reduced, health, parents, note }: Retta) =>
  [daily && showEuro(daily), iva && `${t.iva.replace(' %', '')} ${typedPercent(iva)} %`, reduced && `${t.reducedLine} ${showEuro(reduced)}`, share(t.health.toLowerCase(), health), share(t.parents.toLowerCase(), parents), note].filter(Boolean).join(' · ')

function Rates({ money, writes, onRate, onRemove }: Props) {
  return (
    <div>
      <div className="placement-head">
        <h4>{t.rates}</h4>
        {writes && <Button small icon="plus" onPress={() => onRate(null)}>{t.addRate}</Button>}
      </div>
      {money.rates.length === 0 && <p className="muted">{t.noRates}</p>}
      <ul className="cases-plain">
        {money.rates.map((rate) => (
          <li key={rate.id} className="cases-member">
            <span>
              <strong>{t.since(showDate(rate.value.period.from), showDate(rate.value.period.until))}</strong> <TwoVersions of={rate.clashes} />
              <span className="cases-note">{rateWords(rate.value)}</span>
            </span>
            {writes && <Item label={showDate(rate.value.period.from)} onEdit={() => onRate(rate)} onRemove={() => onRemove(rate.id)} />}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Change and take off, for a line of a list. */
export function Item({ label, onEdit, onRemove }: { label: string; onEdit: () => void; onRemove: () => void }) {
  return (
    <span className="line">
      <Button small kind="quiet" icon="pencil" aria-label={`${t.edit}: ${label}`} onPress={onEdit}>{t.edit}</Button>
      <Button small kind="quiet" aria-label={`${t.remove}: ${label}`} onPress={onRemove}>{t.remove}</Button>
    </span>
  )
}

function agrees({ bill: { value }, computed }: BillView) {
  if (!computed || value.amount === null || value.amount === undefined) return null
  return value.amount === computed.total && (value.days ?? computed.days) === computed.days
}

function Bill({ view, props }: { view: BillView; props: Props }) {
  const { value, id, clashes } = view.bill
  const right = agrees(view)
  const label = [value.number, `${showDate(value.from)} – ${showDate(value.until)}`].filter(Boolean).join(' · ')
  return (
    <li className="cases-member">
      <span>
        <strong>{label}</strong> <TwoVersions of={clashes} />{' '}
        {right !== null && <Badge tone={right ? 'success' : 'warning'} icon={right ? 'check' : 'warning-circle'}>{right ? t.agrees : t.differs}</Badge>}
        <span className="cases-note">
          {[value.days !== null && value.days !== undefined && t.days(value.days), value.amount && showEuro(value.amount), value.on && `${t.billOn.toLowerCase()} ${showDate(value.on)}`, value.note].filter(Boolean).join(' · ')}
        </span>
        {view.computed && right !== true && <span className="cases-note">{t.computedAs(view.computed.days, showEuro(view.computed.total))}</span>}
      </span>
      {props.writes && <Item label={label} onEdit={() => props.onBill(view.bill)} onRemove={() => props.onRemove(id)} />}
    </li>
  )
}

function Bills(props: Props) {
  const { money, writes, onBill } = props
  const next = money.next_bill
  return (
    <div>
      <div className="placement-head">
        <h4>{t.bills}</h4>
        {writes && <Button small icon="plus" onPress={() => onBill(null)}>{t.addBill}</Button>}
      </div>
      {next && <p className="muted">{t.nextBill(showDate(next.from), showDate(next.until), showEuro(next.total))}</p>}
      {money.bills.length === 0 && <p className="muted">{t.noBills}</p>}
      <ul className="cases-plain">
        {money.bills.map((view) => <Bill key={view.bill.id} view={view} props={props} />)}
      </ul>
    </div>
  )
}

export function MoneyPart(props: Props) {
  const { money, id, running } = props
  return (
    <div className="placement-money">
      <div className="placement-head">
        <span>{money.so_far && <>{`${running ? t.soFar : t.soFarDone}: `}<strong>{showEuro(money.so_far.total)}</strong></>}</span>
        <Button small icon="file" onPress={() => navigate('placement.budget', { placement_id: id })}>{t.budget}</Button>
      </div>
      <div className="placement-two">
        <Rates {...props} />
        <Bills {...props} />
      </div>
    </div>
  )
}
