// Chromium, driven as a person would by keyboard; axe on a page; pictures narrow and wide, light and dark.
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { chromium, type Browser, type FileChooser, type Page } from 'playwright-core'
import { expect } from 'vitest'

const SCREENS = resolve(import.meta.dirname, '../../target/screens')
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const WIDE = { width: 1400, height: 900 }
const NARROW = { width: 480, height: 900 }
/** 1280 by 1024 at 400 %: what WCAG's reflow asks. */
const ZOOMED = { width: 320, height: 256 }
/** A busy machine is no failure; what never comes ends with the test's own limit. */
const WAIT_MS = 90_000
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

export const launch = (): Promise<Browser> => chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: FLAGS })

/** A page whose errors fail the test, and that may reach nothing but the bridge. */
export async function openPage(browser: Browser, url: string): Promise<{ page: Page; faults: string[] }> {
  const page = await browser.newPage({ viewport: WIDE, locale: 'it-IT', timezoneId: 'Europe/Rome', colorScheme: 'light' })
  page.setDefaultTimeout(WAIT_MS)
  const faults: string[] = []
  const { origin } = new URL(url)
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('request', (request) => {
    if (![origin, 'data:', `blob:${origin}`].some((own) => request.url().startsWith(own))) faults.push(`reached ${request.url()}`)
  })
  await page.goto(url)
  return { page, faults }
}

interface Violation {
  id: string
  impact: string | null
  nodes: { html: string }[]
}

/** Axe finds nothing serious or critical on the page as it stands; by these rules only, if any are named. */
async function expectAccessible(page: Page, name: string, rules: string[] = []) {
  await page.evaluate(AXE)
  const violations = await page.evaluate(async (values) => {
    const { axe } = window as unknown as { axe: { run: (context: { exclude: string[] }, options: object) => Promise<{ violations: Violation[] }> } }
    // What was just said aloud may still name a control of the page before.
    const found = await axe.run({ exclude: ['[data-live-announcer]'] }, values.length > 0 ? { runOnly: { type: 'rule', values } } : {})
    return found.violations.map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.map(({ html }) => ({ html })) }))
  }, rules)
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(grave.map(({ id, nodes }) => `${name}: ${id} at ${nodes[0]?.html ?? ''}`)).toEqual([])
}

/** Nothing sticks out sideways: at 400 % she scrolls one way only. */
async function expectNoSidewaysScroll(page: Page, name: string) {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(`${name}: ${String(wider)} px too wide`).toBe(`${name}: 0 px too wide`)
}

/** Pictures into target/screens, wide and narrow, light and dark; axe in both sizes, and what the dark colours change in the wide one; the reflow at 400 %. Then the page is as before. */
export async function showScreen(page: Page, name: string) {
  mkdirSync(SCREENS, { recursive: true })
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // A property that all inherit: this Chromium now and then leaves a text in the colour of the scheme before.
    await page.evaluate((scheme) => document.documentElement.style.setProperty('--shown-in', scheme), colorScheme)
    for (const [size, viewport] of [['wide', WIDE], ['narrow', NARROW]] as const) {
      await page.setViewportSize(viewport)
      // Two frames: what the window changes with the scheme and the size is painted.
      await page.evaluate(() => document.fonts.ready.then(() => new Promise<void>((painted) => requestAnimationFrame(() => requestAnimationFrame(() => painted())))))
      await page.screenshot({ path: join(SCREENS, `${name}-${size}-${colorScheme}.png`) })
      // Colours are all that the scheme changes.
      if (colorScheme === 'light') await expectAccessible(page, `${name} ${size}`)
      else if (size === 'wide') await expectAccessible(page, `${name} dark`, ['color-contrast'])
    }
  }
  await page.setViewportSize(ZOOMED)
  await expectNoSidewaysScroll(page, name)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize(WIDE)
}

/** The label of an element as a screen reader says it (roughly: the name, or the label's text). Runs in the page. */
const LABEL = `(active) => {
  const by = active.getAttribute('aria-labelledby')?.split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ')
  const label = active.id ? document.querySelector('label[for="' + CSS.escape(active.id) + '"]')?.textContent : null
  const around = active.closest('label')?.textContent
  return (active.getAttribute('aria-label') ?? by ?? label ?? around ?? active.textContent ?? '').replace(/\\s+/g, ' ').trim()
}`
const CONTROLS = 'a[href], button, input, textarea, select, summary, [tabindex], [role]'

/** What has the focus, by its label. */
export const focused = (page: Page) => page.evaluate<string>(`document.activeElement ? (${LABEL})(document.activeElement) : ''`)

/** Waits until something holds of the page, looking once a picture. What waits inside the page would need its content security
    policy to allow eval. */
export async function until<A>(page: Page, holds: string | ((arg: A) => boolean), arg?: A) {
  const end = Date.now() + WAIT_MS
  // A page that goes away while it is looked at holds nothing yet.
  const look = () => (typeof holds === 'string' ? page.evaluate<boolean>(holds) : page.evaluate<boolean, A>(holds as never, arg as A)).catch(() => false)
  while (!(await look())) {
    if (Date.now() > end) throw new Error(`never came: ${holds.toString()}`)
    await page.evaluate(() => new Promise<void>((painted) => requestAnimationFrame(() => painted()))).catch(() => undefined)
  }
}

/** Waits until there is a control whose name begins so: the keyboard is no reason to be quicker than the page. */
const isThere = (page: Page, name: string) =>
  until(page, `[...document.querySelectorAll(${JSON.stringify(CONTROLS)})].some((one) => (${LABEL})(one).startsWith(${JSON.stringify(name)}))`)

/** Tab until the control whose name begins so has the focus; a keyboard that cannot reach it fails here. */
export async function tabTo(page: Page, name: string, back = false) {
  await isThere(page, name)
  for (let step = 0; step < 80; step += 1) {
    if ((await focused(page)).startsWith(name)) return
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab')
  }
  throw new Error(`no way to "${name}" by keyboard; the focus is on "${await focused(page)}"`)
}

/** Tab to a control and press it. */
export async function pressOn(page: Page, name: string, key = 'Enter') {
  await tabTo(page, name)
  await page.keyboard.press(key)
}

/** Waits until the page's title (its h1) says so. */
export const seeTitle = (page: Page, title: string) => page.locator('h1', { hasText: title }).waitFor()

/** Types into the field whose label begins so, once the keyboard is there. */
export async function typeInto(page: Page, label: string, text: string) {
  await tabTo(page, label)
  await page.keyboard.type(text)
}

/** Chooses by its first letters from the list that the focus opens, once the page has what stands in it. */
async function pick(page: Page, letters: string) {
  const list = page.getByRole('listbox')
  for (let tries = 0; tries < 40 && !(await list.isVisible()); tries += 1) {
    await page.keyboard.press('ArrowDown')
    await list.waitFor({ timeout: 1000 }).catch(() => undefined)
  }
  await page.keyboard.type(letters)
  await page.keyboard.press('Enter')
}

/** Chooses in the field whose label, or value, begins so. */
export async function chooseIn(page: Page, label: string, letters: string) {
  await tabTo(page, label)
  await pick(page, letters)
}

const named = (page: Page, field: string) => page.locator(`[data-focus-name="${field}"]`)

/** Types into a field by the name that the window returns to it with after a lock. */
export async function typeAt(page: Page, field: string, text: string) {
  await named(page, field).focus()
  await page.keyboard.type(text)
}

/** Chooses in such a field. */
export async function chooseAt(page: Page, field: string, letters: string) {
  await named(page, field).focus()
  await pick(page, letters)
}

/** Opens the system's choice of files by a button, and answers it: a dialog that just came may still take the first key. */
export async function choosing(page: Page, button: string): Promise<FileChooser> {
  for (let tries = 0; tries < 10; tries += 1) {
    await tabTo(page, button)
    const [chooser] = await Promise.all([page.waitForEvent('filechooser', { timeout: 5000 }).catch(() => null), page.keyboard.press('Enter')])
    if (chooser) return chooser
  }
  throw new Error(`"${button}" lets nobody choose a file`)
}
