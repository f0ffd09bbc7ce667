// Collocamento: where the minor is placed, was placed, or shall be.
import type { CasePage } from '../bindings'
import { Button, EmptyState, Notice, Progress, useSlow } from '../components'
import { it } from '../messages/it'
import { navigate, useDialogState } from '../navigation'
import { describeError } from '../platform'
import { usePlacements } from './asked'
import { PlacementCard } from './PlacementCard'
import { PlacementDialog } from './PlacementDialog'
import './placements.css'

const t = it.placements

export function PlacementsTab({ page }: { page: CasePage }) {
  const { data, error, isPending } = usePlacements(page.case)
  const [adding, setAdding] = useDialogState('placement.new', false)
  const slow = useSlow(isPending)
  if (error) return <Notice kind="error">{describeError(error)}</Notice>
  if (!data) return slow ? <Progress label={t.tab} /> : null
  return (
    <div className="placements">
      <div className="line">
        {data.writes && <Button kind="primary" icon="plus" onPress={() => setAdding(true)}>{t.add}</Button>}
        <Button kind="quiet" icon="list" onPress={() => navigate('placements')}>{t.register}</Button>
        <Button kind="quiet" icon="map-marker" onPress={() => navigate('facilities')}>{t.facilities}</Button>
      </div>
      {data.placements.length === 0 && <EmptyState title={t.none}>{t.noneHelp}</EmptyState>}
      {data.placements.map((view) => <PlacementCard key={view.placement.id} view={view} page={data} />)}
      {adding && <PlacementDialog page={data} view={null} onClose={() => setAdding(false)} />}
    </div>
  )
}
