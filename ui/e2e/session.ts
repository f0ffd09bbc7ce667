// An open archive and its window, ready: where the tests of the features begin.
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { startBridge, type Bridge } from './bridge.ts'
import { launch, openPage } from './browser.ts'

export const PASSPHRASE = 'ginestra sasso lampada cortile vento'

export interface Session {
  bridge: Bridge
  browser: Browser
  page: Page
  /** Ends everything; the page must have had no error and reached nothing but the bridge. */
  close: () => Promise<void>
}

/** The lock window of a computer without archives. */
export async function atTheDoor(): Promise<Session> {
  const bridge = await startBridge()
  const browser = await launch()
  const { page, faults } = await openPage(browser, `${bridge.url}/lock.html`)
  return {
    bridge,
    browser,
    page,
    async close() {
      await browser.close()
      await bridge.stop()
      expect(faults).toEqual([])
    },
  }
}

/** The main window of an assistente sociale, Elena Colombo if nobody else is named, with an empty archive. */
export async function inTheWindow(who = { surname: 'Colombo', name: 'Elena' }): Promise<Session> {
  const session = await atTheDoor()
  await session.bridge.call('lock', 'archive.create', {
    ...who,
    qualifica: 'ASSISTENTE_SOCIALE',
    services: [],
    passphrase: PASSPHRASE,
    office_key: null,
    no_recovery_understood: true,
  })
  await session.page.goto(`${session.bridge.url}/index.html`)
  await session.page.locator('#content').waitFor()
  return session
}

/** A person in the archive, added without the screen; answers the id. */
export async function addPerson({ bridge }: Session, surname: string, name: string, more: object = {}): Promise<string> {
  const person = { aliases: [], identifiers: [], citizenships: [], acknowledged: [], surname, name, ...more }
  const { id } = await bridge.call<{ id: string }>('main', 'people.create', { person, addresses: [], contacts: [], draft: null })
  return id
}
