// Keeps what a form holds in the archive within two seconds of the last key, in order, and before the page or the archive closes.
import { useCallback, useEffect, useRef, useState } from 'react'
import { draftKeep, draftSave } from '../bindings'
import { showInstantTime } from '../dates/civil'
import { it } from '../messages/it'
import { useBeforeLeaving } from '../navigation'
import { describeError } from '../platform'

const SETTLE_MS = 700
const LONGEST_MS = 1500

/** Which form it is, what it is about, and the writes that were on the screen when it was opened. */
export interface Form<T> {
  kind: string
  subject: (content: T) => string | null
  startedFrom?: unknown
}

export interface Kept {
  state: 'new' | 'waiting' | 'saved' | 'failed'
  at: string | null
  error: unknown
}

/** How far it is kept, in words. */
export function keptText({ state, at, error }: Kept): string {
  const t = it.diary
  if (state === 'failed') return `${t.saveFailed}: ${describeError(error)}`
  if (state === 'new') return t.notSaved
  return at ? t.saved(showInstantTime(at)) : t.saving
}

/** The last saving under way, of any draft: who opens a draft waits for it, so that it never opens older text. */
let underWay: Promise<void> = Promise.resolve()
export const savesSettled = () => underWay

export interface Autosave {
  kept: Kept
  /** Keeps what is not kept yet; answers when it is. */
  flush: () => Promise<void>
  /** The same, also when nothing was typed: the archive must know the draft before it is signed. */
  ensure: () => Promise<void>
  /** Nothing more is kept: the draft was signed or thrown away. */
  stop: () => void
}

/** `stored`: the draft is in the archive already, as it was loaded. */
export function useAutosave<T>(form: Form<T>, id: string, draft: T, stored: string | null, onFirst: () => void): Autosave {
  const [kept, setKept] = useState<Kept>({ state: stored ? 'saved' : 'new', at: stored, error: null })
  const box = useRef({ form, draft, saved: draft, since: 0, stopped: false, queue: Promise.resolve(), onFirst, first: stored === null })

  const save = useCallback(async (always: boolean) => {
    const now = box.current
    if (now.stopped || (now.draft === now.saved && !(always && now.first))) return
    const content = now.draft
    now.since = 0
    try {
      const { kind, subject, startedFrom } = now.form
      const { saved_at } = await draftSave({ id, kind, subject: subject(content), content, started_from: startedFrom ?? null })
      now.saved = content
      setKept({ state: now.draft === content ? 'saved' : 'waiting', at: saved_at, error: null })
      if (now.first) {
        now.first = false
        now.onFirst()
      }
    } catch (error) {
      if (!now.stopped) setKept((before) => ({ ...before, state: 'failed', error }))
    }
  }, [id])

  const queue = useCallback(
    (always: boolean) => {
      const now = box.current
      now.queue = now.queue.then(() => save(always))
      underWay = now.queue
      return now.queue
    },
    [save],
  )
  const flush = useCallback(() => queue(false), [queue])
  const ensure = useCallback(() => queue(true), [queue])

  useEffect(() => {
    const now = box.current
    now.draft = draft
    now.onFirst = onFirst
    if (now.stopped || draft === now.saved) return
    const time = performance.now()
    if (now.since === 0) now.since = time
    const wait = Math.max(0, Math.min(SETTLE_MS, now.since + LONGEST_MS - time))
    const timer = setTimeout(() => void flush(), wait)
    return () => clearTimeout(timer)
  }, [draft, onFirst, flush])

  // Who leaves the page leaves a copy that travels; the archive makes those of a lock by itself.
  useEffect(() => {
    const now = box.current
    return () =>
      void flush().then(() => {
        if (now.stopped || now.first) return
        draftKeep({ id }).catch(() => undefined)
      })
  }, [flush, id])
  useBeforeLeaving(flush)

  const stop = useCallback(() => {
    box.current.stopped = true
  }, [])
  return { kept, flush, ensure, stop }
}
