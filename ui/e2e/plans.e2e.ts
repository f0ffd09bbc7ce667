// The plan of a case by keyboard: written, shared, signed on the screen and by the operator, reviewed.
import { afterEach, describe, expect, it } from 'vitest'
import { pressOn, seeTitle, showScreen, tabTo } from './browser.ts'
import { inTheWindow, type Session } from './session.ts'

let session: Session
afterEach(() => session.close())

const write = async (field: string, text: string) => {
  await session.page.locator(`[data-focus-name="${field}"]`).focus()
  await session.page.keyboard.type(text)
}

async function choose(field: string, letters: string) {
  const { page } = session
  await page.locator(`[data-focus-name="${field}"]`).focus()
  await page.keyboard.press('ArrowDown')
  await page.getByRole('listbox').waitFor()
  await page.keyboard.type(letters)
  await page.keyboard.press('Enter')
}

describe('plans', () => {
  it('a plan is written, shared, signed by the mother on the screen and by the operator, and reviewed', async () => {
    session = await inTheWindow()
    const { page, bridge } = session
    const { operator } = await bridge.call<{ operator: string }>('main', 'session.info', {})
    const { id } = await bridge.call<{ id: string }>('main', 'people.create', { person: { surname: 'Colombo', name: 'Luca', birth: '2014-05-07' }, addresses: [], contacts: [] })
    await bridge.call('main', 'cases.open', { people: [id], service: 'EDMO', responsible: operator, running: { is: 'in_carico', on: '2026-01' } })
    await page.keyboard.press('Alt+3')
    await seeTitle(page, 'Cartelle')
    await pressOn(page, 'Apri la cartella di Colombo Luca')
    await seeTitle(page, 'Colombo Luca')
    await pressOn(page, 'Nuovo progetto')
    await seeTitle(page, 'Nuovo progetto')
    await choose('kind', 'Progetto educativo')
    await write('subject', 'Sostegno ai compiti')
    await write('goal-0', 'Frequenza regolare')
    await pressOn(page, 'Aggiungi chi firma')
    await write('party-1', 'Ferrari Giulia')
    await showScreen(page, 'progetto-1-bozza')
    await page.keyboard.press('Control+Enter')
    await seeTitle(page, 'Progetto educativo · Sostegno ai compiti')
    await pressOn(page, 'Condividi con tutti')
    await page.locator('.badge', { hasText: 'Condiviso' }).waitFor()
    await showScreen(page, 'progetto-2-condiviso')
    await pressOn(page, 'Raccogli la firma: Ferrari Giulia')
    await page.getByRole('dialog').waitFor()
    const pad = await page.locator('.plans-pad').boundingBox()
    if (!pad) throw new Error('no pad to sign on')
    await page.mouse.move(pad.x + 40, pad.y + 40)
    await page.mouse.down()
    await page.mouse.move(pad.x + 120, pad.y + 70, { steps: 6 })
    await page.mouse.move(pad.x + 200, pad.y + 30, { steps: 6 })
    await page.mouse.up()
    await showScreen(page, 'progetto-3-firma')
    await pressOn(page, 'Registra la firma')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await pressOn(page, 'Raccogli la firma: ')
    await page.getByRole('dialog').waitFor()
    await pressOn(page, 'Registra la firma')
    await page.locator('.badge', { hasText: 'Firmato' }).waitFor()
    await pressOn(page, 'Registra una verifica')
    await page.getByRole('dialog').waitFor()
    await write('present', 'Madre, educatrice')
    await choose('outcome-0', 'In parte')
    await showScreen(page, 'progetto-4-verifica')
    await tabTo(page, 'Annulla')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByText('Madre, educatrice').waitFor()
    await showScreen(page, 'progetto-5-firmato')
    await pressOn(page, 'Cartella sociale')
    await seeTitle(page, 'Colombo Luca')
    expect(await page.getByText('il progetto firmato').count()).toBe(0)
  })
})
