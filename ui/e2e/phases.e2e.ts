// The five phases of a case, the office's rules, and closing with what is still open: by keyboard, each screen accessible.
import { afterEach, describe, expect, it } from 'vitest'
import { pressOn, seeTitle, showScreen, tabTo, typeAt } from './browser.ts'
import { addPerson, inTheWindow, type Session } from './session.ts'

let session: Session
afterEach(() => session.close())

/** A case of a minor that is being assessed; she is responsible. */
async function assessed(service: string) {
  const { operator } = await session.bridge.call<{ operator: string }>('main', 'session.info', {})
  const person = await addPerson(session, 'Colombo', 'Luca', { birth: '2012-05-07', sex: 'M' })
  const { cases } = await session.bridge.call<{ cases: string[] }>('main', 'cases.open', { people: [person], service, responsible: operator, running: { is: 'in_carico', on: '2026-01' } })
  await session.page.keyboard.press('Alt+3')
  await seeTitle(session.page, 'Cartelle')
  await pressOn(session.page, 'Apri la cartella di Colombo Luca')
  await seeTitle(session.page, 'Colombo Luca')
  return cases[0] ?? ''
}

const press = (name: string | RegExp) => session.page.getByRole('button', { name }).first().press('Enter')
const gone = () => session.page.getByRole('dialog').waitFor({ state: 'detached' })

describe('phases', () => {
  it('shows what the case knows, takes what nobody holds, and waits for the region’s list', async () => {
    session = await inTheWindow()
    const { page } = session
    await assessed('EDMO')
    await press('Apri le fasi')
    await seeTitle(page, 'Fasi')
    await page.getByText('dalla scheda della persona').first().waitFor()
    expect(await page.getByText('dalla scheda della persona').count()).toBeGreaterThan(2)
    await showScreen(page, 'fasi-1-cartella')
    await page.getByText(/^Da completare/).first().press('Enter')
    await press('Scrivi: ISEE (importo)')
    await page.getByRole('dialog').waitFor()
    await typeAt(page, 'datum', '14.250,50')
    await showScreen(page, 'fasi-2-dato')
    await page.keyboard.press('Enter')
    await gone()
    await page.getByText(/14\.250,50/).waitFor()
    await press('Modifica la fase A. Accesso e orientamento')
    await page.getByRole('dialog').waitFor()
    await typeAt(page, 'phase-notes', 'Arrivata con la scuola')
    await showScreen(page, 'fasi-3-fase')
    await pressOn(page, 'Salva')
    await gone()
    await page.getByText('Arrivata con la scuola').waitFor()
    await page.getByText(/^Elenco non caricato/).first().waitFor()
  })

  it('keeps the office’s rules with a reason, and loads a list of codes', async () => {
    session = await inTheWindow()
    const { page } = session
    await page.getByRole('button', { name: 'I miei dati su questo computer' }).press('Enter')
    await seeTitle(page, 'I miei dati su questo computer')
    await press('Le regole dell’ufficio')
    await seeTitle(page, 'Le regole dell’ufficio')
    await showScreen(page, 'regole-1')
    await press('Modifica il termine: Relazione al Tribunale ordinario')
    await page.getByRole('dialog').waitFor()
    await page.locator('[data-focus-name="term-first"]').fill('4')
    await pressOn(page, 'Salva')
    await page.getByText('Scrivi il motivo.').waitFor()
    await typeAt(page, 'term-reason', 'Programma 2027')
    await showScreen(page, 'regole-2-termine')
    await pressOn(page, 'Salva')
    await gone()
    await page.getByText('Relazione al Tribunale ordinario: da 5 mesi a 4 mesi').waitFor()
    await press('Carica l’elenco: Motivo dell’affido')
    await page.getByRole('dialog').waitFor()
    await typeAt(page, 'list-version', '2026')
    await typeAt(page, 'list-source', 'Ufficio di piano')
    await page.getByLabel('File con l’elenco').setInputFiles({ name: 'moaf.csv', mimeType: 'text/csv', buffer: Buffer.from('codice;descrizione\n01;Trascuratezza\n') })
    await showScreen(page, 'regole-3-elenco')
    await pressOn(page, 'Carica')
    await gone()
    await page.getByText('2026, caricata il', { exact: false }).waitFor()
  })

  it('writes a messa alla prova down and says what keeps the case open', async () => {
    session = await inTheWindow()
    const { page, bridge } = session
    const id = await assessed('TM')
    await bridge.call('main', 'agenda.action_create', { case: id, what: 'Richiamare la scuola' })
    await page.getByRole('tab', { name: 'Autorità giudiziaria' }).waitFor()
    await tabTo(page, 'Diario')
    await page.keyboard.press('ArrowRight')
    await press('Aggiungi una misura penale')
    await page.getByRole('dialog').waitFor()
    await typeAt(page, 'ussm-name', 'Galli Marta')
    await press('Aggiungi un’attività')
    await typeAt(page, 'activity-words-0', 'Doposcuola, due pomeriggi')
    await showScreen(page, 'penale-1-misura')
    await pressOn(page, 'Salva')
    await gone()
    await page.getByText('Galli Marta').waitFor()
    await press('Altri passaggi')
    await page.getByRole('menuitem', { name: 'Chiudi la cartella' }).press('Enter')
    await page.getByText('Azione: Richiamare la scuola').waitFor()
    await page.getByText(/^Misura penale/).waitFor()
    await showScreen(page, 'chiusura-1')
  })
})
