// Spazio neutro: the path of a case, from the request to the last restitution.
import type { CasePage } from '../bindings'
import { Button, EmptyState, Notice, Progress, useSlow } from '../components'
import { it } from '../messages/it'
import { navigate, useDialogState } from '../navigation'
import { describeError } from '../platform'
import { useSpazioNeutro } from './asked'
import { PathDialog } from './dialogs'
import { PathCard } from './PathCard'
import './spazio-neutro.css'

const t = it.spazioNeutro

export function SnTab({ page }: { page: CasePage }) {
  const { data, error, isPending } = useSpazioNeutro(page.case)
  const [adding, setAdding] = useDialogState('sn.new', false)
  const slow = useSlow(isPending)
  if (error) return <Notice kind="error">{describeError(error)}</Notice>
  if (!data) return slow ? <Progress label={t.tab} /> : null
  return (
    <div className="sn">
      <div className="line">
        {data.writes && <Button kind={data.paths.length === 0 ? 'primary' : 'secondary'} icon="plus" onPress={() => setAdding(true)}>{t.add}</Button>}
        <Button kind="quiet" icon="list" onPress={() => navigate('spazio_neutro')}>{t.list}</Button>
      </div>
      {data.paths.length === 0 && <EmptyState title={t.none}>{t.noneHelp}</EmptyState>}
      {data.paths.map((view) => <PathCard key={view.path.id} page={data} view={view} />)}
      {adding && <PathDialog page={data} view={null} onClose={() => setAdding(false)} />}
    </div>
  )
}
