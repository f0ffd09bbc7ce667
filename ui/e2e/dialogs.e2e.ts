// The screens and dialogs that no other flow passes by: each opened by keyboard, seen in every size, held to axe.
import type { Page } from 'playwright-core'
import { afterEach, describe, it } from 'vitest'
import { pressOn, seeTitle, showScreen, tabTo } from './browser.ts'
import { addPerson, inTheWindow, type Session } from './session.ts'

let session: Session
afterEach(() => session.close())

/** A case of hers for a new boy, perhaps one that runs already; answers its id. */
async function openCase(name: string, running: object | null = null): Promise<string> {
  const boy = await addPerson(session, 'Colombo', name, { birth: '2014-05-07', sex: 'M' })
  const { operator } = await session.bridge.call<{ operator: string }>('main', 'session.info', {})
  const { cases } = await session.bridge.call<{ cases: string[] }>('main', 'cases.open', { people: [boy], service: 'TM', responsible: operator, running })
  return cases[0] ?? ''
}

/** Opens what a button opens, looks at it, and closes it by Escape. */
async function look(page: Page, button: string, picture: string) {
  await page.getByRole('button', { name: button, exact: true }).first().press('Enter')
  await page.getByRole('dialog').waitFor()
  await showScreen(page, picture)
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

describe('the door', () => {
  it('lets who forgot the phrase in with the office’s key, and says when there is none', async () => {
    session = await inTheWindow()
    const { page } = session
    await page.keyboard.press('Control+l')
    await seeTitle(page, 'Sblocca l’archivio')
    await pressOn(page, 'Ho dimenticato la frase')
    await page.locator('[data-focus-name="office-key"]').waitFor()
    await showScreen(page, 'porta-recupera')
  })
})

describe('dialogs', () => {
  it('of a person: household, parental responsibility, school year, address, contact', async () => {
    session = await inTheWindow()
    const { page } = session
    await addPerson(session, 'Ferrari', 'Giulia', { birth: '1985-02-11', sex: 'F' })
    await addPerson(session, 'Colombo', 'Luca', { birth: '2014-05-07', sex: 'M' })
    await page.keyboard.press('Alt+2')
    await page.getByRole('button', { name: 'Apri la scheda di Colombo Luca' }).press('Enter')
    await seeTitle(page, 'Colombo Luca')
    await look(page, 'Aggiungi nucleo', 'dialoghi-nucleo')
    await look(page, 'Aggiungi anno', 'dialoghi-anno-scolastico')
    await page.locator('.section', { hasText: 'Responsabilità genitoriale' }).getByRole('button').first().press('Enter')
    await page.getByRole('dialog').waitFor()
    await showScreen(page, 'dialoghi-responsabilita')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  it('citizenships are given in the form and stand on the page', async () => {
    session = await inTheWindow()
    const { page } = session
    await addPerson(session, 'El Amrani', 'Mohamed', { birth: '2010-02-01', sex: 'M' })
    await page.keyboard.press('Alt+2')
    await page.getByRole('button', { name: 'Apri la scheda di El Amrani Mohamed' }).press('Enter')
    await seeTitle(page, 'El Amrani Mohamed')
    await page.keyboard.press('Control+e')
    await page.getByLabel('Cognome').waitFor()
    await tabTo(page, 'Cittadinanza')
    await page.keyboard.type('maroc')
    await page.getByRole('option', { name: /Marocco/ }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await showScreen(page, 'dialoghi-cittadinanze')
    await page.keyboard.press('Control+Enter')
    await page.getByLabel('Cognome').waitFor({ state: 'detached' })
    await page.getByText('Marocco').first().waitFor()
  })

  it('of a case: suspended, closed with what is missing said, reopened', async () => {
    session = await inTheWindow()
    const { page, bridge } = session
    const declined = await openCase('Sara')
    await openCase('Luca', { is: 'in_carico', on: '2026-01' })
    await page.keyboard.press('Alt+3')
    await page.getByRole('button', { name: 'Apri la cartella di Colombo Luca' }).press('Enter')
    await seeTitle(page, 'Colombo Luca')
    const choose = async (step: string) => {
      await page.getByRole('button', { name: 'Altri passaggi' }).press('Enter')
      await page.getByRole('menuitem', { name: step }).press('Enter')
      await page.getByRole('dialog').waitFor()
    }
    for (const [step, picture] of [['Sospendi', 'sospendi'], ['Trasferisci', 'trasferisci'], ['Chiudi la cartella', 'chiudi']] as const) {
      await choose(step)
      await showScreen(page, `dialoghi-caso-${picture}`)
      if (step === 'Chiudi la cartella') break
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
    // The dialog bears the same name as its button.
    await page.getByRole('dialog').getByRole('button', { name: 'Chiudi la cartella' }).press('Enter')
    await page.getByRole('dialog').getByRole('alert').first().waitFor()
    await showScreen(page, 'dialoghi-caso-chiudi-manca')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    const codes = await bridge.call<{ decline_reasons: object[] }>('main', 'cases.codes', { service: 'TM' })
    await bridge.call('main', 'cases.move', { case: declined, step: { move: 'decline', reason: codes.decline_reasons[0], sent_to: 'Consultorio' }, on: null, reason: null })
    await page.keyboard.press('Alt+3')
    await seeTitle(page, 'Cartelle')
    await tabTo(page, 'Aperte')
    await page.keyboard.press('ArrowDown')
    await page.getByRole('listbox').waitFor()
    await page.keyboard.type('Non più')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Apri la cartella di Colombo Sara' }).press('Enter')
    await seeTitle(page, 'Colombo Sara')
    await pressOn(page, 'Riapri la cartella')
    await page.getByRole('dialog').waitFor()
    await showScreen(page, 'dialoghi-caso-riapri')
  })

  it('of a note: a page of its own, found by a word of it', async () => {
    session = await inTheWindow()
    const { page } = session
    await openCase('Luca')
    await page.keyboard.press('Alt+n')
    await page.locator('.diary-text').first().waitFor()
    await page.locator('[data-focus-name="file"]').focus()
    await page.keyboard.type('colombo')
    await page.getByRole('option', { name: /Colombo Luca/ }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.locator('.diary-chip').first().waitFor()
    await page.locator('.diary-text').first().focus()
    await page.keyboard.type('La neuropsichiatra conferma il controllo di maggio.')
    await page.keyboard.press('Control+Enter')
    await page.getByText('Nota firmata nel diario.').first().waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('searchbox').waitFor()
    await page.keyboard.type('neurops')
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.locator('.diary-entry').waitFor()
    await showScreen(page, 'diario-nota')
  })
})
