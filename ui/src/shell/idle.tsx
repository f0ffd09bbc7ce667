// The watch over the keyboard: tells the shell that somebody is here, shows the notice, and leaves in order when it says so.
import { useEffect, useState } from 'react'
import { sessionKeepView } from '../bindings'
import { announce, Button, Dialog } from '../components'
import { it } from '../messages/it'
import { forgetAnswers } from '../navigation'
import { keepAll } from '../navigation/leaving'
import { writeViewState } from '../navigation/view-state'
import { call, listenToShell } from '../platform'

const TOLD_EVERY_MS = 4000
const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const

export const tellPresent = () => call('main', 'shell.present', {}).catch(() => undefined)

/** Asks for the lock; the shell answers with `leaving`. */
export const askLock = () => call('main', 'shell.lock', {})

/** Keeps where she is, then lets the shell close the archive. */
async function leave() {
  const kept = sessionKeepView({ view: writeViewState() })
  await Promise.allSettled([kept, ...keepAll()])
  forgetAnswers()
  await call('main', 'shell.saved', {}).catch(() => undefined)
}

function usePresence(paused: boolean) {
  useEffect(() => {
    if (paused) return
    let told = 0
    const sign = () => {
      const now = performance.now()
      if (now - told < TOLD_EVERY_MS) return
      told = now
      void tellPresent()
    }
    SIGNS.forEach((name) => document.addEventListener(name, sign, { passive: true, capture: true }))
    return () => SIGNS.forEach((name) => document.removeEventListener(name, sign, { capture: true }))
  }, [paused])
}

/** Seconds that are left before the lock, or null; and whether it is under way. */
export function useIdleLock() {
  const [left, setLeft] = useState<number | null>(null)
  const [leaving, setLeaving] = useState(false)
  useEffect(
    () =>
      listenToShell({
        notice: (seconds) => {
          setLeft(seconds)
          announce(`${it.shell.idleTitle} ${it.shell.idleCount(seconds)}`, 'assertive')
        },
        back: () => setLeft(null),
        leaving: () => {
          setLeft(null)
          setLeaving(true)
          void leave()
        },
      }),
    [],
  )
  const counting = left !== null
  useEffect(() => {
    if (!counting) return
    const timer = setInterval(() => setLeft((now) => (now === null ? null : Math.max(0, now - 1))), 1000)
    return () => clearInterval(timer)
  }, [counting])
  // While the notice stands a stray movement does not count: she says so with a button or a key.
  usePresence(counting || leaving)
  const stay = () => {
    setLeft(null)
    void tellPresent()
  }
  return { left, leaving, stay }
}

export function IdleNotice({ left, onStay }: { left: number | null; onStay: () => void }) {
  return (
    <Dialog
      title={it.shell.idleTitle}
      isOpen={left !== null}
      onClose={onStay}
      urgent
      size="small"
      actions={
        <>
          <Button icon="lock" onPress={() => void askLock()}>
            {it.shell.idleLock}
          </Button>
          <Button kind="primary" autoFocus onPress={onStay}>
            {it.shell.idleStay}
          </Button>
        </>
      }
    >
      <p>{it.shell.idleText}</p>
      <p className="idle-count tabular" role="timer" aria-live="off">
        {it.shell.idleCount(left ?? 0)}
      </p>
    </Dialog>
  )
}
