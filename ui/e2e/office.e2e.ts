// What the office keeps, by keyboard alone: schools with their classes and pupils, the staff, the settings for everybody.
import { afterEach, describe, expect, it } from 'vitest'
import { chooseIn, pressOn, seeTitle, showScreen, tabTo, typeInto } from './browser.ts'
import { inTheWindow, type Session } from './session.ts'

let session: Session
afterEach(() => session.close())

const dialogGone = () => session.page.getByRole('dialog').waitFor({ state: 'detached' })

describe('the office', () => {
  it('keeps its schools; pupils are found by plesso and class', async () => {
    session = await inTheWindow()
    const { page, bridge } = session
    await page.keyboard.press('Alt+2')
    await seeTitle(page, 'Persone')
    await pressOn(page, 'Scuole')
    await seeTitle(page, 'Scuole')
    await page.getByText('Ancora nessuna scuola').waitFor()
    await showScreen(page, 'scuole-1-vuote')
    await pressOn(page, 'Nuovo plesso')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.type('Primaria Mazzini')
    await typeInto(page, 'Istituto comprensivo', 'IC Bonvesin de la Riva')
    await typeInto(page, 'Codice meccanografico', 'sbagliato')
    await page.keyboard.press('Enter')
    await page.getByText('Il codice meccanografico ha 10 caratteri').first().waitFor()
    await showScreen(page, 'scuole-2-plesso')
    await page.locator('[data-focus-name="code"]').fill('MIEE8AB01P')
    await page.keyboard.press('Enter')
    await dialogGone()
    await pressOn(page, 'Apri Primaria Mazzini')
    await seeTitle(page, 'Primaria Mazzini')
    await pressOn(page, 'Aggiungi classe')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.type('3')
    await typeInto(page, 'Sezione', 'b')
    await page.keyboard.press('Enter')
    await dialogGone()
    await page.getByRole('button', { name: 'Mostra gli alunni di 3B' }).waitFor()

    const schools = await bridge.call<{ id: string }[]>('main', 'schools.list', {})
    const school = schools[0]?.id
    const classes = await bridge.call<{ id: string; value: { year: number } }[]>('main', 'schools.classes', { school, year: null })
    for (const [surname, name, inClass] of [['Brambilla', 'Sofia', true], ['El Amrani', 'Yassin', true], ['Colombo', 'Luca', false]] as const) {
      const { id } = await bridge.call<{ id: string }>('main', 'people.create', { person: { surname, name, birth: '2017-03-04' }, addresses: [], contacts: [] })
      const enrolment = { person: id, year: classes[0]?.value.year, school, class: inClass ? classes[0]?.id : null, period: {} }
      await bridge.call('main', 'people.save_enrolment', { id: null, enrolment, seen: [] })
    }
    await page.reload()
    await page.locator('#content').waitFor()
    await page.keyboard.press('Alt+2')
    await pressOn(page, 'Scuole')
    await pressOn(page, 'Apri Primaria Mazzini')
    await page.getByRole('button', { name: 'Apri la scheda di Colombo Luca' }).waitFor()
    await showScreen(page, 'scuole-3-plesso')
    await pressOn(page, 'Mostra gli alunni di 3B')
    await page.getByRole('button', { name: 'Apri la scheda di Colombo Luca' }).waitFor({ state: 'detached' })
    await pressOn(page, 'Apri la scheda di Brambilla Sofia')
    await seeTitle(page, 'Brambilla Sofia')
  })

  it('keeps its staff, and lets nobody take her own rights away', async () => {
    session = await inTheWindow()
    const { page } = session
    await page.keyboard.press('Alt+2')
    await seeTitle(page, 'Persone')
    await pressOn(page, 'Personale')
    await seeTitle(page, 'Personale')
    await pressOn(page, 'Aggiungi operatore')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.type('Riva')
    await page.keyboard.press('Enter')
    await page.getByText('Servono il cognome e la qualifica.').first().waitFor()
    await typeInto(page, 'Nome', 'Paola')
    await chooseIn(page, 'Scegli', 'Psicologa')
    await tabTo(page, 'TM · Tutela minori')
    await page.keyboard.press('Space')
    await showScreen(page, 'personale-1-operatore')
    await pressOn(page, 'Salva')
    await dialogGone()
    await page.getByRole('button', { name: 'Modifica Riva Paola' }).waitFor()
    await showScreen(page, 'personale-2-elenco')
    await pressOn(page, 'Modifica Colombo Elena')
    await page.getByRole('dialog').waitFor()
    await typeInto(page, 'Ultimo giorno', '1/1/2020')
    await pressOn(page, 'Salva')
    await page.getByText('Con questi dati non potresti più cambiare il personale').waitFor()
    await page.keyboard.press('Escape')
    await dialogGone()
  })

  it('says for everybody after how many days a note is late', async () => {
    session = await inTheWindow()
    const { page, bridge } = session
    await page.keyboard.press('Alt+6')
    await seeTitle(page, 'I miei dati su questo computer')
    await chooseIn(page, 'più di 3 giorni dopo', 'dopo')
    await page.getByText('Impostazione salvata.').first().waitFor()
    const { late_after_days } = await bridge.call<{ late_after_days: number }>('main', 'office.settings', {})
    expect(late_after_days).toBe(0)
    await showScreen(page, 'i-miei-dati-ufficio')
  })
})
