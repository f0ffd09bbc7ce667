// Tutela minori by keyboard: an order for two sisters, its chain, art. 403 with its clock; each page accessible.
import { afterEach, describe, expect, it } from 'vitest'
import { pressOn, seeTitle, showScreen, tabTo } from './browser.ts'
import { inTheWindow, PASSPHRASE, type Session } from './session.ts'

let session: Session
afterEach(() => session.close())

const person = async (surname: string, name: string, birth: string) => {
  const { id } = await session.bridge.call<{ id: string }>('main', 'people.create', { person: { surname, name, birth, sex: 'F' }, addresses: [], contacts: [] })
  return id
}

/** Two sisters with cases opened together; she is responsible. */
async function sisters() {
  const people = [await person('Ferri', 'Anna', '2014-05-07'), await person('Ferri', 'Giada', '2017-09-21')]
  const { operator } = await session.bridge.call<{ operator: string }>('main', 'session.info', {})
  const { cases } = await session.bridge.call<{ cases: string[] }>('main', 'cases.open', {
    people, service: 'TM', referral: null, comuni: null, involved: [], protected: [], responsible: operator, psychologist: null, without_psychologist: null, assigned_from: null,
    running: { is: 'in_carico', on: '2026-01-12' }, paper_number: null,
  })
  return cases
}

async function openCourt() {
  const { page } = session
  await page.keyboard.press('Alt+3')
  await seeTitle(page, 'Cartelle')
  await pressOn(page, 'Apri la cartella di Ferri Anna')
  await seeTitle(page, 'Ferri Anna')
  await page.getByRole('tab', { name: 'Autorità giudiziaria' }).waitFor()
  await tabTo(page, 'Diario')
  await page.keyboard.press('ArrowRight')
  await page.getByRole('button', { name: 'Registra provvedimento' }).waitFor()
}

describe('tutela minori', () => {
  it('registers an order for two sisters by keyboard and shows its chain', async () => {
    session = await inTheWindow()
    const { page, bridge } = session
    const cases = await sisters()
    await openCourt()
    await showScreen(page, 'tutela-1-vuota')
    await pressOn(page, 'Registra provvedimento')
    await seeTitle(page, 'Registra provvedimento')
    await tabTo(page, 'Ferri Giada')
    await page.keyboard.press('Space')
    await tabTo(page, 'Scegli')
    await page.keyboard.press('ArrowDown')
    await page.getByRole('listbox').waitFor()
    await page.keyboard.type('Monitoraggio')
    await page.keyboard.press('Enter')
    await tabTo(page, 'Scegli')
    await page.keyboard.press('ArrowDown')
    await page.getByRole('listbox').waitFor()
    await page.keyboard.type('Tribunale per i minorenni di Mi')
    await page.keyboard.press('Enter')
    await tabTo(page, 'Numero (R.G., cronologico)')
    await page.keyboard.type('R.G. 1450/2026')
    await tabTo(page, 'PEC consegnata il')
    await page.keyboard.type('02/11/26')
    await tabTo(page, 'alle')
    await page.keyboard.type('17:30')
    await tabTo(page, 'Con le parole del provvedimento')
    await page.keyboard.type('Monitoraggio del nucleo e relazione di aggiornamento')
    await tabTo(page, 'A quale servizio')
    await page.keyboard.type('Servizio tutela minori')
    await showScreen(page, 'tutela-2-registra')
    await pressOn(page, 'Registra')
    await seeTitle(page, 'Ferri Anna')
    await page.getByText('Per 2 minori').waitFor()
    await page.getByText('Termine interno').first().waitFor()
    await page.getByText('R.G. 1450/2026').first().waitFor()
    await showScreen(page, 'tutela-3-catena')
    const other = await bridge.call<{ orders: { cases: string[] }[] }>('main', 'tutela.of_case', { case: cases[1] })
    expect(other.orders[0]?.cases.length).toBe(2)
    await pressOn(page, 'Aggiorna')
    await page.getByRole('dialog').waitFor()
    await showScreen(page, 'tutela-4-mandato')
  })

  it('opens art. 403, runs its clock and records a step by keyboard', async () => {
    session = await inTheWindow()
    const { page } = session
    await sisters()
    await openCourt()
    await pressOn(page, 'Apri art. 403')
    await seeTitle(page, 'Art. 403')
    await tabTo(page, 'Perché subito: i fatti')
    await page.keyboard.type('Le bambine sono sole in casa da due giorni.')
    await pressOn(page, 'Avvia')
    await page.getByRole('timer').filter({ hasText: 'Mancano 2' }).waitFor()
    await showScreen(page, 'tutela-5-art403')
    await pressOn(page, 'Registra: Avviso orale')
    await page.getByRole('dialog').waitFor()
    await tabTo(page, 'Destinatario')
    await page.keyboard.type('PM di turno')
    await showScreen(page, 'tutela-6-passo')
    // Locked in the middle of it: the dialog is there again, with what was typed.
    await page.keyboard.press('Control+l')
    await seeTitle(page, 'Sblocca l’archivio')
    await page.keyboard.type(PASSPHRASE)
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    expect(await page.getByLabel('Destinatario').inputValue()).toBe('PM di turno')
    await tabTo(page, 'Annulla')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByText('PM di turno').waitFor()
    await tabTo(page, 'Avvisato a voce')
    await page.keyboard.press('Space')
    await page.getByRole('checkbox', { name: /Avvisato a voce/, checked: true }).waitFor()
  })

  it('shows the list of authorities', async () => {
    session = await inTheWindow()
    const { page } = session
    await sisters()
    await openCourt()
    await pressOn(page, 'Autorità giudiziarie')
    await seeTitle(page, 'Autorità giudiziarie')
    await page.getByText('Tribunale per i minorenni di Brescia').first().waitFor()
    await showScreen(page, 'tutela-7-autorita')
  })
})
