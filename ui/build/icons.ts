// Inlines Bootstrap Italia's icons at build time: the sprite by external reference breaks under file and custom
// protocols, and markup strings are banned from the screens, so each symbol becomes plain data (tag, attributes, children).
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Plugin } from 'vite'

export type IconNode = [tag: string, attributes: Record<string, string>, children: IconNode[]]

const VIRTUAL = 'virtual:icons'
const RESOLVED = '\0' + VIRTUAL

const REACT_NAMES: Record<string, string> = {
  'fill-rule': 'fillRule',
  'clip-rule': 'clipRule',
  'clip-path': 'clipPath',
  'stroke-width': 'strokeWidth',
  'stroke-linecap': 'strokeLinecap',
  'stroke-linejoin': 'strokeLinejoin',
}

function attributes(source: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [, name, value] of source.matchAll(/([a-zA-Z-]+)="([^"]*)"/g)) {
    if (name && value !== undefined) found[REACT_NAMES[name] ?? name] = value
  }
  return found
}

/** Turns the body of one symbol into a tree; the sprite holds only plain elements, no text. */
export function parseSymbol(body: string): IconNode[] {
  const root: IconNode[] = []
  const open: IconNode[][] = [root]
  for (const [, closing, tag, rest, selfClosing] of body.matchAll(/<(\/?)([a-zA-Z]+)([^>]*?)(\/?)>/g)) {
    if (closing) {
      open.pop()
      continue
    }
    const node: IconNode = [tag ?? 'g', attributes(rest ?? ''), []]
    open[open.length - 1]?.push(node)
    if (!selfClosing) open.push(node[2])
  }
  return root
}

function readSprite(): Map<string, string> {
  const path = createRequire(import.meta.url).resolve('bootstrap-italia/dist/svg/sprites.svg')
  const sprite = readFileSync(path, 'utf8')
  const symbols = new Map<string, string>()
  for (const [, id, body] of sprite.matchAll(/<symbol id="it-([^"]+)"[^>]*>(.*?)<\/symbol>/gs)) {
    if (id && body) symbols.set(id, body)
  }
  return symbols
}

/** The Vite plugin behind `virtual:icons`: only the icons named in `names` reach the bundle. */
export function inlineIcons(names: readonly string[]): Plugin {
  return {
    name: 'inline-icons',
    resolveId: (id) => (id === VIRTUAL ? RESOLVED : undefined),
    load(id) {
      if (id !== RESOLVED) return undefined
      const sprite = readSprite()
      const chosen: Record<string, IconNode[]> = {}
      for (const name of names) {
        const body = sprite.get(name)
        if (!body) throw new Error(`icon "${name}" is not in the sprite of bootstrap-italia`)
        chosen[name] = parseSymbol(body)
      }
      return `export default ${JSON.stringify(chosen)}`
    },
  }
}
