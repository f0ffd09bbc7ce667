// This moment, again every fifteen seconds: the clock of art. 403 runs on the screen without asking anybody.
import { useEffect, useState } from 'react'

const EVERY_MS = 15_000

export function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), EVERY_MS)
    return () => clearInterval(timer)
  }, [])
  return now
}
