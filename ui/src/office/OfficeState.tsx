// The state of the agreement in the bar over every page: an icon and words, and the way to its page.
import { Button as AriaButton } from 'react-aria-components'
import type { OfficeNow, OfficeStatus } from '../bindings'
import { Icon, useSlow, type IconName } from '../components'
import { showInstantTime } from '../dates/civil'
import { it } from '../messages/it'
import { navigate } from '../navigation'
import { useOfficeNow, useOfficeStatus } from './status'

const t = it.office.state
/** Gone by itself when the line is back. */
const PASSING = ['line', 'timeout', 'busy', 'office', 'restored']

export interface Stand {
  icon: IconName
  text: string
}

/** What the bar says; nothing in an archive that is its own office. */
export function standOf(status: OfficeStatus | undefined, now: OfficeNow | undefined, slow: boolean): Stand | null {
  if (!status?.office) return null
  if (now?.running && slow) return { icon: 'refresh', text: t.running }
  const trouble = status.last?.trouble
  if (trouble && PASSING.includes(trouble)) return { icon: 'wifi', text: t.away }
  if (trouble && trouble !== 'stopped') return { icon: 'warning', text: t.halted }
  if (status.waiting_changes > 0) return { icon: 'upload', text: t.waiting(status.waiting_changes) }
  return { icon: 'check-circle', text: t.sent(status.last_finished ? showInstantTime(status.last_finished.ended_at) : '') }
}

export function OfficeState() {
  const { data: status } = useOfficeStatus()
  const { data: now } = useOfficeNow()
  const slow = useSlow(Boolean(now?.running))
  const stand = standOf(status, now, slow)
  if (!stand) return null
  return (
    <span title={stand.text}>
      <AriaButton className="office-state" onPress={() => navigate('office')}>
        <Icon name={stand.icon} />
        <span className="office-state-text">{stand.text}</span>
      </AriaButton>
    </span>
  )
}
