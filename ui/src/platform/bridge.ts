// The same commands over HTTP for browser tests: POST /call on the page's own origin. The desktop shell is not there,
// so its watch over the keyboard is kept here, with the same words.
import { toIpcError } from './error'
import type { ShellEvents, Transport, WindowName } from './transport'

const NOTICE_SECONDS = 30
/** A browser hears nothing by itself: it asks. */
const NEWS_EVERY_MS = 500
const PAGES: Record<WindowName, string> = { main: 'index.html', lock: 'lock.html' }

const done = { value: {}, changed: [] }

async function post(window: WindowName, name: string, input: unknown): Promise<unknown> {
  const response = await fetch('/call', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ window, name, input }),
  })
  const body: unknown = await response.json()
  if (!response.ok) throw toIpcError(body)
  return body
}

/** Counts the minutes without a key, as the shell does on the desktop. */
class IdleWatch {
  private minutes = 5
  private timers: ReturnType<typeof setTimeout>[] = []
  private noticed = false
  events: ShellEvents | null = null

  setMinutes(minutes: number) {
    this.minutes = Math.min(15, Math.max(1, minutes))
    this.present()
  }

  present() {
    if (this.noticed) this.events?.back()
    this.noticed = false
    this.timers.forEach(clearTimeout)
    const whole = this.minutes * 60_000
    this.timers = [
      setTimeout(() => {
        this.noticed = true
        this.events?.notice(NOTICE_SECONDS)
      }, whole - NOTICE_SECONDS * 1000),
      setTimeout(() => this.events?.leaving(), whole),
    ]
  }
}

export function bridgeTransport(): Transport {
  const watch = new IdleWatch()
  const show = (window: WindowName) => location.replace(PAGES[window])
  const own: Record<string, (input: unknown) => Promise<unknown>> = {
    'shell.present': () => Promise.resolve(watch.present()),
    'shell.idle': (input) => Promise.resolve(watch.setMinutes((input as { minutes: number }).minutes)),
    'shell.lock': () => Promise.resolve(watch.events?.leaving()),
    'shell.saved': async () => {
      await post('main', 'shell.lock', {})
      show('lock')
    },
  }
  return {
    async send(window, name, input) {
      const verb = own[name]
      if (!verb) return post(window, name, input)
      await verb(input)
      return done
    },
    listen(events) {
      watch.events = events
      watch.present()
      return () => {
        watch.events = null
      }
    },
    news(tell) {
      const timer = setInterval(() => {
        post('main', 'shell.news', {})
          .then((answer) => {
            const { changed } = answer as { changed: readonly string[] }
            if (changed.length > 0) tell(changed)
          })
          .catch(() => undefined)
      }, NEWS_EVERY_MS)
      return () => clearInterval(timer)
    },
    show,
  }
}
