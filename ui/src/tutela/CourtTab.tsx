// Autorità giudiziaria: the chain of a case from the order to the report.
import type { CasePage, CourtPage } from '../bindings'
import { Button, EmptyState, Notice, Progress, useSlow } from '../components'
import { it } from '../messages/it'
import { navigate } from '../navigation'
import { describeError } from '../platform'
import { useCourt } from './asked'
import { MeasureLine } from './MeasureLine'
import { OrderCard } from './OrderCard'
import { PenalSection } from './PenalSection'
import { ProceedingsSection } from './ProceedingsSection'
import './tutela.css'

const t = it.tutela

function Actions({ page, court }: { page: CasePage; court: CourtPage }) {
  const at = { case_id: page.case }
  return (
    <div className="line">
      {court.writes && <Button kind="primary" icon="plus" onPress={() => navigate('order.new', at)}>{t.register}</Button>}
      {court.writes && <Button icon="clock" onPress={() => navigate('measure.new', at)}>{t.emergency}</Button>}
      <Button kind="quiet" icon="pa" onPress={() => navigate('authorities')}>{t.authoritiesTitle}</Button>
    </div>
  )
}

export function CourtTab({ page }: { page: CasePage }) {
  const { data, error, isPending } = useCourt(page.case)
  const slow = useSlow(isPending)
  if (error) return <Notice kind="error">{describeError(error)}</Notice>
  if (!data) return slow ? <Progress label={t.tab} /> : null
  return (
    <div className="court">
      <Actions page={page} court={data} />
      {data.measures.map((measure) => (
        <MeasureLine key={measure.measure.id} caseId={page.case} view={measure} />
      ))}
      {data.orders.length === 0 && <EmptyState title={t.noOrders}>{t.noOrdersHelp}</EmptyState>}
      {data.orders.map((order) => (
        <OrderCard key={order.order.id} court={data} view={order} page={page} />
      ))}
      <PenalSection page={page} court={data} />
      <ProceedingsSection page={page} court={data} />
    </div>
  )
}
