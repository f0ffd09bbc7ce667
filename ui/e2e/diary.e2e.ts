// The diary by keyboard alone: written from anywhere, safe over the lock, signed, corrected, annulled; agenda and Oggi.
import { afterEach, describe, expect, it } from 'vitest'
import { pressOn, seeTitle, showScreen, tabTo } from './browser.ts'
import { inTheWindow, PASSPHRASE, type Session } from './session.ts'

let session: Session
afterEach(() => session.close())

/** A case of an invented child, in her charge; answers its id. */
async function openCase(surname: string): Promise<string> {
  const { bridge } = session
  const person = (await bridge.call('main', 'people.create', {
    person: { surname, name: 'Luca' },
    addresses: [],
    contacts: [],
    draft: null,
  })) as { id: string }
  const { operator } = (await bridge.call('main', 'session.info', {})) as { operator: string }
  const opened = (await bridge.call('main', 'cases.open', { people: [person.id], service: 'AES', responsible: operator })) as { cases: string[] }
  const [id] = opened.cases
  if (!id) throw new Error('no case')
  return id
}

const paragraph = (n: number) => session.page.locator('.diary-text').nth(n - 1)
const cursorIn = (n: number) => paragraph(n).evaluate((area) => area === document.activeElement)

describe('the diary', () => {
  it('starts from anywhere with two keys, is safe over the lock, and waits in Oggi to be placed', async () => {
    session = await inTheWindow()
    const { page, bridge } = session
    await page.keyboard.press('Alt+n')
    await paragraph(1).waitFor()
    await expect.poll(() => cursorIn(1)).toBe(true)
    await page.keyboard.type('Chiama la nonna di un bambino.')
    await page.keyboard.press('Enter')
    await page.keyboard.type('/rDice che il padre è tornato.')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Richiamo domani.')
    await page.keyboard.press('Control+6')
    expect(await page.locator('.diary-category').allTextContents()).toEqual(expect.arrayContaining(['Riferito', 'Decisione']))
    await page.getByText(/Bozza – la vedi solo tu · salvata \d/).waitFor()
    await showScreen(page, 'diario-scrivi')

    await page.keyboard.press('Control+l')
    await seeTitle(page, 'Sblocca l’archivio')
    await page.keyboard.type(PASSPHRASE)
    await page.keyboard.press('Enter')
    await paragraph(2).waitFor()
    expect(await paragraph(2).inputValue()).toBe('Dice che il padre è tornato.')

    await page.keyboard.press('Control+Enter')
    await page.getByText('Nota firmata nel diario.').first().waitFor()
    await seeTitle(page, 'Oggi')
    await page.getByText('Note firmate che aspettano la loro cartella.').waitFor()
    await showScreen(page, 'oggi-da-collocare')

    const id = await openCase('Ferrari')
    const waiting = (await bridge.call('main', 'today.today', {})) as { to_place: { id: string }[] }
    await bridge.call('main', 'diary.place', { entry: waiting.to_place[0]?.id, files: [id] })
    const placed = (await bridge.call('main', 'diary.list', { case: id })) as { entries: { segments: { text: string }[] }[] }
    expect(placed.entries[0]?.segments.map((one) => one.text)).toEqual(['Chiama la nonna di un bambino.', 'Dice che il padre è tornato.', 'Richiamo domani.'])
  })

  it('refuses an empty note in words, signs in a case, corrects and annuls beside the text', async () => {
    session = await inTheWindow()
    const { page } = session
    await openCase('Colombo')
    await page.keyboard.press('Alt+n')
    await paragraph(1).waitFor()
    await page.locator('[data-focus-name="file"]').focus()
    await page.keyboard.type('colombo')
    await page.getByRole('option', { name: /Colombo Luca/ }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.locator('.diary-chip').first().waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByText('Scrivi almeno una riga, o indica l’esito di un tentativo.').waitFor()
    await showScreen(page, 'diario-manca-qualcosa')
    await paragraph(1).focus()
    await page.keyboard.type('La maestra segnala tre assenze.')
    await page.keyboard.press('Control+Enter')
    await page.getByText('Nota firmata nel diario.').first().waitFor()

    await page.keyboard.press('Alt+3')
    await seeTitle(page, 'Cartelle')
    await page.getByText('Colombo Luca').first().click()
    await page.keyboard.press('Enter')
    await page.locator('.diary-entry').waitFor()
    await page.locator('.diary-entry-header').getByRole('button').press('Enter')
    await page.getByRole('menuitem', { name: 'Rettifica' }).press('Enter')
    await tabTo(page, 'Motivo')
    await page.keyboard.type('Erano due')
    await tabTo(page, 'Si legga invece')
    await page.keyboard.type('La maestra segnala due assenze.')
    await showScreen(page, 'diario-rettifica')
    await pressOn(page, 'Firma la rettifica')
    await page.locator('.diary-rectification').waitFor()
    await showScreen(page, 'diario-cartella')
    expect(await page.locator('.diary-words').first().textContent()).toBe('La maestra segnala tre assenze.')
  })

  it('turns an appointment into its note, or into one that did not happen', async () => {
    session = await inTheWindow()
    const { page, bridge } = session
    const id = await openCase('Villa')
    const { today } = (await bridge.call('main', 'session.info', {})) as { today: string }
    const at = (what: string) => ({ slot: { on: today, starts: '00:05', ends: '00:35' }, kind: 'VISITA_DOMICILIARE', what, participants: [], cases: [id], operators: [] })
    await bridge.call('main', 'agenda.create', at('Visita a casa'))
    await bridge.call('main', 'agenda.create', at('Altra visita'))
    await page.keyboard.press('Alt+4')
    await seeTitle(page, 'Agenda')
    await page.getByText('Visita a casa').waitFor()
    await showScreen(page, 'agenda-settimana')
    await pressOn(page, 'Visita a casa')
    await seeTitle(page, 'Appuntamento')
    await showScreen(page, 'agenda-appuntamento')
    await page.keyboard.press('Alt+4')
    await seeTitle(page, 'Agenda')
    await pressOn(page, 'Non avvenuto')
    await page.getByRole('radio', { name: 'Assente' }).press('Space')
    await showScreen(page, 'agenda-non-avvenuto')
    await pressOn(page, 'Segna come non avvenuto')
    await page.getByText('Appuntamento segnato come non avvenuto.').first().waitFor()
    await pressOn(page, 'Scrivi la nota')
    await seeTitle(page, 'Visita domiciliare')
    await page.locator('.diary-chip').first().waitFor()
    expect(await page.locator('[data-focus-name="time"]').inputValue()).toBe('00:05')
    await page.keyboard.press('Alt+1')
    await seeTitle(page, 'Oggi')
    await page.getByText('1 bozza da firmare').waitFor()
    await showScreen(page, 'oggi')
    await page.keyboard.press('Alt+4')
    await page.getByRole('radio', { name: 'Mese' }).or(page.getByText('Mese')).first().click()
    await page.locator('.agenda-month').waitFor()
    await showScreen(page, 'agenda-mese')
  })
})
