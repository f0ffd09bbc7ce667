// Keyboard shortcuts: "Ctrl+K", "Alt+1", "F1", "?". One registry, so that the list she can open is always true.
import { useEffect, useRef, useSyncExternalStore } from 'react'

export interface Shortcut {
  keys: string
  label: string
}

interface Registered extends Shortcut {
  run: () => void
}

let registered: readonly Registered[] = []
const watchers = new Set<() => void>()
let singleKeys = true

function set(next: readonly Registered[]) {
  registered = next
  watchers.forEach((tell) => tell())
}

const watch = (tell: () => void) => {
  watchers.add(tell)
  return () => void watchers.delete(tell)
}

export const useShortcutList = (): readonly Shortcut[] => useSyncExternalStore(watch, () => registered)
/** Shortcuts of one printable key can be turned off (they trip speech input). */
export const useSingleKeys = () => useSyncExternalStore(watch, () => singleKeys)
export function allowSingleKeys(allowed: boolean) {
  singleKeys = allowed
  watchers.forEach((tell) => tell())
}

const isSingle = (keys: string) => !keys.includes('+') && keys.length === 1
const isTyping = (target: EventTarget | null) => target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

export function matches(event: KeyboardEvent, keys: string): boolean {
  const parts = keys.split('+')
  const key = parts.pop()?.toLowerCase() ?? ''
  if (isSingle(keys)) return event.key === keys && !event.ctrlKey && !event.altKey && !event.metaKey
  const names = { invio: 'enter', esc: 'escape', '←': 'arrowleft' } as Record<string, string>
  return (
    event.key.toLowerCase() === (names[key] ?? key) &&
    (event.ctrlKey || event.metaKey) === parts.includes('Ctrl') &&
    event.altKey === parts.includes('Alt') &&
    event.shiftKey === parts.includes('Maiusc')
  )
}

/** A dialog on top owns the keyboard: only what says so runs under it. */
const dialogOpen = () => document.querySelector('[role="dialog"], [role="alertdialog"]') !== null

function onKeyDown(event: KeyboardEvent) {
  if (event.isComposing) return
  // The last registered wins: a page's own shortcut over the window's.
  const found = [...registered].reverse().find((one) => matches(event, one.keys))
  if (!found) return
  if (isSingle(found.keys) && (!singleKeys || isTyping(event.target))) return
  if (dialogOpen() && found.keys !== 'Ctrl+L') return
  event.preventDefault()
  event.stopPropagation()
  found.run()
}

/** Starts listening; answers how to stop. */
export function startShortcuts(): () => void {
  // On the way down: fields and lists keep many keys to themselves, and these must work from everywhere.
  document.addEventListener('keydown', onKeyDown, true)
  return () => document.removeEventListener('keydown', onKeyDown, true)
}

/** Registers a shortcut while the part is on the page. */
export function useShortcut(keys: string, label: string, run: () => void, enabled = true) {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  useEffect(() => {
    if (!enabled) return
    const own: Registered = { keys, label, run: () => latest.current() }
    set([...registered, own])
    return () => set(registered.filter((one) => one !== own))
  }, [keys, label, enabled])
}
