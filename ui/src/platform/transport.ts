// How a command reaches Rust: over Tauri's channel, or over loopback HTTP to the bridge that tests run.
import { invoke } from '@tauri-apps/api/core'
import { listen } from '@tauri-apps/api/event'

export type WindowName = 'main' | 'lock'

/** What the shell tells the main window. */
export interface ShellEvents {
  /** Nobody at the keyboard: the archive locks in so many seconds. */
  notice: (seconds: number) => void
  /** Somebody came after all. */
  back: () => void
  /** Save what is open now and say `shell.saved`. */
  leaving: () => void
}

export interface Transport {
  /** Answers `{ value, changed }` or throws the error's shape. */
  send: (window: WindowName, name: string, input: unknown) => Promise<unknown>
  listen: (events: ShellEvents) => () => void
  /** What a session with the office changed, by the names of the caches. */
  news?: (tell: (changed: readonly string[]) => void) => () => void
  /** The archive was opened or closed: shows the other window where the shell does not do it by itself. */
  show: (window: WindowName) => void
}

export const tauriTransport: Transport = {
  send: (window, name, input) => invoke(`${window}_call`, { name, input }),
  listen(events) {
    const stops = [
      listen<{ seconds: number }>('shell:notice', ({ payload }) => events.notice(payload.seconds)),
      listen('shell:back', () => events.back()),
      listen('shell:leaving', () => events.leaving()),
    ]
    return () => stops.forEach((stop) => void stop.then((now) => now()))
  },
  news(tell) {
    const stop = listen<readonly string[]>('shell:changed', ({ payload }) => tell(payload))
    return () => void stop.then((now) => now())
  },
  show: () => undefined,
}

export const runsInTauri = () => '__TAURI_INTERNALS__' in window
