// Files by keyboard: the paper of an order chosen while it is registered, shown by pages inside the window; a picture on a note.
import { afterEach, describe, expect, it } from 'vitest'
import { choosing, pressOn, seeTitle, showScreen, tabTo, until } from './browser.ts'
import { addPerson, inTheWindow, PASSPHRASE, type Session } from './session.ts'

let session: Session
afterEach(() => session.close())

/** A PDF of two pages with a word each. */
function pdf(words: readonly string[]): Buffer {
  const bodies = ['<</Type/Catalog/Pages 2 0 R>>', `<</Type/Pages/Count ${String(words.length)}/Kids[${words.map((_, at) => `${String(4 + at * 2)} 0 R`).join(' ')}]>>`, '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>']
  words.forEach((word, at) => {
    const text = `BT /F1 24 Tf 72 700 Td (${word}) Tj ET`
    bodies.push(`<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents ${String(5 + at * 2)} 0 R>>`, `<</Length ${String(text.length)}>>stream\n${text}\nendstream`)
  })
  let out = '%PDF-1.4\n'
  const places = bodies.map((body, at) => {
    const place = out.length
    out += `${String(at + 1)} 0 obj${body}endobj\n`
    return place
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const start = out.length
  return Buffer.from(`${out}xref\n0 ${String(bodies.length + 1)}\n0000000000 65535 f \n${table}trailer<</Size ${String(bodies.length + 1)}/Root 1 0 R>>\nstartxref\n${String(start)}\n%%EOF`, 'latin1')
}

const call = <O = { id: string }>(name: string, input: object) => session.bridge.call<O>('main', name, input)

describe('files', () => {
  it('come in with an order and are shown by pages inside the window', async () => {
    session = await inTheWindow()
    const { page } = session
    const anna = await addPerson(session, 'Ferri', 'Anna', { birth: '2014-05-07', sex: 'F' })
    const { operator } = await call<{ operator: string }>('session.info', {})
    const { cases } = await call<{ cases: string[] }>('cases.open', { people: [anna], service: 'TM', responsible: operator, running: { is: 'in_carico', on: '2026-01-12' } })
    await page.keyboard.press('Alt+3')
    await seeTitle(page, 'Cartelle')
    await pressOn(page, 'Apri la cartella di Ferri Anna')
    await seeTitle(page, 'Ferri Anna')
    await page.getByRole('tab', { name: 'Autorità giudiziaria' }).waitFor()
    await tabTo(page, 'Diario')
    await page.keyboard.press('ArrowRight')
    await pressOn(page, 'Registra provvedimento')
    await seeTitle(page, 'Registra provvedimento')
    await tabTo(page, 'Scegli')
    await page.keyboard.press('ArrowDown')
    await page.getByRole('listbox').waitFor()
    await page.keyboard.type('Monitoraggio')
    await page.keyboard.press('Enter')
    const chooser = await choosing(page, 'Scegli il file')
    await chooser.setFiles({ name: 'Decreto 812.pdf', mimeType: 'application/pdf', buffer: pdf(['Dispone il monitoraggio', 'Fissa la prossima udienza']) })
    await page.getByText('Decreto 812.pdf').waitFor()
    await showScreen(page, 'allegati-1-registra')
    // Locked before it is registered: she is told that the file must be chosen again, and nothing is registered without it.
    await page.keyboard.press('Control+l')
    await seeTitle(page, 'Sblocca l’archivio')
    await page.keyboard.type(PASSPHRASE)
    await page.keyboard.press('Enter')
    await seeTitle(page, 'Registra provvedimento')
    await page.getByText('Avevi scelto Decreto 812.pdf').waitFor()
    await showScreen(page, 'allegati-1-di-nuovo')
    await page.getByRole('button', { name: 'Registra', exact: true }).press('Enter')
    await until(page, `document.activeElement?.textContent === 'Non allegare Decreto 812.pdf'`)
    const again = await choosing(page, 'Scegli il file')
    await again.setFiles({ name: 'Decreto 812.pdf', mimeType: 'application/pdf', buffer: pdf(['Dispone il monitoraggio', 'Fissa la prossima udienza']) })
    await page.getByText('Avevi scelto').waitFor({ state: 'detached' })
    await pressOn(page, 'Registra')
    await seeTitle(page, 'Ferri Anna')
    await pressOn(page, 'Apri Decreto 812.pdf')
    await seeTitle(page, 'Decreto 812.pdf')
    await page.getByText('Pagina 1 di 2').waitFor()
    await page.locator('[data-page-words="1"]', { hasText: 'Dispone il monitoraggio' }).waitFor({ state: 'attached' })
    await showScreen(page, 'allegati-2-pdf')
    await tabTo(page, 'Documento: Decreto 812.pdf')
    await page.keyboard.press('ArrowRight')
    await page.locator('[data-page-words="2"]', { hasText: 'Fissa la prossima udienza' }).waitFor({ state: 'attached' })
    await page.keyboard.press('+')
    await page.getByText('125 %').waitFor()
    await pressOn(page, 'Indietro')
    await seeTitle(page, 'Ferri Anna')
    await page.getByText('Decreto 812.pdf').waitFor()
    await showScreen(page, 'allegati-3-catena')
    const kept = await call<{ files: { here: string }[] }>('files.of_case', { case: cases[0] })
    expect(kept.files.map((file) => file.here)).toEqual(['here'])
    // All files of the case in one list, and found by name.
    await pressOn(page, 'Apri l’elenco')
    await seeTitle(page, 'Relazioni e documenti')
    await page.getByText('Monitoraggio').first().waitFor()
    await showScreen(page, 'allegati-4-elenco')
    await pressOn(page, 'Apri Decreto 812.pdf')
    await seeTitle(page, 'Decreto 812.pdf')
    await page.keyboard.press('Alt+1')
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.type('decreto 81')
    await page.getByRole('option', { name: /Decreto 812/ }).waitFor()
    await showScreen(page, 'allegati-5-trova')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await seeTitle(page, 'Decreto 812.pdf')
  })
})
