// Every screen of every feature. A feature's routes.tsx is found by itself: adding one edits no list.
import type { RouteDef } from './router'

const modules = import.meta.glob<{ routes: RouteDef[] }>('../*/routes.tsx', { eager: true })

function collect(): ReadonlyMap<string, RouteDef> {
  const byName = new Map<string, RouteDef>()
  for (const { routes } of Object.values(modules)) {
    for (const route of routes) {
      if (byName.has(route.name)) throw new Error(`two routes are called "${route.name}"`)
      byName.set(route.name, route)
    }
  }
  return byName
}

export const routes = collect()

/** Whether a feature that may not be there has brought its page. */
export const hasRoute = (name: string) => routes.has(name)
