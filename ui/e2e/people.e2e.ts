// People by keyboard: a new one in a few keys, found again, her page, her family, her double.
import { afterEach, describe, expect, it } from 'vitest'
import { pressOn, seeTitle, showScreen, tabTo, typeInto } from './browser.ts'
import { addPerson, inTheWindow, type Session } from './session.ts'

let session: Session
afterEach(() => session.close())

describe('people', () => {
  it('are added by keyboard with the code filling the rest, and found again', async () => {
    session = await inTheWindow()
    const { page } = session
    await page.keyboard.press('Alt+2')
    await seeTitle(page, 'Persone')
    await page.getByText('Non c’è ancora nessuna persona').waitFor()
    await showScreen(page, 'persone-1-vuoto')
    await page.keyboard.press('Alt+p')
    await seeTitle(page, 'Nuova persona')
    await typeInto(page, 'Cognome', 'De Luca')
    await typeInto(page, 'Nome', 'Chiara')
    await typeInto(page, 'Codice', 'dlcchr14t45e514r')
    await page.getByText('Femmina, 05/12/2014, Legnano (MI)').waitFor()
    await page.keyboard.press('F2')
    await typeInto(page, 'Telefono', '333 1234567')
    await showScreen(page, 'persone-2-nuova')
    await page.keyboard.press('Control+Enter')
    await seeTitle(page, 'De Luca Chiara')
    expect(await page.locator('.page-subtitle').textContent()).toContain('DLCCHR14T45E514R · 333 1234567')
    await page.keyboard.press('Alt+2')
    await seeTitle(page, 'Persone')
    await tabTo(page, 'Filtra')
    await page.keyboard.type('chiara luca')
    await page.getByRole('button', { name: 'Apri la scheda di De Luca Chiara' }).waitFor()
    await showScreen(page, 'persone-3-elenco')
    await page.keyboard.press('Enter')
    await seeTitle(page, 'De Luca Chiara')
  })

  it('who might be there already stands beside the form, and an equal code stops', async () => {
    session = await inTheWindow()
    const { page } = session
    await addPerson(session, 'El Amrani', 'Mohamed', { birth: '2010-02-01', identifiers: [{ kind: 'CF', value: 'RSSMRA85M01H501Q', period: {} }] })
    await page.keyboard.press('Alt+2')
    await page.keyboard.press('Alt+p')
    await seeTitle(page, 'Nuova persona')
    await typeInto(page, 'Cognome', 'Elamrani')
    await typeInto(page, 'Nome', 'Muhammad')
    const double = page.getByRole('button', { name: 'Apri la scheda di El Amrani Mohamed' })
    await double.waitFor()
    await showScreen(page, 'persone-4-doppione')
    await typeInto(page, 'Codice', 'RSSMRA85M01H501Q')
    await page.getByText('È già presente', { exact: true }).waitFor()
    await page.keyboard.press('Control+Enter')
    await page.locator('.notice-error', { hasText: 'Questo codice è già' }).waitFor()
    await showScreen(page, 'persone-5-codice-preso')
    await double.press('Enter')
    await seeTitle(page, 'El Amrani Mohamed')
  })

  it('a page is filled by keyboard: tie, phone, warning; and two pages become one', async () => {
    session = await inTheWindow()
    const { page } = session
    const child = await addPerson(session, 'Ali', 'Aya', { birth: '2016-01-31', sex: 'F' })
    await addPerson(session, 'Ali', 'Zohra', { birth: '1988-03', sex: 'F' })
    await addPerson(session, 'Aly', 'Aia', { birth: '2016-01-31', language: 'arabo', interpreter_needed: true })
    await page.keyboard.press('Alt+2')
    await page.getByRole('button', { name: 'Apri la scheda di Ali Aya' }).press('Enter')
    await seeTitle(page, 'Ali Aya')

    await pressOn(page, 'Aggiungi legame')
    await typeInto(page, 'Persona', 'zohra')
    await page.getByRole('option', { name: /Ali Zohra/ }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await tabTo(page, 'Scegli')
    await page.keyboard.press('Enter')
    await page.getByRole('listbox').waitFor()
    await page.keyboard.type('Madre')
    await page.keyboard.press('Enter')
    await showScreen(page, 'persone-6-legame')
    await pressOn(page, 'Salva')
    await page.getByRole('button', { name: 'Ali Zohra', exact: true }).waitFor()

    await pressOn(page, 'Aggiungi avvertenza')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('listbox').waitFor()
    await page.keyboard.type('Cane')
    await page.keyboard.press('Enter')
    await pressOn(page, 'Salva')
    await page.locator('.badge-danger', { hasText: 'Cane' }).waitFor()

    await session.bridge.call('main', 'people.save_household', {
      id: null,
      person: child,
      household: { kind: 'ANAGRAFICO', members: [{ person: child, period: { from: '2020-01-01' }, group: 'CONVIVENTE', holder: false }] },
      seen: [],
    })
    await showScreen(page, 'persone-7-scheda')

    await pressOn(page, 'Altre azioni')
    await page.getByRole('menuitem', { name: 'Unisci doppioni' }).press('Enter')
    await typeInto(page, 'L’altra scheda', 'aia')
    await page.getByRole('option', { name: /Aly Aia/ }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await showScreen(page, 'persone-8-unisci')
    await pressOn(page, 'Unisci')
    await page.getByRole('heading', { name: 'Schede unite a questa' }).waitFor()
    await showScreen(page, 'persone-9-unita')
    await pressOn(page, 'Separa: Aly Aia')
    await pressOn(page, 'Separa')
    await page.getByRole('heading', { name: 'Schede unite a questa' }).waitFor({ state: 'detached' })

    await page.keyboard.press('Control+e')
    await page.getByLabel('Cognome').waitFor()
    await showScreen(page, 'persone-10-modifica')
  })
})
