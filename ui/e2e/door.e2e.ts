// The door by keyboard alone: create, lock, wrong phrase, unlock; and the window finds its page again.
import { afterEach, describe, expect, it } from 'vitest'
import { focused, pressOn, seeTitle, showScreen, tabTo, until } from './browser.ts'
import { atTheDoor, inTheWindow, PASSPHRASE, type Session } from './session.ts'

let session: Session
afterEach(() => session.close())

describe('the door', () => {
  it('makes an archive by keyboard alone, each page accessible', async () => {
    session = await atTheDoor()
    const { page } = session
    await seeTitle(page, 'Crea il tuo archivio')
    await showScreen(page, 'porta-1-chi-sei')
    await tabTo(page, 'Nome')
    await page.keyboard.type('Elena')
    await tabTo(page, 'Cognome')
    await page.keyboard.type('Colombo')
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowDown')
    await page.getByRole('listbox').waitFor()
    await page.keyboard.type('Assistente')
    await page.keyboard.press('Enter')
    await pressOn(page, 'Avanti')

    const words = page.locator('.phrase-words li')
    await words.first().waitFor()
    await showScreen(page, 'porta-2-frase')
    const phrase = (await words.allTextContents()).join(' ')
    expect(phrase.split(' ')).toHaveLength(5)
    await pressOn(page, 'L’ho scritta')
    await page.getByLabel(/^Riscrivi la frase/).waitFor()
    expect(await page.getByText(phrase.split(' ')[2] ?? '?', { exact: true }).count()).toBe(0)
    await tabTo(page, 'Riscrivi la frase')
    await page.keyboard.type(phrase)
    await page.keyboard.press('Enter')

    await page.getByText('Uso la chiave di recupero').waitFor()
    await tabTo(page, 'Uso la chiave')
    await page.keyboard.press('ArrowDown')
    await pressOn(page, 'Crea l’archivio')
    await page.getByText(/^Errore: spunta la casella/).waitFor()
    await showScreen(page, 'porta-3-recupero')
    await tabTo(page, 'Ho capito')
    await page.keyboard.press('Space')
    await pressOn(page, 'Crea l’archivio')
    await page.locator('#content').waitFor()
    expect(page.url()).toContain('index.html')
  })

  it('locks, refuses a wrong phrase, and comes back to the same page and cursor', async () => {
    session = await inTheWindow()
    const { page } = session
    await page.keyboard.press('Alt+6')
    await seeTitle(page, 'I miei dati su questo computer')
    await pressOn(page, 'Fai una copia adesso')
    await page.locator('.toast').waitFor()
    await showScreen(page, 'i-miei-dati')
    await page.locator('[data-focus-name="idle"]').focus()
    await page.keyboard.press('Control+l')

    await seeTitle(page, 'Sblocca l’archivio')
    await page.keyboard.type('una frase sbagliata')
    await page.keyboard.press('Enter')
    await page.getByText(/^Errore: La frase non è giusta/).waitFor()
    await showScreen(page, 'porta-sblocca')
    await tabTo(page, 'Frase di accesso')
    await page.keyboard.type(PASSPHRASE)
    await page.keyboard.press('Enter')

    await seeTitle(page, 'I miei dati su questo computer')
    await until(page, () => document.activeElement?.getAttribute('data-focus-name') === 'idle')
  })

  it('goes back to a copy', async () => {
    session = await inTheWindow()
    const { page, bridge } = session
    await bridge.call('main', 'archive.backup', {})
    await page.keyboard.press('Control+l')
    await seeTitle(page, 'Sblocca l’archivio')
    await pressOn(page, 'Ripristina una copia')
    await page.getByRole('radio').first().waitFor()
    await showScreen(page, 'porta-ripristina')
    await tabTo(page, 'Frase di accesso')
    await page.keyboard.type(PASSPHRASE)
    await page.keyboard.press('Enter')
    await page.locator('#content').waitFor()
  })
})

describe('the window', () => {
  it('opens find, shortcuts and the idle notice over any page, and gives the focus back', async () => {
    session = await inTheWindow()
    const { page } = session
    await showScreen(page, 'finestra')
    await tabTo(page, 'Persone')
    await page.keyboard.press('Control+k')
    await page.getByRole('searchbox').waitFor()
    await page.keyboard.type('colombo')
    await page.getByText('Nessun risultato per «colombo»').waitFor()
    await showScreen(page, 'trova-niente')
    await page.keyboard.press('Escape')
    await page.getByRole('searchbox').waitFor({ state: 'detached' })
    expect(await focused(page)).toBe('Persone')
    await page.keyboard.press('F1')
    await page.getByRole('dialog').waitFor()
    await showScreen(page, 'scorciatoie')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  it('gives thirty seconds’ notice before it locks, and stays when she says so', async () => {
    session = await inTheWindow()
    const { page, bridge } = session
    await bridge.call('main', 'session.change_settings', { idle_minutes: 1 })
    await page.clock.install()
    await page.reload()
    await page.locator('#content').waitFor()
    await page.clock.runFor(31_000)
    await page.getByRole('alertdialog').waitFor()
    await showScreen(page, 'sei-ancora-qui')
    expect(await focused(page)).toBe('Continua a lavorare')
    await page.keyboard.press('Enter')
    await page.getByRole('alertdialog').waitFor({ state: 'detached' })
    await page.clock.runFor(31_000)
    await page.getByRole('alertdialog').waitFor()
    await page.clock.runFor(31_000)
    await seeTitle(page, 'Sblocca l’archivio')
  })
})
