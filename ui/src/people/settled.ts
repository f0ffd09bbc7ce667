// A value once she has stopped typing for a moment.
import { useEffect, useState } from 'react'

const SETTLE_MS = 150

export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value)
  const text = JSON.stringify(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(text) as T), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
