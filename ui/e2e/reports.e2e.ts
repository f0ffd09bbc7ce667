// Relazione all'A.G. by keyboard: begun from the mandate, written, locked in the middle, signed, protocolled, sent, kept as PDF/A.
import { afterEach, describe, expect, it } from 'vitest'
import { chooseAt, pressOn, seeTitle, showScreen, tabTo, typeAt } from './browser.ts'
import { addPerson, inTheWindow, PASSPHRASE, type Session } from './session.ts'

let session: Session
afterEach(() => session.close())

/** A case with an order, its mandate and a signed visit; a second note is still a draft. */
async function underMandate() {
  const { bridge } = session
  const anna = await addPerson(session, 'Ferri', 'Anna', { birth: '2014-05-07', sex: 'F' })
  const { operator } = await bridge.call<{ operator: string }>('main', 'session.info', {})
  const { cases } = await bridge.call<{ cases: string[] }>('main', 'cases.open', {
    people: [anna], service: 'TM', referral: null, comuni: null, involved: [], protected: [], responsible: operator, psychologist: null, without_psychologist: null, assigned_from: null,
    running: { is: 'in_carico', on: '2026-01-12' }, paper_number: null,
  })
  const { today } = await bridge.call<{ today: string }>('main', 'session.info', {})
  await bridge.call('main', 'tutela.register_order', {
    cases, order: { kind: { code: 'MONIT', list: 'CARTELLA-TIPO-PROVVEDIMENTO', version: '1' }, autorita: 'TM-MI', number: 'R.G. 1450/2026', issued_on: '2026-01-10', arrived_on: '2026-01-12' },
    mandates: [{ words: 'Monitoraggio e relazione di aggiornamento', addressee: 'Servizio tutela minori', term: { is: 'giorni', days: 400 }, state: { is: 'aperto' }, answers: [], reports: [] }], prescriptions: [], affidamento: null, proceeding: null, ends: [],
  })
  const note = async (segments: object[]) => {
    const { draft, content } = await bridge.call<{ draft: string; content: { texts: object[] } }>('main', 'diary.start', { case: cases[0], kind: 'VISITA_DOMICILIARE' })
    const texts = content.texts.map((text) => ({ ...text, segments }))
    await bridge.call('main', 'draft.save', { id: draft, kind: 'diary_entry', subject: cases[0], content: { ...content, occurred_on: today, texts }, started_from: null })
    return draft
  }
  const segment = (text: string, category: object | null) => ({ id: crypto.randomUUID(), text, category, heading: null, read_by: null, files: [] })
  const first = await note([segment('La casa è in ordine.', { type: 'observed' }), segment('Il padre torna tardi.', { type: 'reported', by: 'la madre', verbatim: false }), segment('Frigorifero quasi vuoto.', null)])
  await bridge.call('main', 'diary.sign', { draft: first, content: null })
  await note([segment('Anna racconta della scuola.', { type: 'reported', by: 'Anna', verbatim: false })])
}

async function openCourt() {
  const { page } = session
  await page.keyboard.press('Alt+3')
  await seeTitle(page, 'Cartelle')
  await pressOn(page, 'Apri la cartella di Ferri Anna')
  await seeTitle(page, 'Ferri Anna')
  await tabTo(page, 'Diario')
  await page.keyboard.press('ArrowRight')
  await page.getByRole('button', { name: 'Registra provvedimento' }).waitFor()
}

async function filled(dialog: string, button: string, fields: Readonly<Record<string, string>>) {
  const { page } = session
  await pressOn(page, button)
  await page.getByRole('dialog').waitFor()
  for (const [field, text] of Object.entries(fields)) {
    await tabTo(page, field)
    await page.keyboard.type(text)
  }
  await tabTo(page, 'Annulla')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: dialog }).waitFor({ state: 'detached' })
}

describe('relazione', () => {
  it('goes from the mandate to the court by keyboard', async () => {
    session = await inTheWindow()
    const { page } = session
    await underMandate()
    await openCourt()
    await pressOn(page, 'Inizia la relazione')
    await page.getByRole('dialog').waitFor()
    await showScreen(page, 'relazione-1-inizio')
    // The dialog's own name begins like its button's.
    await tabTo(page, 'Annulla')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await seeTitle(page, 'Relazione')
    await page.getByText('Monitoraggio e relazione di aggiornamento').first().waitFor()
    await page.getByText('1 bozza da firmare').waitFor()
    await showScreen(page, 'relazione-2-testo')
    // What has no category is asked for here; what is a draft is signed from here.
    await pressOn(page, 'Classifica e includi')
    await page.getByRole('button', { name: 'Classifica e includi' }).waitFor({ state: 'detached' })
    await pressOn(page, 'Firma e includi')
    await page.getByText('1 bozza da firmare').waitFor({ state: 'detached' })
    await tabTo(page, 'Proposte')
    await page.keyboard.type('Si propone la prosecuzione')
    // Locked in the middle of it: she comes back to the page and to what she typed.
    await page.keyboard.press('Control+l')
    await seeTitle(page, 'Sblocca l’archivio')
    await page.keyboard.type(PASSPHRASE)
    await page.keyboard.press('Enter')
    await seeTitle(page, 'Relazione')
    expect(await page.getByRole('textbox', { name: 'Proposte' }).inputValue()).toBe('Si propone la prosecuzione')
    await pressOn(page, 'Salva per tutti')
    await page.getByText('Salvato per chi lavora al caso.').waitFor()
    await pressOn(page, 'Approvata su carta o dispensata')
    await page.getByRole('dialog').waitFor()
    await tabTo(page, 'Salva')
    await page.keyboard.press('Enter')
    await page.getByText('su carta,').waitFor()
    await pressOn(page, 'Firma la relazione')
    await page.getByText('Impronta del PDF').waitFor()
    await showScreen(page, 'relazione-3-firmata')
    await filled('Protocolla', 'Protocolla', { 'Numero di protocollo': '77/2026' })
    await filled('Registra invio', 'Registra invio', {})
    await page.getByText('Inviata il').waitFor()
    const [file] = await Promise.all([page.waitForEvent('download'), pressOn(page, 'Salva PDF/A')])
    expect(file.suggestedFilename()).toMatch(/^relazione-.*\.pdf$/)
    await openCourt()
    await page.getByRole('button', { name: /Apri la relazione: inviata/ }).waitFor()
    await page.getByText(/Adempiuto il/).first().waitFor()
    await showScreen(page, 'relazione-4-catena')
  })

  it('the final report is begun from the closing, written, signed, and closes the case by keyboard', async () => {
    session = await inTheWindow()
    const { page, bridge } = session
    const rosa = await addPerson(session, 'Conti', 'Rosa', { birth: '1940-03-01', sex: 'F' })
    const { operator } = await bridge.call<{ operator: string }>('main', 'session.info', {})
    await bridge.call('main', 'cases.open', { people: [rosa], service: 'SAD', responsible: operator, running: { is: 'in_carico', on: '2026-01-12' } })
    const openClosing = async () => {
      await page.getByRole('button', { name: 'Altri passaggi' }).press('Enter')
      await page.getByRole('menuitem', { name: 'Chiudi la cartella' }).press('Enter')
      await page.getByRole('dialog').waitFor()
    }
    await page.keyboard.press('Alt+3')
    await seeTitle(page, 'Cartelle')
    await pressOn(page, 'Apri la cartella di Conti Rosa')
    await seeTitle(page, 'Conti Rosa')
    await openClosing()
    await chooseAt(page, 'reason', 'Conclusione')
    await page.getByRole('radio', { name: 'Scritta qui' }).press('Space')
    await page.getByText('Non c’è ancora una relazione finale firmata.').waitFor()
    await showScreen(page, 'finale-1-chiusura')
    await page.getByRole('dialog').getByRole('button', { name: 'Scrivi la relazione finale' }).press('Enter')
    await seeTitle(page, 'Relazione finale')
    await page.getByText('Conclusione per risoluzione del bisogno').first().waitFor()
    await typeAt(page, 'final-assessment', 'Autonomia raggiunta, la figlia è presente.')
    await showScreen(page, 'finale-2-testo')
    await pressOn(page, 'Salva per tutti')
    await page.getByText('Salvato per chi lavora al caso.').waitFor()
    await pressOn(page, 'Firma la relazione')
    await page.getByText('Impronta del PDF').waitFor()
    await showScreen(page, 'finale-3-firmata')
    await pressOn(page, 'Cartella sociale')
    await seeTitle(page, 'Conti Rosa')
    // The closing proposes what was signed.
    await openClosing()
    await page.getByText(/Relazione finale, firmata il/).first().waitFor()
    await chooseAt(page, 'situation', 'Al proprio')
    await showScreen(page, 'finale-4-proposta')
    await tabTo(page, 'Annulla')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.locator('.badge', { hasText: 'Chiuso' }).first().waitFor()
    await showScreen(page, 'finale-5-chiusa')
  })
})
