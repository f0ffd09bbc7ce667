// The desk by keyboard: a call noted, who waits, one step into a case, what counts without one.
import { afterEach, describe, expect, it } from 'vitest'
import { chooseAt, pressOn, seeTitle, showScreen, tabTo, typeAt } from './browser.ts'
import { inTheWindow, type Session } from './session.ts'

let session: Session
afterEach(() => session.close())

async function toTheDesk() {
  const { page } = session
  await page.keyboard.press('Alt+3')
  await seeTitle(page, 'Cartelle')
  await page.keyboard.press('s')
  await seeTitle(page, 'Segretariato sociale')
}

describe('desk', () => {
  it('a mother phones: noted, waiting, taken in one step', async () => {
    session = await inTheWindow()
    const { page } = session
    await toTheDesk()
    await page.getByText('Nessuno in attesa').waitFor()
    await showScreen(page, 'segretariato-1-vuoto')
    await page.keyboard.press('n')
    await seeTitle(page, 'Nuovo accesso')
    // The cursor stands where the name of who calls is written.
    await page.locator('[data-focus-name="caller-name"]').waitFor()
    await tabTo(page, 'Nome o ente')
    await page.keyboard.type('Bianchi Laura')
    await typeAt(page, 'caller-relation', 'madre')
    await typeAt(page, 'surname', 'Verdi')
    await typeAt(page, 'name', 'Luca')
    await typeAt(page, 'need', 'Non riesce più a gestire il figlio: teme la separazione.')
    await chooseAt(page, 'services', 'Tutela')
    await showScreen(page, 'segretariato-2-nuovo')
    await page.keyboard.press('Control+Enter')
    await seeTitle(page, 'Verdi Luca')
    await page.getByText('teme la separazione').waitFor()
    await showScreen(page, 'segretariato-3-accesso')
    await pressOn(page, 'Segna come vista')
    await page.locator('.badge', { hasText: 'Vista' }).waitFor()
    await page.keyboard.press('Alt+3')
    await toTheDesk()
    await page.getByRole('button', { name: 'Apri l’accesso di Verdi Luca' }).waitFor()
    await showScreen(page, 'segretariato-4-attesa')
    await pressOn(page, 'Apri l’accesso di Verdi Luca')
    await seeTitle(page, 'Verdi Luca')
    await pressOn(page, 'Accogli')
    await seeTitle(page, 'Accogli e apri la cartella')
    await showScreen(page, 'segretariato-5-accogli')
    // The page's title says the same as its button.
    await page.getByRole('button', { name: 'Accogli e apri la cartella' }).focus()
    await page.keyboard.press('Enter')
    await seeTitle(page, 'Verdi Luca')
    await page.getByText('Da completare').first().waitFor()
    await pressOn(page, 'Mostra che cosa è stato detto')
    await page.getByText('teme la separazione').waitFor()
    await showScreen(page, 'segretariato-6-cartella')
  })

  it('an anonymous call is sent elsewhere and counts', async () => {
    session = await inTheWindow()
    const { page } = session
    await toTheDesk()
    await page.keyboard.press('n')
    await seeTitle(page, 'Nuovo accesso')
    await page.keyboard.press('Control+Enter')
    await page.getByText('L’accesso è vuoto').first().waitFor()
    await tabTo(page, 'Vuole restare anonima')
    await page.keyboard.press('Space')
    await typeAt(page, 'need', 'Chiede dove si fa la domanda per l’assegno.')
    await chooseAt(page, 'outcome', 'Invio')
    await page.keyboard.press('Control+Enter')
    await seeTitle(page, 'Anonimo')
    await pressOn(page, 'Invia ad altro')
    await page.getByRole('dialog').waitFor()
    await typeAt(page, 'to', 'Sportello INPS')
    await page.keyboard.press('Enter')
    await page.getByText('Sportello INPS').waitFor()
    await toTheDesk()
    await page.getByText('Nessuno in attesa').waitFor()
    await tabTo(page, 'In attesa')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.getByText('1 accesso, 0 diventati cartella').waitFor()
    await showScreen(page, 'segretariato-7-conteggi')
    expect(await page.getByRole('row').count()).toBe(2)
  })
})
