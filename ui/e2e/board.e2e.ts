// A coordinator's morning by keyboard: the board, filtered and by code; who stands in for whom; a mother asks for a copy.
import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import { pressOn, seeTitle, showScreen, tabTo } from './browser.ts'
import { addPerson, inTheWindow, type Session } from './session.ts'

let session: Session
afterEach(() => session.close())

const call = <O>(name: string, input: object = {}) => session.bridge.call<O>('main', name, input)

/** She coordinates every service beside following cases; a colleague; two children, one without a responsible under an urgent order. */
async function aService() {
  const { operator } = await call<{ operator: string }>('session.info')
  const form = { surname: 'Colombo', name: 'Elena', qualifica: 'ASSISTENTE_SOCIALE', further_roles: ['COORDINATORE'], fte: 50 }
  await call('staff.change', { id: operator, form, seen: [] })
  await call('staff.add', { surname: 'Riva', name: 'Ada', qualifica: 'ASSISTENTE_SOCIALE' })
  const comuni = { residence: 'E514', in_charge: 'E514' }
  const anna = await addPerson(session, 'Ferri', 'Anna', { birth: '2014-05-07' })
  await call('cases.open', { people: [anna], service: 'TM', comuni, responsible: operator, running: { is: 'in_carico', on: '2025-03-10' } })
  const luca = await addPerson(session, 'Greco', 'Luca', { birth: '2019-02-11' })
  const { cases } = await call<{ cases: string[] }>('cases.open', { people: [luca], service: 'TM', comuni })
  const { orders } = await call<{ orders: { code: string }[] }>('tutela.codes')
  const order = { kind: orders.find(({ code }) => code === 'MONIT'), arrived_on: '2026-04-02', urgent: true }
  await call('tutela.register_order', { cases, order, proceeding: null, mandates: [], prescriptions: [], affidamento: null, ends: [] })
  await session.page.reload()
  await session.page.locator('#content').waitFor()
}

const choose = async (field: string, letters: string) => {
  const { page } = session
  await page.locator(`[data-focus-name="${field}"]`).focus()
  await page.keyboard.press('ArrowDown')
  await page.getByRole('listbox').waitFor()
  await page.keyboard.type(letters)
  await page.keyboard.press('Enter')
}

const write = async (field: string, text: string) => {
  await session.page.locator(`[data-focus-name="${field}"]`).focus()
  await session.page.keyboard.type(text)
}

describe('board', () => {
  it('a coordinator looks at the service, lets a colleague stand in, registers a request for access', async () => {
    session = await inTheWindow()
    const { page } = session
    await aService()
    await page.keyboard.press('Alt+3')
    await seeTitle(page, 'Cartelle')
    await page.keyboard.press('q')
    await seeTitle(page, 'Quadro del servizio')
    await page.getByText('Urgente').first().waitFor()
    await page.getByRole('button', { name: 'Apri la cartella di Ferri Anna' }).first().waitFor()
    await showScreen(page, 'quadro-1')
    await tabTo(page, 'Codici al posto dei nomi')
    await page.keyboard.press('Space')
    await page.getByText(/^TM-[0-9A-F]{4}-[0-9A-F]{4}$/).first().waitFor()
    expect(await page.getByText('Ferri Anna').count()).toBe(0)
    await showScreen(page, 'quadro-2-codici')
    const [download] = await Promise.all([page.waitForEvent('download'), pressOn(page, 'Esporta in Excel')])
    expect(readFileSync(await download.path()).subarray(0, 2).toString()).toBe('PK')

    await pressOn(page, 'Sostituzioni')
    await seeTitle(page, 'Sostituzioni')
    await pressOn(page, 'Nuova sostituzione')
    await page.getByRole('dialog').waitFor()
    await choose('absent', 'Colombo')
    await choose('substitute', 'Riva')
    await write('from', '01/08/2027')
    await write('to', '15/08/2027')
    await page.keyboard.press('Tab')
    await page.getByText('Tutte: 1 cartella').waitFor()
    await showScreen(page, 'sostituzioni-1-nuova')
    await page.getByRole('dialog').getByRole('button', { name: 'Registra la sostituzione' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('In programma').waitFor()
    await showScreen(page, 'sostituzioni-2')

    await page.keyboard.press('Alt+3')
    await seeTitle(page, 'Cartelle')
    await pressOn(page, 'Apri la cartella di Ferri Anna')
    await seeTitle(page, 'Ferri Anna')
    await pressOn(page, 'Registra richiesta')
    await page.getByRole('dialog').waitFor()
    await write('applicant', 'Conti Laura')
    await choose('title', 'Genitore')
    await write('subject', 'Copia delle relazioni')
    await showScreen(page, 'accesso-atti-1-richiesta')
    await page.getByRole('dialog').getByRole('button', { name: 'Registra' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('Accesso agli atti entro il').waitFor()
    await showScreen(page, 'accesso-atti-2-cartella')
    await pressOn(page, 'Rispondi alla richiesta di Conti Laura')
    await page.getByRole('dialog').waitFor()
    await choose('outcome', 'Trasmessa')
    await showScreen(page, 'accesso-atti-3-risposta')
    await page.getByRole('dialog').getByRole('button', { name: 'Rispondi' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('Trasmessa all’A.G. il').first().waitFor()
  })
})
