// What goes to paper, read from the paper itself: every print button by keyboard, the page as a PDF, its words and its pages.
// On each stands whose it is, of which case, when and by whom; on none a protected address, nor what one presses.
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterEach, describe, expect, it } from 'vitest'
import { pressOn, seeTitle, tabTo } from './browser.ts'
import { addPerson, inTheWindow, type Session } from './session.ts'

const SCREENS = resolve(import.meta.dirname, '../../target/screens')
const HIDDEN = ['Via Nascosta', '333 9998877']

let session: Session
afterEach(() => session.close())

const call = <O = { id: string }>(name: string, input: object = {}) => session.bridge.call<O>('main', name, input)
const coded = (list: string, code: string) => ({ list, version: '1', code })

/** A window whose printer is this test. */
async function atThePrinter() {
  session = await inTheWindow()
  await session.page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-asked', '')
  })
}

/** The page of the window that stands open, as after a lock. */
async function openAt(name: string, params: Record<string, string>) {
  await call('session.keep_view', { view: JSON.stringify({ version: 1, pages: [{ name, params, view: {} }], cursor: null, scroll: 0 }) })
  await session.page.reload()
  await session.page.locator('#page-title').waitFor()
}

/** The words of each page of a PDF. */
async function wordsOf(pdf: Buffer): Promise<string[]> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 })
  const paper = await task.promise
  const pages: string[] = []
  for (let number = 1; number <= paper.numPages; number += 1) {
    const { items } = await (await paper.getPage(number)).getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''))
  }
  await task.destroy()
  return pages
}

/** What the page's print button, pressed by keyboard, puts on paper. */
async function printed(name: string, button = 'Stampa', waitFor?: string) {
  const { page } = session
  if (waitFor) await page.getByText(waitFor).first().waitFor()
  await pressOn(page, button)
  await page.locator('html[data-paper][data-asked]').waitFor({ state: 'attached' })
  mkdirSync(SCREENS, { recursive: true })
  const pages = await wordsOf(await page.pdf({ preferCSSPageSize: true, path: join(SCREENS, `carta-${name}.pdf`) }))
  const text = pages.join('\n').replace(/\s+/g, ' ')
  pages.forEach((words, at) => expect(words.replace(/\s+/g, ' '), `${name}: foot of page ${String(at + 1)}`).toContain(`Pagina ${String(at + 1)} di ${String(pages.length)}`))
  expect(text, name).toContain('Azienda speciale Tre Valli')
  expect(text, name).toMatch(/Stampato il \d\d\/\d\d\/\d{4}, \d\d:\d\d da Colombo Elena/)
  for (const hidden of HIDDEN) expect(text, name).not.toContain(hidden)
  for (const pressed of ['Blocca', 'Trova', 'Indietro', 'Modifica']) expect(text, name).not.toContain(pressed)
  return { text, pages }
}

interface Family {
  case: string
  child: string
  code: string
}

/** A boy under tutela with an address and a phone that are protected. */
async function family(): Promise<Family> {
  const { operator } = await call<{ operator: string }>('session.info')
  await call('staff.change', { id: operator, form: { surname: 'Colombo', name: 'Elena', qualifica: 'ASSISTENTE_SOCIALE', further_roles: ['COORDINATORE'] }, seen: [] })
  await call('office.change_settings', { letterhead: 'Azienda speciale Tre Valli\nVia Roma 1, Legnano' })
  const child = await addPerson(session, 'Ferri', 'Luca', { birth: '2014-05-07', sex: 'M' })
  const mother = await addPerson(session, 'Ferrari', 'Giulia', { birth: '1985-02-11', sex: 'F' })
  const comuni = { residence: 'E514', in_charge: 'E514' }
  const { cases } = await call<{ cases: string[] }>('cases.open', { people: [child], service: 'TM', comuni, involved: [mother], protected: [mother], responsible: operator, assigned_from: '2025-02-10', running: { is: 'in_carico', on: '2025-03-10' } })
  const living = [child, mother].map((person) => ({ person, period: {}, group: 'CONVIVENTE', holder: false }))
  await call('people.save_household', { id: null, person: child, household: { kind: 'DI_FATTO', members: living }, seen: [] })
  await call('people.save_relation', { id: null, one: child, other: mother, kind: 'MADRE', bond: null, period: {}, caregiver: null, note: null, seen: [] })
  await call('people.save_social_tie', { id: null, tie: { person: child, surrounding: 'PARROCCHIA', label: 'Oratorio San Luigi', closeness: 'FORTE', period: {} }, seen: [] })
  await call('people.save_address', { id: null, address: { person: child, kind: 'DOMICILIO', location: { street: 'Via Nascosta', number: '7', place: 'E514' }, period: {} }, protected: true, seen: [] })
  await call('people.save_contact', { id: null, contact: { person: mother, kind: 'CELLULARE', value: '333 9998877', whose: {}, period: {} }, protected: true, seen: [] })
  const found = { case: cases[0] ?? '', child }
  return { ...found, code: (await call<{ code: string }>('cases.get', { case: found.case })).code }
}

/** A long text: a paper that is more than a page. */
const LONG = Array.from({ length: 60 }, (_, at) => `Riga ${String(at + 1)} della motivazione, con le parole che servono a riempirla fino in fondo.`).join('\n')

describe('on paper', () => {
  it('the sheet of a visit, the pictures and the time line', async () => {
    await atThePrinter()
    const one = await family()
    await openAt('visit.sheet', { cases: one.case })
    await session.page.getByText('Via Nascosta').waitFor()
    const sheet = await printed('visita')
    expect(sheet.text).toContain('Indirizzo protetto: non va sulla carta')
    expect(sheet.text).toContain('telefono protetto, non va sulla carta')
    await openAt('person.genogram', { person_id: one.child })
    const genogram = await printed('genogramma', 'Stampa o PDF', 'Ferrari Giulia: Madre')
    expect(genogram.text).toContain('Madre di Ferri Luca')
    expect(genogram.pages.length).toBe(1)
    await openAt('person.ecomap', { person_id: one.child })
    expect((await printed('ecomappa', 'Stampa o PDF', 'Oratorio San Luigi')).text).toContain('Oratorio San Luigi')
    await openAt('case.timeline', { case_id: one.case })
    expect((await printed('linea-del-tempo', 'Stampa', 'In carico dal')).text).toContain(`Cartella ${one.code}`)
    await openAt('phases', { case_id: one.case })
    expect((await printed('fasi')).text).toContain(one.code)
  })

  it('assessment, plan, card of the desk, board', async () => {
    await atThePrinter()
    const one = await family()
    await call('assessments.sign', { case: one.case, assessment: { sets: ['card'], answers: {}, texts: {}, summary: LONG } })
    await openAt('assessments', { case_id: one.case })
    const assessment = await printed('valutazione')
    expect(assessment.pages.length).toBeGreaterThan(1)
    expect(assessment.text).toContain('Riga 60 della motivazione')
    const parties = [{ kind: 'parent', name: 'Ferrari Giulia' }]
    const plan = { kind: coded('CARTELLA-TIPO-PROGETTO', 'QUADRO'), subject: 'Sostegno alla madre', motives: LONG, beneficiary: 'person', starts: '2026-01-10', parties, state: { is: 'bozza' }, reviewed_on: [] }
    const { id } = await call('plans.save', { case: one.case, plan, goals: [{ goal: { term: 'short', text: 'Frequenza regolare' }, seen: [] }], seen: [] })
    await call('plans.share', { id })
    await openAt('plan', { plan_id: id })
    const paper = await printed('progetto')
    expect(paper.text).toContain('Frequenza regolare')
    expect(paper.text).toContain('Firma ____')
    expect(paper.text).toContain(`Cartella ${one.code}`)
    const card = await call('desk.save', { id: null, card: { caller: { name: 'Bianchi Laura', relation: 'vicina' }, named: { surname: 'Verdi', name: 'Luca' }, need: 'Teme la separazione.', services: ['TM'], state: { is: 'creata' } }, seen: [] })
    await openAt('desk.card', { accesso_id: card.id })
    expect((await printed('segretariato')).text).toContain('Teme la separazione.')
    await openAt('board', {})
    await session.page.getByRole('button', { name: 'Apri la cartella di Ferri Luca' }).first().waitFor()
    await tabTo(session.page, 'Codici al posto dei nomi')
    await session.page.keyboard.press('Space')
    await session.page.getByText(one.code).first().waitFor()
    const board = await printed('quadro')
    expect(board.text).not.toContain('Ferri Luca')
    expect(board.text).toContain('Codici al posto dei nomi')
    expect(board.text).toContain(one.code)
  })

  it('art. 403 and its forms, budget sheet, report to the court; what has no button comes out with a word of why', async () => {
    await atThePrinter()
    const { page } = session
    const one = await family()
    const moment = { at: '2026-03-02T17:30:00Z', on: '2026-03-02', time: '18:30' }
    const { id: measure } = await call('tutela.open_measure', { cases: [one.case], measure: { placed: moment, reasons: 'I bambini sono soli in casa da due giorni.', place: 'Comunità Aurora', checked: [] } })
    await openAt('measure', { case_id: one.case, measure_id: measure })
    const forms = await printed('art-403', 'Stampa lista e moduli')
    expect(forms.pages.length).toBe(3)
    expect(forms.text).toContain(one.code)
    expect(forms.text).toContain('☐')
    const { id: facility } = await call('placements.save_facility', { facility: { name: 'Casa Aurora', gestore: 'Il Ponte', kind: coded('CARTELLA-TIPO-COMUNITA', 'EDUCATIVA'), comune: 'E514', tariffa: 987_654, period: {} } })
    const { id: placement } = await call('placements.save', { case: one.case, placement: { struttura: facility, state: { is: 'individuazione' }, flags: [], billed: [] } })
    await call('placements.step', { id: placement, step: { step: 'enter', on: '2026-01-10' } })
    await call('placements.save_rate', { placement, value: { period: { from: '2026-01-10' }, daily: 987_654, iva: 500, health: { is: 'percentuale', hundredths: 2000 }, parents: { is: 'nessuna' } }, seen: [] })
    await openAt('placement.budget', { placement_id: placement })
    const budget = await printed('budget', 'Stampa', 'Casa Aurora')
    expect(budget.text).toContain('98,7654')
    expect(budget.text).toContain('Comune che sostiene i costi')
    const order = { kind: coded('CARTELLA-TIPO-PROVVEDIMENTO', 'MONIT'), autorita: 'TM-MI', number: 'R.G. 1450/2026', issued_on: '2026-01-10', arrived_on: '2026-01-12' }
    await call('tutela.register_order', { cases: [one.case], order, mandates: [{ words: 'Monitoraggio e relazione' }] })
    const court = await call<{ orders: { mandates: { mandate: { id: string } }[] }[] }>('tutela.of_case', { case: one.case })
    const { report } = await call<{ report: string }>('tutela.start_report', { mandate: court.orders[0]?.mandates[0]?.mandate.id, from: '2026-01-01', to: '2026-12-31' })
    await openAt('report', { case_id: one.case, report_id: report })
    const paper = await printed('relazione')
    expect(paper.text).toContain('Bozza, non firmata')
    expect(paper.text).toContain('Ferrari Giulia')
    await openAt('case', { case_id: one.case })
    await seeTitle(page, 'Ferri Luca')
    const [bare] = await wordsOf(await page.pdf({ preferCSSPageSize: true }))
    expect(bare).toContain('Questa pagina non si stampa da qui')
    expect(bare).not.toContain('Ferri')
  })
})
