// The assessment of a minor by keyboard: the questions of SINBA, what is still missing, signed.
import { afterEach, describe, expect, it } from 'vitest'
import { chooseAt, pressOn, seeTitle, showScreen, tabTo } from './browser.ts'
import { addPerson, inTheWindow, type Session } from './session.ts'

let session: Session
afterEach(() => session.close())

describe('assessments', () => {
  it('asks the questions of the flow for minors and says what is still missing', async () => {
    session = await inTheWindow()
    const { page, bridge } = session
    const { operator } = await bridge.call<{ operator: string }>('main', 'session.info', {})
    const id = await addPerson(session, 'Colombo', 'Luca', { birth: '2014-05-07' })
    await bridge.call('main', 'cases.open', { people: [id], service: 'TM', responsible: operator, running: { is: 'in_carico', on: '2026-01' } })
    await page.keyboard.press('Alt+3')
    await seeTitle(page, 'Cartelle')
    await pressOn(page, 'Apri la cartella di Colombo Luca')
    await seeTitle(page, 'Colombo Luca')
    await pressOn(page, 'Apri la valutazione')
    await seeTitle(page, 'Valutazione')
    await pressOn(page, 'Nuova valutazione')
    await seeTitle(page, 'Nuova valutazione')
    await tabTo(page, 'SINBA')
    await page.keyboard.press('Space')
    await chooseAt(page, 'SINBA_PROVVEDIMENTO', 'Sì')
    await page.locator('[data-focus-name="order-authority"]').focus()
    await page.keyboard.type('TM Milano')
    await showScreen(page, 'valutazione-1-nuova')
    await page.keyboard.press('Control+Enter')
    await seeTitle(page, 'Valutazione')
    await page.getByText('Per l’invio mancano').waitFor()
    await page.getByText('la data del provvedimento').waitFor()
    await showScreen(page, 'valutazione-2-manca')
    expect(await page.getByText('l’autorità del provvedimento').count()).toBe(0)
    await pressOn(page, 'Cartella sociale')
    await seeTitle(page, 'Colombo Luca')
    await page.getByText(/Mancano \d+ dati/).waitFor()
  })
})
