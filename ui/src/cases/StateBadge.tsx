// A case's state in a word.
import type { StateName } from '../bindings'
import { Badge } from '../components'
import { stateName, stateTone } from './words'

export function StateBadge({ state }: { state: StateName }) {
  return <Badge tone={stateTone(state)}>{stateName(state)}</Badge>
}
