// What must be kept before the archive locks: pages with something unsaved register how, the window waits for them.
import { useEffect, useRef } from 'react'

type Keep = () => Promise<unknown>

const keepers = new Set<Keep>()

/** Runs while the page is open and the archive is about to lock; the lock waits for the answer. */
export function useBeforeLeaving(keep: Keep) {
  const latest = useRef(keep)
  useEffect(() => {
    latest.current = keep
  })
  useEffect(() => {
    const own: Keep = () => latest.current()
    keepers.add(own)
    return () => void keepers.delete(own)
  }, [])
}

/** Everything that pages want kept. */
export const keepAll = (): Promise<unknown>[] => [...keepers].map((keep) => keep())
