// Unsaved state of pages and the cursor, kept over a lock as one short text in the archive.
import { useCallback, useEffect, useState } from 'react'
import { readCursor, restoreCursor, type Cursor } from '../components/focus'
import { currentEntry, keepInView, restoreStack, savedStack, useRoute } from './router'

/** The archive takes 16 KiB; beyond, older pages lose their unsaved state first. */
const LIMIT = 15_000
const VERSION = 1

/** Like useState, but the value survives leaving the page, going back, and the lock. Plain JSON only. */
export function useViewState<T>(key: string, initial: T): [T, (next: T | ((old: T) => T)) => void] {
  const page = useRoute()
  const [value, setValue] = useState<T>(() => (page.view.has(key) ? (page.view.get(key) as T) : initial))
  useEffect(() => keepInView(page, key, value), [page, key, value])
  const set = useCallback((next: T | ((old: T) => T)) => setValue(next), [])
  return [value, set]
}

/** The same for what stands only while a dialog is open, and for which one is: it survives the lock, and closing forgets it. */
export function useDialogState<T>(key: string, initial: T): [T, (next: T | ((old: T) => T)) => void] {
  const page = useRoute()
  const [first] = useState(initial)
  const [value, setValue] = useState<T>(() => (page.view.has(key) ? (page.view.get(key) as T) : initial))
  useEffect(() => {
    // What is closed or empty as it began takes no room.
    const asBegun = Object.is(value, first) && (value === null || value === false || value === '')
    if (asBegun) page.view.delete(key)
    else keepInView(page, key, value)
  }, [page, key, value, first])
  useEffect(() => () => void page.view.delete(key), [page, key])
  const set = useCallback((next: T | ((old: T) => T)) => setValue(next), [])
  return [value, set]
}

/** Forgets the unsaved state of the page on top: call it when a form was saved. */
export function clearViewState() {
  currentEntry().view.clear()
}

const bytes = (text: string) => new TextEncoder().encode(text).length

/** Where she is, as text for the archive. */
export function writeViewState(): string {
  const pages = savedStack()
  const cursor = readCursor()
  const scroll = document.getElementById('content')?.scrollTop ?? 0
  const text = () => JSON.stringify({ version: VERSION, pages, cursor, scroll })
  for (const page of pages.slice(0, -1)) {
    if (bytes(text()) <= LIMIT) break
    page.view = {}
  }
  while (bytes(text()) > LIMIT && pages.length > 1) pages.shift()
  const top = pages[0]
  if (top && bytes(text()) > LIMIT) top.view = {}
  return text()
}

export interface Resume {
  cursor: Cursor | null
  scroll: number
}

/** Reads a kept text and puts the pages back; answers where the cursor was. Text of another version is left alone. */
export function readViewState(text: string | null | undefined): Resume | null {
  if (!text) return null
  try {
    const saved = JSON.parse(text) as { version?: number; pages?: unknown; cursor?: Cursor | null; scroll?: number }
    if (saved.version !== VERSION) return null
    restoreStack(saved.pages)
    return { cursor: saved.cursor ?? null, scroll: saved.scroll ?? 0 }
  } catch {
    return null
  }
}

/** Puts the cursor back once its field is on the page; gives up when she starts to do something else. */
export function resumeAt({ cursor, scroll }: Resume, within: HTMLElement): () => void {
  const attempt = () => {
    within.scrollTop = scroll
    return cursor === null || restoreCursor(cursor)
  }
  if (attempt()) return () => undefined
  const observer = new MutationObserver(() => attempt() && stop())
  const stop = () => {
    observer.disconnect()
    document.removeEventListener('pointerdown', stop, true)
    document.removeEventListener('keydown', stop, true)
  }
  observer.observe(within, { childList: true, subtree: true })
  document.addEventListener('pointerdown', stop, true)
  document.addEventListener('keydown', stop, true)
  return stop
}
