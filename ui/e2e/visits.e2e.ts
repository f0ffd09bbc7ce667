// A home visit by keyboard: chosen, prepared, written on the calm page, signed.
import { afterEach, describe, expect, it } from 'vitest'
import { choosing, pressOn, seeTitle, showScreen, tabTo } from './browser.ts'
import { addPerson, inTheWindow, type Session } from './session.ts'

/** A picture of one point. */
const POINT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

let session: Session
afterEach(() => session.close())

const call = <O = { id: string }>(name: string, input: object) => session.bridge.call<O>('main', name, input)

async function family() {
  const luca = await addPerson(session, 'Colombo', 'Luca', { birth: '2014-05-07', sex: 'M', language: 'rumeno', interpreter_needed: true })
  const giulia = await addPerson(session, 'Ferrari', 'Giulia', { birth: '1985-02-11', sex: 'F' })
  const { operator } = await call<{ operator: string }>('session.info', {})
  const { cases } = await call<{ cases: string[] }>('cases.open', { people: [luca], service: 'TM', responsible: operator, running: { is: 'in_carico', on: '2025-03-10' } })
  const living = [luca, giulia].map((person) => ({ person, period: {}, group: 'CONVIVENTE', holder: false }))
  await call('people.save_household', { id: null, person: luca, household: { kind: 'DI_FATTO', members: living }, seen: [] })
  await call('people.save_alert', { id: null, person: giulia, address: null, kind: 'CANE', reason: 'pastore, slegato in cortile', review: null, ended: null, seen: [] })
  await call('people.save_contact', { id: null, contact: { person: giulia, kind: 'CELLULARE', value: '333 1234567', whose: {}, period: {}, note: 'dopo le 17' }, protected: true, seen: [] })
  await call('people.save_address', { id: null, address: { person: luca, kind: 'DOMICILIO', location: { street: 'Via dei Mille', number: '12', place: 'E514' }, period: {} }, protected: false, seen: [] })
  const [theirs] = cases
  await call('agenda.action_create', { case: theirs, what: 'Portare il modulo del nido', who: null, due: null })
  return theirs
}

describe('a visit', () => {
  it('is chosen, prepared and written by keyboard', async () => {
    session = await inTheWindow()
    const { page } = session
    const theirs = await family()
    await page.keyboard.press('Alt+4')
    await seeTitle(page, 'Agenda')
    await pressOn(page, 'Prepara visita')
    await seeTitle(page, 'Prepara visita')
    await page.getByRole('checkbox', { name: /Colombo Luca/ }).press('Space')
    await showScreen(page, 'visita-1-scelta')
    await page.keyboard.press('Control+Enter')
    await seeTitle(page, 'Foglio della visita')
    await page.getByText('pastore, slegato in cortile').waitFor()
    await page.getByText('333 1234567').waitFor()
    await page.getByText('Portare il modulo del nido').waitFor()
    await showScreen(page, 'visita-2-foglio')
    await pressOn(page, 'Scrivi la visita')
    await seeTitle(page, 'Visita domiciliare')
    expect(await page.locator('.rail').first().isVisible()).toBe(false)
    await pressOn(page, 'Comincia')
    await page.getByText('In corso da 0 min').waitFor()
    await tabTo(page, 'Frasi pronte')
    await page.keyboard.press('Enter')
    await pressOn(page, 'Il minore è stato visto da solo.')
    await page.getByText('(1 di').waitFor()
    await showScreen(page, 'visita-3-scrivere')
    // A photo with its reason, and a signature with the pointer: they wait on the draft and go with the note.
    await pressOn(page, 'Fotografia')
    await page.getByRole('dialog').waitFor()
    const chooser = await choosing(page, 'Scatta o scegli la foto')
    await chooser.setFiles({ name: 'IMG_0412.png', mimeType: 'image/png', buffer: Buffer.from(POINT, 'base64') })
    await page.getByText('IMG_0412.png').first().waitFor()
    await tabTo(page, 'Perché')
    await page.keyboard.type('Muffa sopra il letto')
    await showScreen(page, 'visita-4-foto')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByText('Muffa sopra il letto').waitFor()
    await pressOn(page, 'Firma sullo schermo')
    await page.getByRole('dialog').waitFor()
    await tabTo(page, 'Chi firma')
    await page.keyboard.type('Ferrari Giulia')
    const pad = await page.locator('.plans-pad').boundingBox()
    if (!pad) throw new Error('no pad')
    await page.mouse.move(pad.x + 40, pad.y + 40)
    await page.mouse.down()
    await page.mouse.move(pad.x + 160, pad.y + 80, { steps: 12 })
    await page.mouse.up()
    await showScreen(page, 'visita-5-firma')
    await pressOn(page, 'Allega')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByText('Firma di Ferrari Giulia').waitFor()
    await showScreen(page, 'visita-6-allegati')
    await pressOn(page, 'Finisci')
    await page.getByText(/Dalle \d\d:\d\d alle/).waitFor()
    await page.keyboard.press('Control+Enter')
    await Promise.race([seeTitle(page, 'Foglio della visita'), page.locator('[role=alert]').waitFor()])
    expect(await page.locator('[role=alert]').allTextContents()).toEqual([])
    expect(await page.locator('.rail').first().isVisible()).toBe(true)
    const { files } = await call<{ files: { purpose: string; reason: string | null }[] }>('files.of_case', { case: theirs })
    expect(files.map(({ purpose }) => purpose).sort()).toEqual(['photo', 'signature'])
  })
})
