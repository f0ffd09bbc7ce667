// Where she is, in memory only: the web view's own history and address never learn a record's id. Each entry keeps the
// page's unsaved state, so that going back, and unlocking, finds it again.
import { createContext, useContext, useSyncExternalStore, type ComponentType } from 'react'

export type Params = Readonly<Record<string, string>>

/** The rail's places; a route says under which it stands. */
export type RailPlace = 'today' | 'people' | 'cases' | 'agenda' | 'office' | 'archive'

export interface RouteDef {
  name: string
  rail?: RailPlace
  title: (params: Params) => string
  Screen: ComponentType<{ params: Params }>
}

export interface Entry {
  readonly key: number
  readonly name: string
  readonly params: Params
  /** Unsaved state of the page, by key: plain JSON. */
  readonly view: Map<string, unknown>
}

export const HOME = 'today'
const DEPTH = 30

let last = 0
const entryOf = (name: string, params: Params, view: Record<string, unknown> = {}): Entry => ({ key: ++last, name, params, view: new Map(Object.entries(view)) })

let stack: readonly Entry[] = [entryOf(HOME, {})]
const watchers = new Set<() => void>()

function setStack(next: readonly Entry[]) {
  stack = next.length > 0 ? next.slice(-DEPTH) : [entryOf(HOME, {})]
  watchers.forEach((tell) => tell())
}

const watch = (tell: () => void) => {
  watchers.add(tell)
  return () => void watchers.delete(tell)
}

export const currentEntry = (): Entry => stack[stack.length - 1] ?? entryOf(HOME, {})
const sameParams = (a: Params, b: Params) => Object.keys({ ...a, ...b }).every((key) => a[key] === b[key])

export interface NavigateOptions {
  /** Takes the place of this page instead of standing on it: after creating, after signing. */
  replace?: boolean
}

/** Goes to a page. Going to where she already is does nothing. */
export function navigate(name: string, params: Params = {}, { replace = false }: NavigateOptions = {}) {
  const here = currentEntry()
  if (here.name === name && sameParams(here.params, params)) return
  const below = replace ? stack.slice(0, -1) : stack
  setStack([...below, entryOf(name, params)])
}

/** Back to the page before; home when there is none. */
export function goBack() {
  setStack(stack.slice(0, -1))
}

export const canGoBack = () => stack.length > 1

/** The pages as plain JSON, newest last, for keeping over a lock. */
export const savedStack = () => stack.map(({ name, params, view }) => ({ name, params, view: Object.fromEntries(view) }))

/** Puts saved pages back; what is not of that shape is left out. */
export function restoreStack(saved: unknown) {
  if (!Array.isArray(saved)) return
  const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
  const entries = saved
    .filter((one): one is { name: string; params: Params; view: Record<string, unknown> } => isRecord(one) && typeof one['name'] === 'string' && isRecord(one['params']))
    .map((one) => entryOf(one.name, one.params, isRecord(one.view) ? one.view : {}))
  if (entries.length > 0) setStack(entries)
}

/** Keeps a piece of a page's unsaved state. */
export const keepInView = (entry: Entry, key: string, value: unknown) => void entry.view.set(key, value)

/** Forgets all pages: tests, and a new session. */
export const resetRouter = () => setStack([entryOf(HOME, {})])

export const EntryContext = createContext<Entry | null>(null)

/** The page on top, live. */
export const useCurrentEntry = () => useSyncExternalStore(watch, currentEntry)
export const useCanGoBack = () => useSyncExternalStore(watch, canGoBack)
/** The page that this part belongs to. */
export function useRoute(): Entry {
  const own = useContext(EntryContext)
  const top = useCurrentEntry()
  return own ?? top
}

/** `const navigate = useNavigate(); navigate('person', { person_id })`. */
export const useNavigate = () => navigate
