// A week of tutela minori by keyboard alone: the order comes in, the case is assigned, the plan is written and signed, a visit
// made and written, the report goes to the court, and in the end everything goes to the office.
import { afterEach, describe, expect, it } from 'vitest'
import { chooseAt, chooseIn, pressOn, seeTitle, showScreen, tabTo, typeAt, typeInto } from './browser.ts'
import { joined, startHub, type Hub } from './hub.ts'
import { addPerson, inTheWindow, type Session } from './session.ts'

let session: Session
let hub: Hub | null = null
afterEach(async () => {
  await session.close()
  await hub?.stop()
  hub = null
})

const call = <O>(name: string, input: object) => session.bridge.call<O>('main', name, input)

/** Anna and her sister, reported and nobody's yet; the psychologist of the service. Who works alone in a small comune coordinates, too. */
async function reported() {
  const [herself] = await call<{ id: string; form: object; seen: string[] }[]>('staff.list', {})
  await call('staff.change', { ...herself, form: { ...herself?.form, further_roles: ['COORDINATORE'] } })
  const people = [
    await addPerson(session, 'Ferri', 'Anna', { birth: '2014-05-07', sex: 'F' }),
    await addPerson(session, 'Ferri', 'Giada', { birth: '2017-09-21', sex: 'F' }),
  ]
  await call('cases.open', { people, service: 'TM', responsible: null })
  await call('staff.add', { surname: 'Riva', name: 'Paola', qualifica: 'PSICOLOGO' })
}

/** Her file, from wherever she is. */
async function openFile() {
  const { page } = session
  await page.keyboard.press('Alt+3')
  await seeTitle(page, 'Cartelle')
  await pressOn(page, 'Apri la cartella di Ferri Anna')
  await seeTitle(page, 'Ferri Anna')
}

const dialogGone = () => session.page.getByRole('dialog').waitFor({ state: 'detached' })

/** The order of the open dialog: the last button says yes. */
async function agree() {
  const { page } = session
  await tabTo(page, 'Annulla')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await dialogGone()
}

/** Her file at what the courts asked. */
async function openCourt() {
  const { page } = session
  await openFile()
  await page.getByRole('tab', { name: 'Autorità giudiziaria' }).waitFor()
  await tabTo(page, 'Diario')
  await page.keyboard.press('ArrowRight')
  await page.getByRole('button', { name: 'Registra provvedimento' }).waitFor()
}

/** Monday: one PEC, two sisters, four dates, a mandate. */
async function receive() {
  const { page } = session
  await openCourt()
  await pressOn(page, 'Registra provvedimento')
  await seeTitle(page, 'Registra provvedimento')
  await tabTo(page, 'Ferri Giada')
  await page.keyboard.press('Space')
  await chooseIn(page, 'Scegli', 'Monitoraggio')
  await chooseIn(page, 'Scegli', 'Tribunale per i minorenni di Mi')
  await typeInto(page, 'Numero (R.G., cronologico)', 'R.G. 1450/2026')
  await typeInto(page, 'Con le parole del provvedimento', 'Monitoraggio del nucleo e relazione di aggiornamento')
  await typeInto(page, 'A quale servizio', 'Servizio tutela minori')
  await pressOn(page, 'Registra')
  await seeTitle(page, 'Ferri Anna')
  await page.getByText('Per 2 minori').waitFor()
}

/** Monday, too: she takes the case, with the psychologist. */
async function assign() {
  const { page } = session
  await pressOn(page, 'Assegna')
  await page.getByRole('dialog').waitFor()
  await chooseAt(page, 'operator', 'Colombo')
  await showScreen(page, 'settimana-1-assegna')
  await agree()
  await page.locator('.section', { hasText: 'Responsabile' }).getByRole('button', { name: 'Assegna', exact: true }).last().press('Enter')
  await page.getByRole('dialog').waitFor()
  await chooseAt(page, 'assign-role', 'Psicolog')
  await chooseAt(page, 'operator', 'Riva')
  await agree()
  await page.locator('.badge', { hasText: 'Assegnato' }).first().waitFor()
}

/** Tuesday: the plan, with a goal, shared and signed by her; the mother signed it on paper. */
async function plan() {
  const { page } = session
  await pressOn(page, 'Nuovo progetto')
  await seeTitle(page, 'Nuovo progetto')
  await chooseAt(page, 'kind', 'Progetto quadro')
  await typeAt(page, 'subject', 'Sostegno alla madre e osservazione delle bambine')
  await typeAt(page, 'goal-0', 'Le bambine frequentano la scuola tutti i giorni')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: 'Condividi con tutti' }).waitFor()
  await pressOn(page, 'Condividi con tutti')
  await page.locator('.badge', { hasText: 'Condiviso' }).waitFor()
  await pressOn(page, 'Raccogli la firma: ')
  await page.getByRole('dialog').waitFor()
  await pressOn(page, 'Registra la firma')
  await page.locator('.badge', { hasText: 'Firmato' }).waitFor()
}

/** Wednesday: the visit, chosen, prepared and written on the calm page. */
async function visit() {
  const { page } = session
  await page.keyboard.press('Alt+4')
  await seeTitle(page, 'Agenda')
  await pressOn(page, 'Prepara visita')
  await seeTitle(page, 'Prepara visita')
  await page.getByRole('checkbox', { name: /Ferri Anna/ }).press('Space')
  await page.keyboard.press('Control+Enter')
  await seeTitle(page, 'Foglio della visita')
  await page.getByText('Relazione al Tribunale per i minorenni').first().waitFor()
  await pressOn(page, 'Scrivi la visita')
  await seeTitle(page, 'Visita domiciliare')
  await pressOn(page, 'Comincia')
  await page.getByText('In corso da 0 min').waitFor()
  await tabTo(page, 'Frasi pronte')
  await page.keyboard.press('Enter')
  await pressOn(page, 'Il minore è stato visto da solo.')
  await page.getByText('(1 di').waitFor()
  await pressOn(page, 'Finisci')
  await page.getByText(/Dalle \d\d:\d\d alle/).waitFor()
  await page.keyboard.press('Control+Enter')
  await Promise.race([seeTitle(page, 'Foglio della visita'), page.locator('[role=alert]').waitFor()])
  expect(await page.locator('[role=alert]').allTextContents()).toEqual([])
}

/** Thursday: the report to the court, from the mandate to its sending; the clock of the mandate stops. */
async function report() {
  const { page } = session
  await openCourt()
  await pressOn(page, 'Inizia la relazione')
  await page.getByRole('dialog').waitFor()
  await agree()
  await seeTitle(page, 'Relazione')
  await page.getByText('Monitoraggio del nucleo e relazione di aggiornamento').first().waitFor()
  await pressOn(page, 'Classifica e includi')
  await page.getByRole('button', { name: 'Classifica e includi' }).waitFor({ state: 'detached' })
  await typeInto(page, 'Proposte', 'Si propone la prosecuzione del monitoraggio.')
  await pressOn(page, 'Salva per tutti')
  await page.getByText('Salvato per chi lavora al caso.').waitFor()
  await showScreen(page, 'settimana-2-relazione')
  await pressOn(page, 'Approvata su carta o dispensata')
  await page.getByRole('dialog').waitFor()
  await tabTo(page, 'Salva')
  await page.keyboard.press('Enter')
  await dialogGone()
  await pressOn(page, 'Firma la relazione')
  await page.getByText('Impronta del PDF').waitFor()
  await pressOn(page, 'Protocolla')
  await page.getByRole('dialog').waitFor()
  await typeInto(page, 'Numero di protocollo', '77/2026')
  await page.keyboard.press('Enter')
  await dialogGone()
  await pressOn(page, 'Registra invio')
  await page.getByRole('dialog').waitFor()
  await agree()
  await page.getByText('Inviata il').waitFor()
  await openCourt()
  await page.getByText(/Adempiuto il/).first().waitFor()
}

/** Friday: the laptop joins the office, and nothing waits any more. */
async function send() {
  const { page } = session
  hub = await startHub()
  await joined(session, hub, hub.hire('Colombo', 'Elena').code)
  await page.keyboard.press('Alt+5')
  await seeTitle(page, 'Invio all’ufficio')
  await page.getByText(/voci confermate dall’ufficio, stessa impronta/).first().waitFor()
  await page.locator('.office-state').filter({ hasText: 'Tutto inviato' }).waitFor()
  await showScreen(page, 'settimana-3-inviato')
}

describe('a week of tutela minori', () => {
  it('goes from the order to the office by keyboard', async () => {
    session = await inTheWindow()
    await reported()
    await receive()
    await assign()
    await plan()
    await visit()
    await report()
    await send()
  })
})
