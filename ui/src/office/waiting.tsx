// The mark of what has not gone to the office yet: on cases and people in lists, on their pages, on entries.
import { officeWaiting } from '../bindings'
import { Badge } from '../components'
import { it } from '../messages/it'
import { useAnswer } from '../navigation'

/** Of these records, and of cases and people, those of which something waits. */
export function useWaiting(records: readonly string[] = []): ReadonlySet<string> {
  const { data } = useAnswer({ key: ['office.waiting', records], ask: () => officeWaiting({ records: [...records] }), keepLast: true })
  return new Set([...(data?.subjects ?? []), ...(data?.records ?? [])])
}

export function Waits({ of }: { of: boolean }) {
  return of ? (
    <Badge icon="upload" tone="info">
      {it.office.waits}
    </Badge>
  ) : null
}
