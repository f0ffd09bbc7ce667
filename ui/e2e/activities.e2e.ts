// Activities by keyboard alone: a group and no person; a morning in a class with a text for every pupil; the list, one opened.
import { afterEach, describe, expect, it } from 'vitest'
import { chooseIn, pressOn, seeTitle, showScreen, tabTo } from './browser.ts'
import { inTheWindow, type Session } from './session.ts'

let session: Session
afterEach(() => session.close())

const paragraph = (n: number) => session.page.locator('.diary-text').nth(n - 1)

/** A class with two pupils in her charge. */
async function thirdB() {
  const { bridge } = session
  const school = (await bridge.call<{ id: string }>('main', 'schools.save_school', { id: null, school: { name: 'Primaria Mazzini' }, seen: [] })).id
  const { operator, today } = await bridge.call<{ operator: string; today: string }>('main', 'session.info', {})
  const year = Number(today.slice(0, 4)) - (Number(today.slice(5, 7)) >= 9 ? 0 : 1)
  const { id: of } = await bridge.call<{ id: string }>('main', 'schools.save_class', { id: null, class: { school, year, grade: '3', section: 'B' }, seen: [] })
  for (const [surname, name] of [['Brambilla', 'Sofia'], ['El Amrani', 'Yassin']] as const) {
    const { id } = await bridge.call<{ id: string }>('main', 'people.create', { person: { surname, name }, addresses: [], contacts: [] })
    await bridge.call('main', 'people.save_enrolment', { id: null, enrolment: { person: id, year, school, class: of, period: {} }, seen: [] })
    await bridge.call('main', 'cases.open', { people: [id], service: 'AES', responsible: operator })
  }
}

describe('activities', () => {
  it('a group meets: written, signed and listed without any person', async () => {
    session = await inTheWindow()
    const { page } = session
    await page.keyboard.press('Alt+3')
    await seeTitle(page, 'Cartelle')
    await pressOn(page, 'Attività')
    await seeTitle(page, 'Attività')
    await page.getByText('Ancora nessuna attività').waitFor()
    await showScreen(page, 'attivita-1-vuote')
    await pressOn(page, 'Scrivi un’attività')
    await seeTitle(page, 'Azione preventiva')
    await paragraph(1).waitFor()
    await paragraph(1).focus()
    await page.keyboard.type('Incontro sulle regole e gli schermi: undici genitori.')
    await page.locator('[data-focus-name="date"]').fill('oggi')
    await page.keyboard.press('Control+Enter')
    await page.getByText('Indica quale gruppo, classe o scuola.').first().waitFor()
    await page.locator('[data-focus-name="about-group"]').focus()
    await page.keyboard.type('Gruppo genitori del martedì')
    await page.getByText('Leggono: tutto l’ufficio').waitFor()
    await showScreen(page, 'attivita-2-gruppo')
    await page.keyboard.press('Control+Enter')
    await seeTitle(page, 'Attività')
    await pressOn(page, 'Apri Gruppo genitori del martedì')
    await seeTitle(page, 'Azione preventiva · Gruppo genitori del martedì')
    await page.getByText('undici genitori').waitFor()
    await showScreen(page, 'attivita-3-aperta')
  })

  it('a morning in a class: one header, a text for every pupil, signed together, the time counted once', async () => {
    session = await inTheWindow()
    const { page } = session
    await thirdB()
    await page.reload()
    await page.locator('#content').waitFor()
    await page.keyboard.press('Alt+n')
    await paragraph(1).waitFor()
    await chooseIn(page, 'Una persona (la sua cartella)', 'Una scuola')
    await page.locator('[data-focus-name="about-school"]').focus()
    await page.keyboard.type('mazz')
    await page.getByRole('option', { name: /Primaria Mazzini/ }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await chooseIn(page, 'Tutta la scuola', '3B')
    await page.locator('[data-focus-name="minutes"]').fill('90')
    await paragraph(1).focus()
    await page.keyboard.type('Lavoro a piccoli gruppi sulle emozioni.')
    await pressOn(page, 'Aggiungi un testo')
    await page.getByText('Più testi per la stessa attività').waitFor()
    await pressOn(page, 'Un testo per ogni alunno che segui')
    await page.getByText('2 testi aggiunti.').first().waitFor()
    for (const [name, words] of [['Brambilla Sofia', 'Sofia resta ai margini, poi entra nel gioco.'], ['El Amrani Yassin', 'Yassin guida il suo gruppo.']] as const) {
      const own = page.getByRole('region', { name: `Testo per ${name}` })
      await own.locator('.diary-text').first().focus()
      await page.keyboard.type(words)
    }
    await showScreen(page, 'attivita-4-piu-testi')
    await page.keyboard.press('Control+Enter')
    await page.getByText('3 note firmate nel diario.').first().waitFor()

    await page.keyboard.press('Alt+3')
    await pressOn(page, 'Attività')
    await pressOn(page, 'Apri 3B, Primaria Mazzini')
    await page.getByText('90. Contato una volta e diviso tra i testi').waitFor()
    expect(await page.locator('.diary-entry').count()).toBe(3)
    expect(await page.locator('.diary-circumstances', { hasText: '30 min' }).count()).toBe(3)
    await showScreen(page, 'attivita-5-mattina')
    await page.keyboard.press('Alt+3')
    await pressOn(page, 'Apri la cartella di Brambilla Sofia')
    await page.getByText('Sofia resta ai margini').waitFor()
    expect(await page.getByText('Yassin guida').count()).toBe(0)
  })

  it('names who wrote it with her, and never waits for the colleague', async () => {
    session = await inTheWindow()
    const { page, bridge } = session
    await thirdB()
    await bridge.call('main', 'staff.add', { surname: 'Riva', name: 'Paola', qualifica: 'PSICOLOGO' })
    await page.reload()
    await page.locator('#content').waitFor()
    await page.keyboard.press('Alt+3')
    await pressOn(page, 'Apri la cartella di Brambilla Sofia')
    await seeTitle(page, 'Brambilla Sofia')
    await page.keyboard.press('Control+j')
    await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA')
    await page.keyboard.type('Colloquio a due con la madre.')
    await pressOn(page, 'Altri dati')
    await page.locator('[data-focus-name="co-authors"]').focus()
    await page.keyboard.type('riva')
    await page.getByRole('option', { name: /Riva Paola/ }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByText('Riva Paola (da confermare)').waitFor()
    await showScreen(page, 'nota-coautrice')
    await page.keyboard.press('Control+Enter')
    await seeTitle(page, 'Brambilla Sofia')
    await page.getByText('Scritta con Riva Paola (da confermare)').waitFor()
  })

  it('a message left from the list waits in Oggi, and stays among the settled ones', async () => {
    session = await inTheWindow()
    const { page } = session
    await thirdB()
    await page.reload()
    await page.locator('#content').waitFor()
    await page.keyboard.press('Alt+3')
    await pressOn(page, 'Lascia un messaggio · Brambilla Sofia')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.type('La madre chiede di spostare l’incontro di giovedì.')
    await tabTo(page, 'Chi ha chiamato')
    await page.keyboard.type('Marta Brambilla')
    await showScreen(page, 'messaggio-lascia')
    await pressOn(page, 'Lascia il messaggio')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('Alt+1')
    await seeTitle(page, 'Oggi')
    await page.getByText('Messaggi per te (1)').waitFor()
    await showScreen(page, 'oggi-messaggi')
    await pressOn(page, 'Fatto')
    await page.getByText('Nessun messaggio per te.').waitFor()
    await pressOn(page, 'Messaggi già sistemati')
    await page.getByText('spostare l’incontro').waitFor()
  })

  it('what two people wrote at once bears a mark on the line and on the page', async () => {
    session = await inTheWindow()
    const { page, bridge } = session
    const { id } = await bridge.call<{ id: string }>('main', 'people.create', { person: { surname: 'Ferrari', name: 'Anna' }, addresses: [], contacts: [] })
    await bridge.call('main', 'people.save_contact', { id: null, contact: { person: id, kind: 'CELLULARE', value: '333 1234567', period: {} }, protected: false, seen: [] })
    type Details = { details: { person: { seen: string[] }; contacts: { record: { id: string; seen: string[] } }[] } }
    const { details } = await bridge.call<Details>('main', 'people.get', { id })
    const phone = details.contacts[0]?.record
    for (const name of ['Anna Maria', 'Annamaria']) await bridge.call('main', 'people.edit', { id, person: { surname: 'Ferrari', name }, seen: details.person.seen })
    await bridge.call('main', 'people.remove', { person: id, id: phone?.id, reason: 'numero di un’altra' })
    await bridge.call('main', 'people.save_contact', { id: phone?.id, contact: { person: id, kind: 'CELLULARE', value: '333 7654321', period: {} }, protected: false, seen: phone?.seen })
    await page.keyboard.press('Alt+2')
    await page.locator('.badge', { hasText: 'Due versioni' }).waitFor()
    await pressOn(page, 'Apri la scheda di Ferrari Anna')
    await page.getByText('333 7654321').first().waitFor()
    expect(await page.locator('.people-item .badge', { hasText: 'Due versioni' }).count()).toBe(1)
    expect(await page.locator('.page-header .badge', { hasText: 'Due versioni' }).count()).toBe(1)
    await showScreen(page, 'due-versioni')
  })
})
