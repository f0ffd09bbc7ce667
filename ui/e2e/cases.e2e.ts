// Cases by keyboard: opened for brothers and sisters, found in the list, moved from state to state, each page accessible.
import { afterEach, describe, it } from 'vitest'
import { pressOn, seeTitle, showScreen, tabTo } from './browser.ts'
import { inTheWindow, type Session } from './session.ts'

let session: Session
afterEach(() => session.close())

const person = async (surname: string, name: string, birth: string, sex: 'F' | 'M') => {
  const { id } = await session.bridge.call<{ id: string }>('main', 'people.create', { person: { surname, name, birth, sex }, addresses: [], contacts: [] })
  return id
}
const tie = (one: string, other: string, kind: string) =>
  session.bridge.call('main', 'people.save_relation', { id: null, one, other, kind, bond: null, period: {}, caregiver: null, note: null, seen: [] })

/** Luca with his sister and parents. */
async function family() {
  const luca = await person('Colombo', 'Luca', '2014-05-07', 'M')
  const sara = await person('Colombo', 'Sara', '2016-09-21', 'F')
  const mother = await person('Ferrari', 'Giulia', '1985-02-11', 'F')
  const father = await person('Colombo', 'Marco', '1982', 'M')
  await tie(luca, sara, 'FRATELLO')
  await tie(luca, mother, 'MADRE')
  await tie(luca, father, 'PADRE')
  const stays = [luca, sara, mother].map((one) => ({ person: one, period: {}, group: 'CONVIVENTE', holder: one === mother }))
  await session.bridge.call('main', 'people.save_household', { id: null, person: luca, household: { kind: 'DI_FATTO', label: null, members: stays, note: null }, seen: [] })
  return { luca, sara, mother, father }
}

describe('cases', () => {
  it('begins with an empty list that says what to do', async () => {
    session = await inTheWindow()
    const { page } = session
    await page.keyboard.press('Alt+3')
    await seeTitle(page, 'Cartelle')
    await page.getByText('Aprine una per cominciare').waitFor()
    await showScreen(page, 'cartelle-1-vuote')
  })

  it('opens one for a boy and his sister by keyboard, and walks it through its states', async () => {
    session = await inTheWindow()
    const { page, bridge } = session
    await family()
    await bridge.call('main', 'staff.add', { surname: 'Riva', name: 'Paola', qualifica: 'PSICOLOGO' })
    await page.keyboard.press('Alt+3')
    await seeTitle(page, 'Cartelle')
    await pressOn(page, 'Apri cartella sociale')
    await seeTitle(page, 'Apri cartella sociale')
    await tabTo(page, 'Persona')
    await page.keyboard.type('colombo lu')
    await page.getByRole('option', { name: /Colombo Luca/ }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByText('Fratelli e sorelle').waitFor()
    await tabTo(page, 'Colombo Sara')
    await page.keyboard.press('Space')
    await tabTo(page, 'Ferrari Giulia')
    await page.keyboard.press('Space')
    await tabTo(page, 'Scegli')
    await page.keyboard.press('ArrowDown')
    await page.getByRole('listbox').waitFor()
    await page.keyboard.type('Tutela')
    await page.keyboard.press('Enter')
    await tabTo(page, 'Nessuno, per ora')
    await page.keyboard.press('ArrowDown')
    await page.getByRole('listbox').waitFor()
    await page.keyboard.type('Riva')
    await page.keyboard.press('Enter')
    await showScreen(page, 'cartelle-2-apri')
    await pressOn(page, 'Apri')
    await seeTitle(page, 'Cartelle')
    await page.getByRole('button', { name: 'Apri la cartella di Colombo Luca' }).waitFor()
    await showScreen(page, 'cartelle-3-elenco')

    await pressOn(page, 'Apri la cartella di Colombo Luca')
    await seeTitle(page, 'Colombo Luca')
    await page.getByText('Vive con').first().waitFor()
    await showScreen(page, 'cartelle-4-cartella')
    await pressOn(page, 'Avvia la valutazione')
    await page.getByRole('dialog').waitFor()
    await tabTo(page, 'Annulla')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await pressOn(page, 'Prendi in carico')
    await page.getByRole('dialog').waitFor()
    await tabTo(page, 'Annulla')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText(/Prima serve/).waitFor()
    await showScreen(page, 'cartelle-5-manca')
    await page.keyboard.press('Escape')
    await page.locator('.badge', { hasText: 'In valutazione' }).first().waitFor()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await pressOn(page, 'Accessi alla cartella')
    await seeTitle(page, 'Accessi alla cartella')
    await page.getByRole('table').waitFor()
    await showScreen(page, 'cartelle-6-accessi')
  })
})
