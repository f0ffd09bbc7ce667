// Whether the page stands on paper: what the screen draws only in part is then drawn whole, and paper shows something at all.
import { useSyncExternalStore } from 'react'

const watching = new Set<() => void>()
const watch = (tell: () => void) => {
  watching.add(tell)
  return () => watching.delete(tell)
}
const isOnPaper = () => document.documentElement.hasAttribute('data-paper')

/** Upright or across; null when it goes back to the screen alone. */
export function setOnPaper(how: 'upright' | 'wide' | null) {
  if (how) document.documentElement.dataset['paper'] = how
  else delete document.documentElement.dataset['paper']
  watching.forEach((tell) => tell())
}

export const useOnPaper = () => useSyncExternalStore(watch, isOnPaper)
