// Placements by keyboard: a facility, the entry, a rate, the budget sheet signed. Spazio neutro: the request on an order, the
// wait, a meeting and its diary. Each page accessible.
import { afterEach, describe, expect, it } from 'vitest'
import { chooseIn, pressOn, seeTitle, showScreen, typeInto, tabTo } from './browser.ts'
import { addPerson, inTheWindow, type Session } from './session.ts'

let session: Session
afterEach(() => session.close())

/** A case of a service in charge of who works here. */
async function openCase(service: string, surname: string, name: string, sibling?: string) {
  const { bridge } = session
  const person = await addPerson(session, surname, name, { birth: '2014-05-07', sex: 'F' })
  if (sibling) await bridge.call('main', 'people.save_relation', { id: null, one: person, other: sibling, kind: 'FRATELLO', period: {}, seen: [] })
  const { operator } = await bridge.call<{ operator: string }>('main', 'session.info', {})
  const { cases } = await bridge.call<{ cases: string[] }>('main', 'cases.open', {
    people: [person], service, referral: null, comuni: null, involved: [], protected: [], responsible: operator, psychologist: null, without_psychologist: null, assigned_from: null,
    running: { is: 'in_carico', on: '2026-01-12' }, paper_number: null,
  })
  return { person, case: cases[0] ?? '' }
}

async function openTab(label: string, tab: string, moves: number) {
  const { page } = session
  await page.keyboard.press('Alt+3')
  await seeTitle(page, 'Cartelle')
  await pressOn(page, `Apri la cartella di ${label}`)
  await seeTitle(page, label)
  await page.getByRole('tab', { name: tab }).waitFor()
  await tabTo(page, 'Diario')
  for (let move = 0; move < moves; move += 1) await page.keyboard.press('ArrowRight')
}

describe('placements', () => {
  it('places a minor, records the rate and signs the budget sheet by keyboard', async () => {
    session = await inTheWindow()
    const { page, bridge } = session
    const code = (list: string, value: string) => ({ code: value, list, version: '1' })
    await bridge.call('main', 'placements.save_facility', { facility: { name: 'Casa Aurora', gestore: 'Cooperativa Il Ponte', kind: code('CARTELLA-TIPO-COMUNITA', 'EDUCATIVA'), comune: 'E514', tariffa: 987_654, period: {} } })
    await openCase('TM', 'Ferri', 'Anna')
    await openTab('Ferri Anna', 'Collocamento', 2)
    await page.getByText('Nessun collocamento').waitFor()
    await showScreen(page, 'collocamenti-1-vuoto')
    await pressOn(page, 'Strutture')
    await seeTitle(page, 'Strutture')
    await page.getByText('Casa Aurora').first().waitFor()
    await showScreen(page, 'collocamenti-2-strutture')
    await pressOn(page, 'Indietro')
    await seeTitle(page, 'Ferri Anna')
    await pressOn(page, 'Nuovo collocamento')
    await page.getByRole('dialog').waitFor()
    await chooseIn(page, 'Struttura da individuare', 'Casa Aurora')
    await typeInto(page, 'Bisogno, e che cosa si cerca', 'Una comunità educativa vicina alla scuola.')
    await showScreen(page, 'collocamenti-3-nuovo')
    await pressOn(page, 'Salva')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByText('Individuazione della struttura').waitFor()
    // An emergency does not wait for the papers: the entry from the menu of further actions.
    await pressOn(page, 'Altre azioni')
    await page.getByRole('menu').waitFor()
    await page.keyboard.type('Registra l’ingresso')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    await pressOn(page, 'Salva')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByText('Nessuna retta: i costi').waitFor()
    await pressOn(page, 'Aggiungi retta')
    await page.getByRole('dialog').waitFor()
    await typeInto(page, 'Al giorno, senza IVA', '98,7654')
    await showScreen(page, 'collocamenti-4-retta')
    await pressOn(page, 'Salva')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByText('98,7654').first().waitFor()
    await showScreen(page, 'collocamenti-5-in-struttura')
    await pressOn(page, 'Scheda budget')
    await seeTitle(page, 'Scheda budget')
    await page.getByRole('heading', { name: /^Anno / }).first().waitFor()
    await pressOn(page, 'Firma la scheda')
    await page.getByText('Firmata il').first().waitFor()
    await showScreen(page, 'collocamenti-6-budget')
    expect(await page.getByRole('table').count()).toBe(2)
  })

  it('takes a path of spazio neutro from the waiting list to the diary of a meeting by keyboard', async () => {
    session = await inTheWindow()
    const { page } = session
    const { person } = await openCase('SN', 'Galli', 'Luca')
    const sister = await openCase('SN', 'Galli', 'Sara', person)
    const { today } = await session.bridge.call<{ today: string }>('main', 'session.info', {})
    await session.bridge.call('main', 'spazio_neutro.save_path', { id: null, case: sister.case, path: { requested_on: today, ordered_by: 'TM Milano, decreto 812/2026', reports: [] }, seen: [] })
    await openTab('Galli Luca', 'Spazio neutro', 2)
    await page.getByText('Nessun percorso').waitFor()
    await pressOn(page, 'Nuovo percorso')
    await page.getByRole('dialog').waitFor()
    await pressOn(page, 'Salva')
    await page.getByText('si accede solo su provvedimento').first().waitFor()
    await typeInto(page, 'Provvedimento: autorità', 'TM Milano, decreto 812/2026')
    await typeInto(page, 'Chi incontra il minore', 'il padre')
    await showScreen(page, 'spazio-neutro-1-scheda')
    await pressOn(page, 'Salva')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByText('In attesa da').waitFor()
    await pressOn(page, 'Lista d’attesa')
    await seeTitle(page, 'Spazio neutro: attesa e percorsi')
    await page.getByText('Galli Luca').first().waitFor()
    await showScreen(page, 'spazio-neutro-2-attesa')
    await pressOn(page, 'Apri la cartella di Galli Luca')
    await seeTitle(page, 'Galli Luca')
    await tabTo(page, 'Diario')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.getByText('In attesa da').waitFor()
    await pressOn(page, 'Assegna')
    await page.getByRole('dialog', { name: 'Assegna il percorso' }).waitFor()
    await tabTo(page, 'Annulla')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await pressOn(page, 'Nuovo incontro')
    await page.getByRole('dialog').waitFor()
    await chooseIn(page, 'Da fare', 'Svolto')
    // Her sister has it with her: one tick.
    await page.getByRole('checkbox', { name: 'Galli Sara' }).press('Space')
    await showScreen(page, 'spazio-neutro-3-incontro')
    await pressOn(page, 'Salva')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByText('insieme a Galli Sara').waitFor()
    await showScreen(page, 'spazio-neutro-4-percorso')
    await pressOn(page, 'Scrivi il diario dell’incontro')
    await page.getByText('Accoglienza').first().waitFor()
    await page.getByText('Congedo').first().waitFor()
    await showScreen(page, 'spazio-neutro-5-diario')
  })
})
