// The agreement with the office, by keyboard, with a real hub: joining, sending, no line, what was refused, a case that
// goes; and two versions of one thing.
import { afterEach, describe, expect, it } from 'vitest'
import { pressOn, seeTitle, showScreen, tabTo, typeInto } from './browser.ts'
import { joined, startHub, type Hub } from './hub.ts'
import { inTheWindow, type Session } from './session.ts'

let session: Session
/** A colleague's laptop. */
let other: Session | null = null
let hub: Hub | null = null
afterEach(async () => {
  await session.close()
  await other?.close()
  other = null
  await hub?.stop()
  hub = null
})

const ID = /[0-9a-f-]{36}/
const hired = (surname: string, name: string, role?: string) => hub?.hire(surname, name, role) ?? { id: '', code: '' }

/** A minor with a case of hers in tutela minori; answers both ids. */
async function family() {
  const { bridge } = session
  const person = { surname: 'Brambilla', name: 'Sofia', birth: '2017-03-04' }
  const { id } = await bridge.call<{ id: string }>('main', 'people.create', { person, addresses: [], contacts: [] })
  const { operator } = await bridge.call<{ operator: string }>('main', 'session.info', {})
  const opened = await bridge.call<{ cases: string[] }>('main', 'cases.open', { people: [id], service: 'TM', responsible: operator })
  return { person: id, case_id: opened.cases[0] ?? '', operator }
}

interface Details {
  details: { person: { value: Record<string, unknown>; seen: string[] } }
}

async function rename(id: string, name: string, seen?: string[]) {
  const { details } = await session.bridge.call<Details>('main', 'people.get', { id })
  await session.bridge.call('main', 'people.edit', { id, person: { ...details.person.value, name }, seen: seen ?? details.person.seen })
  return details.person.seen
}

/** The page is in another process than what the test did behind it: it looks again. */
async function look() {
  await session.page.reload()
  await session.page.locator('#content').waitFor()
}

const state = () => session.page.locator('.office-state')

/** Joins through the screen. */
async function join(code: string) {
  const { page } = session
  await page.keyboard.press('Alt+5')
  await seeTitle(page, 'Invio all’ufficio')
  await typeInto(session.page, 'Indirizzo dell’ufficio', hub?.address ?? '')
  await typeInto(session.page, 'Codice di iscrizione', code)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'È il tuo ufficio?' }).waitFor()
}

/** An office with her in its staff; answers her code. */
async function office() {
  hub = await startHub()
  return hub.hire('Colombo', 'Elena')
}

async function sent() {
  await state().filter({ hasText: 'Tutto inviato' }).waitFor()
}

/** From now on nothing goes by itself: what waits is looked at for as long as it takes. */
const rest = (of: Session = session) => of.bridge.call('main', 'shell.rest', {})

const synchronise = (of: Session = session) => of.bridge.call<{ confirmed: number; refused: number }>('main', 'office.synchronise', {})

describe('the agreement with the office', () => {
  it('begins by address, code and a fingerprint to compare; then goes by itself', async () => {
    session = await inTheWindow()
    const { page } = session
    const { code } = await office()
    await family()
    await page.keyboard.press('Alt+5')
    await seeTitle(page, 'Invio all’ufficio')
    await page.getByText('Questo archivio lavora da solo').waitFor()
    expect(await state().count()).toBe(0)
    await showScreen(page, 'ufficio-1-da-solo')
    await typeInto(session.page, 'Indirizzo dell’ufficio', 'non un indirizzo')
    await page.keyboard.press('Enter')
    await page.getByText('Questo non è un indirizzo').first().waitFor()
    await page.locator('[data-focus-name="address"]').fill('')
    await join('AAAA-BBBB-CCCC')
    const print = await page.locator('.office-print').innerText()
    expect(print.replace(/\s/g, '')).toBe(hub?.print)
    await showScreen(page, 'ufficio-2-impronta')
    await pressOn(page, 'È uguale: collega l’archivio')
    await page.getByText('Il codice non vale').first().waitFor()
    await showScreen(page, 'ufficio-3-codice')
    await page.locator('[data-focus-name="code"]').fill(code)
    await page.keyboard.press('Enter')
    await pressOn(page, 'È uguale: collega l’archivio')
    await page.getByText('Collegato: Azienda di prova').first().waitFor()
    // What the archive held goes up by itself.
    await sent()
    await page.getByText(/voci confermate dall’ufficio, stessa impronta/).first().waitFor()
    await showScreen(page, 'ufficio-4-inviato')
  })

  it('marks what waits until it is sent by a key, and keeps the receipt', async () => {
    session = await inTheWindow()
    const { page } = session
    const { code } = await office()
    const { person, case_id } = await family()
    await joined(session, hub, code)
    await sent()
    await session.bridge.call('main', 'agenda.action_create', { case: case_id, what: 'Richiamare la scuola', who: null, due: null })
    await look()
    await page.keyboard.press('Alt+1')
    await page.locator('.agenda-line', { hasText: 'Richiamare la scuola' }).getByText('In attesa di invio').waitFor()
    await showScreen(page, 'ufficio-5-oggi')
    await rename(person, 'Sofia Maria')
    await look()
    await state().filter({ hasText: 'da inviare' }).waitFor()
    await page.keyboard.press('Alt+2')
    await seeTitle(page, 'Persone')
    await page.getByText('In attesa di invio').first().waitFor()
    await showScreen(page, 'ufficio-5-persone')
    await page.keyboard.press('Alt+5')
    await page.getByRole('button', { name: 'Brambilla Sofia Maria', exact: true }).waitFor()
    await showScreen(page, 'ufficio-6-attesa')
    await page.keyboard.press('Alt+I')
    await page.getByText('Niente in attesa').waitFor()
    await sent()
    await page.keyboard.press('Alt+2')
    await page.getByText('In attesa di invio').waitFor({ state: 'detached' })
    // A session that moves nothing takes nothing from the receipt.
    const receipt = await synchronise()
    expect(receipt.confirmed).toBe(0)
    await page.keyboard.press('Alt+5')
    await page.getByText(/^Ultimo contatto: .*stessa impronta/).waitFor()
    await page.getByText(/2 voci confermate dall’ufficio, stessa impronta/).first().waitFor()
    await showScreen(page, 'ufficio-6-ricevuta')
  })

  it('says calmly that nobody answers, and that a computer is suspended', async () => {
    session = await inTheWindow()
    const { page } = session
    const { code } = await office()
    const { person } = await family()
    await join(code)
    await pressOn(page, 'È uguale: collega l’archivio')
    await sent()
    await rest()
    const device = (hub?.desk('device', 'list') ?? '').split(/\s+/)[0] ?? ''
    hub?.desk('device', 'suspend', device)
    await page.keyboard.press('Alt+I')
    await page.getByText('L’ufficio ha sospeso questo computer').first().waitFor()
    await state().filter({ hasText: 'Invio fermo' }).waitFor()
    await showScreen(page, 'ufficio-7-sospeso')
    hub?.desk('device', 'resume', device)
    await hub?.shut()
    await rename(person, 'Sofia Anna')
    await page.keyboard.press('Alt+I')
    await page.getByText('L’ufficio non risponde: la linea manca').first().waitFor()
    await state().filter({ hasText: 'Ufficio non raggiungibile: riprova da solo' }).waitFor()
    await showScreen(page, 'ufficio-8-senza-linea')
    // Writing goes on.
    await rename(person, 'Sofia Lucia')
  })

  it('lets a case go that the office gave to somebody else, and shows what came too late', async () => {
    session = await inTheWindow()
    const { page } = session
    const { code } = await office()
    const { person, case_id, operator } = await family()
    await join(code)
    await pressOn(page, 'È uguale: collega l’archivio')
    await sent()
    await rest()
    const { id: new_responsible } = hired('Riva', 'Paola')
    await page.keyboard.press('Alt+3')
    await pressOn(page, 'Apri la cartella di Brambilla Sofia')
    await seeTitle(page, 'Brambilla Sofia')
    await showScreen(page, 'ufficio-9-cartella')
    // Her post moves to another service: with the assignment ends all that she sees of the case.
    hub?.desk('operator', 'roles', operator, '--service', 'SAD')
    hub?.desk('case', 'assign', case_id, new_responsible)
    hub?.desk('case', 'unassign', case_id, operator)
    await rename(person, 'Sofia Tardi')
    await synchronise()
    await seeTitle(page, 'È passata a Riva Paola')
    await showScreen(page, 'ufficio-10-passata')
    await page.keyboard.press('Alt+5')
    await page.getByText('Non accettate dall’ufficio').waitFor()
    await pressOn(page, 'Mostra che cosa avevi scritto')
    await page.getByText('Sofia Tardi').waitFor()
    await showScreen(page, 'ufficio-11-non-accettata')
  })
})

describe('what is held for who follows a case now', () => {
  it('is read, taken over or closed with a reason, and its author is told', async () => {
    session = await inTheWindow()
    const { code } = await office()
    const paola = hired('Riva', 'Paola')
    const { person, case_id, operator } = await family()
    await joined(session, hub, code)
    other = await inTheWindow({ surname: 'Riva', name: 'Paola' })
    await joined(other, hub, paola.code)
    const staff = hub?.desk('operator', 'list') ?? ''
    const hers = ID.exec(staff.split('\n').find((line) => line.includes('Riva')) ?? '')?.[0] ?? ''
    hub?.desk('case', 'assign', case_id, hers)
    hub?.desk('case', 'unassign', case_id, operator)
    // Not knowing it yet, Elena goes on writing.
    await rename(person, 'Sofia Tardi')
    const contact = { person, kind: 'CELLULARE', value: '340 555 0199', whose: {}, period: {} }
    await session.bridge.call('main', 'people.save_contact', { id: null, contact, protected: false, seen: [] })
    const sent = await synchronise()
    expect(sent.refused).toBe(2)
    await synchronise(other)

    const { page } = other
    await page.keyboard.press('Alt+5')
    await page.getByRole('heading', { name: 'Tenuto per te · 2 voci' }).waitFor()
    await page.getByText('Sofia Tardi').waitFor()
    await page.getByText('340 555 0199').waitFor()
    expect(await page.getByText(/Scritto da Colombo Elena/).count()).toBe(2)
    await showScreen(page, 'tenuto-1-elenco')
    await pressOn(page, 'Chiudi, con il motivo')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Tab')
    await pressOn(page, 'Chiudi')
    await showScreen(page, 'tenuto-2-chiudi')
    await page.locator('[data-focus-name="held-reason"]').fill('Il nome giusto è Sofia')
    await pressOn(page, 'Chiudi')
    await page.getByRole('heading', { name: 'Tenuto per te · 1 voce' }).waitFor()
    await pressOn(page, 'Prendi in carico')
    await page.getByRole('heading', { name: /Tenuto per te/ }).waitFor({ state: 'detached' })
    await synchronise(other)
    await page.keyboard.press('Alt+2')
    await pressOn(page, 'Apri la scheda di Brambilla Sofia')
    await page.getByText('340 555 0199').first().waitFor()

    // Elena reads what became of it.
    await synchronise()
    const mine = session.page
    await mine.keyboard.press('Alt+5')
    await mine.getByText('Presa in carico', { exact: true }).waitFor()
    await mine.getByText('Motivo: Il nome giusto è Sofia').waitFor()
    await showScreen(mine, 'tenuto-3-autrice')
  })
})

describe('what the office is asked', () => {
  it('is a case that was opened and an assignment; she reads what became of each', async () => {
    session = await inTheWindow()
    const { page } = session
    const { code } = await office()
    const psychologist = hired('Sala', 'Marta', 'PSICOLOGO')
    await joined(session, hub, code)
    const { case_id } = await family()
    await page.keyboard.press('Alt+5')
    await page.getByRole('heading', { name: 'Richieste all’ufficio' }).waitFor()
    await page.getByText('Cartella aperta: chi la segue').waitFor()
    await page.keyboard.press('Alt+I')
    await page.getByText('L’ufficio non ha ancora deciso').waitFor()
    await showScreen(page, 'richieste-1-aperta')
    const listed = hub?.desk('request', 'list') ?? ''
    expect(listed).toContain(`cartella aperta ${case_id}`)
    hub?.desk('request', 'do', ID.exec(listed)?.[0] ?? '')
    await page.keyboard.press('Alt+I')
    await page.getByText(/Fatto dall’ufficio/).waitFor()

    await page.keyboard.press('Alt+3')
    await pressOn(page, 'Apri la cartella di Brambilla Sofia')
    await seeTitle(page, 'Brambilla Sofia')
    await pressOn(page, 'Chiedi un’assegnazione')
    await page.getByRole('dialog').waitFor()
    await tabTo(page, 'Scegli')
    await page.keyboard.press('ArrowDown')
    await page.getByRole('listbox').waitFor()
    await page.keyboard.type('Sala')
    await page.keyboard.press('Enter')
    await showScreen(page, 'richieste-2-chiedi')
    await pressOn(page, 'Chiedi')
    await page.getByText('Richiesta scritta').first().waitFor()
    await page.getByText(/Assegnare Sala Marta/).waitFor()
    await synchronise()
    await page.getByText('L’ufficio non ha ancora deciso').waitFor()
    const again = hub?.desk('request', 'list') ?? ''
    expect(again).toContain(`assegnare ${case_id} a ${psychologist.id}`)
    hub?.desk('request', 'decline', ID.exec(again)?.[0] ?? '', 'Marta è piena fino a marzo')
    await synchronise()
    await page.getByText('Motivo dell’ufficio: Marta è piena fino a marzo').waitFor()
    await showScreen(page, 'richieste-3-non-accolta')
  })
})

describe('two versions', () => {
  it('stand side by side until she keeps one, keeps both or writes a third', async () => {
    session = await inTheWindow()
    const { page } = session
    const { person } = await family()
    const seen = await rename(person, 'Sofia Maria')
    await rename(person, 'Sofia Anna', seen)
    await look()
    await page.keyboard.press('Alt+2')
    await pressOn(page, 'Apri la scheda di Brambilla')
    await page.getByRole('heading', { name: 'Due versioni' }).waitFor()
    await pressOn(page, 'Confronta: Anagrafica · Nome')
    await page.getByRole('button', { name: 'Tieni questa: Sofia Maria' }).waitFor()
    await showScreen(page, 'due-versioni-1')
    await pressOn(page, 'Scrivine un’altra')
    await page.locator('[data-focus-name="third"]').fill('Sofia Maria Anna')
    await showScreen(page, 'due-versioni-2-terza')
    await pressOn(page, 'Salva')
    await page.getByRole('heading', { name: 'Due versioni' }).waitFor({ state: 'detached' })
    await seeTitle(page, 'Brambilla Sofia Maria Anna')
    const again = await rename(person, 'Sofia')
    await rename(person, 'Sofía', again)
    await look()
    await page.keyboard.press('Alt+3')
    await pressOn(page, 'Apri la cartella di Brambilla')
    await page.getByRole('heading', { name: 'Due versioni' }).waitFor()
    await pressOn(page, 'Confronta: Anagrafica · Nome')
    await pressOn(page, 'Tieni questa: Sofía')
    await page.getByRole('heading', { name: 'Due versioni' }).waitFor({ state: 'detached' })
    await seeTitle(page, 'Brambilla Sofía')
  })
})
