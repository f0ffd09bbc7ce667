// How things stand with the office, for the page and the bar. Any write changes what waits: any change asks again.
import { officeNow, officeStatus, officeSynchronise, type SyncReport } from '../bindings'
import { notify } from '../components'
import { showInstantTime } from '../dates/civil'
import { it } from '../messages/it'
import { useAnswer, useCommand } from '../navigation'
import { describeError } from '../platform'

/** A session runs beside the window: should its last word be missed (the computer slept), the state is right soon after. */
const EVERY_MS = 10_000
/** Progress is asked for: it does not touch the archive. */
const PROGRESS_MS = 1000

export const useOfficeStatus = () => useAnswer({ key: ['office.status'], ask: officeStatus, everyMs: EVERY_MS })
export const useOfficeNow = () => useAnswer({ key: ['office.now'], ask: officeNow, kinds: ['office_now'], everyMs: PROGRESS_MS })

function tell(report: SyncReport) {
  if (report.trouble) notify(report.trouble === 'stopped' ? 'info' : 'warning', it.office.troubles[report.trouble])
  else notify('success', it.office.receipt(showInstantTime(report.at), report.confirmed, report.same_print))
}

/** Sends and fetches now, and says what came of it. */
export function useSendNow() {
  const command = useCommand(officeSynchronise)
  const send = () => command.mutate(undefined, { onSuccess: tell, onError: (error) => notify('error', describeError(error)) })
  return { send, isPending: command.isPending }
}
