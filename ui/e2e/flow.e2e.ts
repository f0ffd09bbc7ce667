// A day's work by keyboard alone: find a person, open the case, write what happened, sign it, find it again, lock, unlock.
import { afterEach, describe, it } from 'vitest'
import { it as texts } from '../src/messages/it.ts'
import { seeTitle, showScreen, until } from './browser.ts'
import { inTheWindow, PASSPHRASE, type Session } from './session.ts'

let session: Session
afterEach(() => session.close())

const TEXT = 'L’insegnante riferisce che Luca arriva a scuola senza merenda.'

/** Luca Colombo, born 2011, with a case of tutela minori. */
async function aCase({ bridge, page }: Session): Promise<string> {
  const person = { surname: 'Colombo', name: 'Luca', birth: '2011-05-07', aliases: [], identifiers: [], citizenships: [], acknowledged: [] }
  const { id } = await bridge.call<{ id: string }>('main', 'people.create', { person, addresses: [], contacts: [], draft: null })
  const { operator } = await bridge.call<{ operator: string }>('main', 'session.info', {})
  const opened = await bridge.call<{ cases: string[] }>('main', 'cases.open', { people: [id], service: 'TM', responsible: operator })
  await page.reload()
  await page.locator('#content').waitFor()
  return opened.cases[0] ?? ''
}

describe('a day by keyboard', () => {
  it('finds, opens, writes, signs, finds again, locks, unlocks', async () => {
    session = await inTheWindow()
    const { page } = session
    await aCase(session)

    await page.keyboard.press('Control+k')
    await page.getByRole('searchbox').waitFor()
    await page.keyboard.type('luca col')
    await page.getByRole('option', { name: /Tutela minori/ }).waitFor()
    await showScreen(page, 'trova')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await seeTitle(page, 'Colombo Luca')
    await showScreen(page, 'cartella-vuota')

    await page.keyboard.press('Control+j')
    await until(page, () => document.activeElement?.tagName === 'TEXTAREA')
    await page.keyboard.type(TEXT)
    await showScreen(page, 'nota-in-cartella')
    await page.keyboard.press('Control+Enter')
    await seeTitle(page, 'Colombo Luca')
    await page.getByText(TEXT).first().waitFor()
    await showScreen(page, 'cartella')

    await page.keyboard.press('Control+k')
    await page.getByRole('searchbox').waitFor()
    await page.keyboard.type('merend')
    // In tutela minori a note starts reserved: it is found, and its words show only when it is opened.
    await page.locator('.search-hit', { hasText: texts.search.reserved }).first().waitFor()
    await showScreen(page, 'trova-nel-diario')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })

    await page.keyboard.press('Control+l')
    await seeTitle(page, 'Sblocca l’archivio')
    await page.keyboard.type(PASSPHRASE)
    await page.keyboard.press('Enter')
    await page.getByText(TEXT).first().waitFor()
    await page.getByText(TEXT).first().waitFor()
  })

  it('shows every page of the window', async () => {
    session = await inTheWindow()
    const { page } = session
    await aCase(session)
    for (const [keys, title, name] of [
      ['Alt+1', 'Oggi', 'oggi'],
      ['Alt+2', 'Persone', 'persone'],
      ['Alt+3', 'Cartelle', 'cartelle'],
      ['Alt+4', 'Agenda', 'agenda'],
      ['Alt+6', 'I miei dati su questo computer', 'i-miei-dati'],
    ] as const) {
      await page.keyboard.press(keys)
      await seeTitle(page, title)
      await showScreen(page, name)
    }
    await page.getByRole('button', { name: 'Importa da un foglio' }).focus()
    await page.keyboard.press('Enter')
    await until(page, () => document.activeElement?.id === 'page-title')
    await showScreen(page, 'importa')
  })
})
