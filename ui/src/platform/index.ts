// The window's only way out: one call for every command, what changed, and what the shell says. No other folder imports tauri.
import { bridgeTransport } from './bridge'
import { toIpcError } from './error'
import { runsInTauri, tauriTransport, type ShellEvents, type Transport, type WindowName } from './transport'

export { describeError, fieldOf, IpcError, toIpcError, type IpcErrorShape } from './error'
export { fromBase64, offerBase64, offerFile, toBase64 } from './file'
export type { ShellEvents, Transport, WindowName } from './transport'

let transport: Transport | null = null
const watchers = new Set<(kinds: readonly string[]) => void>()

function current(): Transport {
  transport ??= runsInTauri() ? tauriTransport : bridgeTransport()
  return transport
}

/** Puts another transport in place: tests and the gallery answer from memory. */
export function setTransport(next: Transport | null) {
  transport = next
}

/** Called with the names of the kinds that a command changed. */
export function onChanged(tell: (kinds: readonly string[]) => void): () => void {
  watchers.add(tell)
  return () => void watchers.delete(tell)
}

interface Answer {
  value: unknown
  changed: readonly string[]
}

const isAnswer = (raw: unknown): raw is Answer => typeof raw === 'object' && raw !== null && 'value' in raw && Array.isArray((raw as Answer).changed)

/** Runs one command. Answers its value; throws an IpcError. What it changed is told to the caches. */
export async function call<O>(window: WindowName, name: string, input: unknown): Promise<O> {
  let raw: unknown
  try {
    raw = await current().send(window, name, input)
  } catch (thrown) {
    throw toIpcError(thrown)
  }
  if (!isAnswer(raw)) return raw as O
  if (raw.changed.length > 0) watchers.forEach((tell) => tell(raw.changed))
  return raw.value as O
}

/** What comes from the office while no command runs goes to the caches too. */
export const listenToNews = () => current().news?.((kinds) => watchers.forEach((tell) => tell(kinds)))

export const listenToShell = (events: ShellEvents) => current().listen(events)
/** After an archive opened or closed: the desktop changes windows by itself, a browser must be told. */
export const showWindow = (window: WindowName) => current().show(window)
