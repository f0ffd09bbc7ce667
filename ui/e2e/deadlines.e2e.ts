// Deadlines: a birthday about to make a boy of age is the same in the case, in Oggi and in the agenda, and is decided about by keyboard.
import { afterEach, describe, expect, it } from 'vitest'
import { pressOn, seeTitle, showScreen } from './browser.ts'
import { addPerson, inTheWindow, type Session } from './session.ts'

let session: Session
afterEach(() => session.close())

const NAME = 'Maggiore età'

/** A case of tutela minori of a boy who comes of age in three days. */
async function aboutToComeOfAge() {
  const { operator, today } = await session.bridge.call<{ operator: string; today: string }>('main', 'session.info', {})
  const day = new Date(Date.parse(today) + 3 * 86_400_000).toISOString().slice(0, 10)
  const boy = await addPerson(session, 'Colombo', 'Luca', { birth: `${Number(day.slice(0, 4)) - 18}${day.slice(4)}`, sex: 'M' })
  await session.bridge.call('main', 'cases.open', { people: [boy], service: 'TM', responsible: operator })
  return day
}

const shown = (iso: string) => iso.split('-').reverse().join('/')

describe('deadlines', () => {
  it('says when, why, and keeps what is decided', async () => {
    session = await inTheWindow()
    const { page } = session
    const day = await aboutToComeOfAge()
    await page.reload()
    await seeTitle(page, 'Oggi')
    await page.getByRole('button', { name: NAME }).waitFor()
    await showScreen(page, 'scadenze-1-oggi')
    await page.getByRole('button', { name: NAME }).press('Enter')
    await seeTitle(page, 'Colombo Luca')
    const section = page.locator('.cases-aside .section', { hasText: 'Scadenze' }).first()
    await section.getByText('Scade tra 3 giorni').waitFor()
    expect(await section.getByText(shown(day)).count()).toBe(1)
    await section.getByText('Perché questa data').press('Enter')
    await section.getByText(/18 anni dal .* \(nascita\)/).waitFor()
    await showScreen(page, 'scadenze-2-cartella')
    await section.getByRole('button', { name: `Azioni: ${NAME}` }).press('Enter')
    await page.getByRole('menuitem', { name: 'Modifica termine (motivo)' }).press('Enter')
    await page.getByRole('dialog').waitFor()
    await pressOn(page, 'Registra')
    await page.getByText('Scrivi il motivo.').waitFor()
    await showScreen(page, 'scadenze-3-modifica')
    await page.getByRole('textbox', { name: 'Motivo' }).fill('prosieguo chiesto al tribunale')
    await pressOn(page, 'Registra')
    await page.getByText('Registrato: la scadenza è aggiornata.').first().waitFor()
    await section.getByText('Data decisa a mano', { exact: false }).waitFor()
    await page.keyboard.press('Alt+4')
    await seeTitle(page, 'Agenda')
    await page.getByRole('button', { name: 'Salva per il calendario' }).waitFor()
  })
})
