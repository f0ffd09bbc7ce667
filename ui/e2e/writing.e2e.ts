// A note from anywhere by keyboard alone; locked in the middle of a sentence, it is there again, cursor and all.
import { afterEach, describe, expect, it } from 'vitest'
import { seeTitle, showScreen, until } from './browser.ts'
import { inTheWindow, PASSPHRASE, type Session } from './session.ts'

let session: Session
afterEach(() => session.close())

const FIRST = 'La madre telefona: Luca non è andato a scuola.'
const SECOND = 'Chiede un incontro con l’insegnante.'

describe('a note of the diary', () => {
  it('starts with one stroke and survives the lock to the letter', async () => {
    session = await inTheWindow()
    const { page } = session
    await showScreen(page, 'oggi')
    await page.keyboard.press('Control+j')
    const paragraphs = page.locator('textarea')
    await paragraphs.first().waitFor()
    // The cursor stands in the text: not one key more.
    await until(page, () => document.activeElement?.tagName === 'TEXTAREA')
    await page.keyboard.type(FIRST)
    await page.keyboard.press('Enter')
    await page.keyboard.type(SECOND)
    await page.keyboard.press('ArrowLeft')
    await showScreen(page, 'nota')
    await page.keyboard.press('Control+l')

    await seeTitle(page, 'Sblocca l’archivio')
    await page.keyboard.type(PASSPHRASE)
    await page.keyboard.press('Enter')
    await until(page, (text) => (document.activeElement as HTMLTextAreaElement | null)?.value === text, SECOND)
    expect(await paragraphs.first().inputValue()).toBe(FIRST)
    const cursor = await page.evaluate(() => (document.activeElement as HTMLTextAreaElement).selectionStart)
    expect(cursor).toBe(SECOND.length - 1)
  })
})
