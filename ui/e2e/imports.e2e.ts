// Bringing in a spreadsheet: every step accessible, by keyboard but for the file's own dialog; and taking it back.
import { afterEach, describe, expect, it } from 'vitest'
import { pressOn, seeTitle, showScreen } from './browser.ts'
import { inTheWindow, type Session } from './session.ts'

const TABLE = [
  'COMUNE DI LEGNANO - elenco casi;;;;;;',
  'Cognome;Nome;Data di nascita;Comune;Tel.;Servizio;Data apertura',
  'COLOMBO;NICOLO\';03/02/2011;Legnano;0331/123456;Tutela minori;5-9-2019',
  'D\'AMICO;Lucìa;2012;Rho;;AES;',
  'Bianchi;Ada;31/02/2011;Atlantide;boh;Danza classica;',
  ';;1/1/2010;;;TM;',
].join('\r\n')

let session: Session
afterEach(() => session.close())

const windows1252 = (text: string) => Buffer.from(text, 'latin1')

interface People {
  lines: readonly unknown[]
}

describe('importing', () => {
  it('tries, writes, reports and takes back a table of the office', async () => {
    session = await inTheWindow()
    const { page, bridge } = session
    await page.keyboard.press('Alt+6')
    await seeTitle(page, 'I miei dati su questo computer')
    await pressOn(page, 'Importa da un foglio')
    await seeTitle(page, 'Importazioni')
    await showScreen(page, 'importa-0-elenco-vuoto')
    await pressOn(page, 'Importa da un file')
    await seeTitle(page, 'Importa persone e cartelle')

    const file = page.getByLabel('File da importare')
    await file.setInputFiles({ name: 'vuoto.csv', mimeType: 'text/csv', buffer: Buffer.from('') })
    await page.getByText('Il file è vuoto.').waitFor()
    await file.setInputFiles({ name: 'casi.csv', mimeType: 'text/csv', buffer: windows1252(TABLE) })
    await page.getByText('4 righe sotto le intestazioni').waitFor()
    await page.getByText(/l’ho letto come Windows-1252/).waitFor()
    await showScreen(page, 'importa-1-file')
    await pressOn(page, 'Avanti')

    await page.getByText('Che cosa contiene ogni colonna').first().waitFor()
    await showScreen(page, 'importa-2-colonne')
    await pressOn(page, 'Avanti')

    await page.getByText('non è ancora stato scritto niente').waitFor()
    await page.getByRole('rowheader', { name: /Colombo Nicolò/ }).waitFor()
    await page.getByText('Servizio non riconosciuto: indicalo nel passo Colonne.').waitFor()
    await page.getByText('Manca qualsiasi nome').waitFor()
    expect((await bridge.call<People>('main', 'people.list', { filter: '', after: null })).lines).toHaveLength(0)
    await showScreen(page, 'importa-3-prova')
    await pressOn(page, 'Indietro')
    await page.getByText('Servizi con un nome vostro').waitFor()
    await page.locator('[data-focus-name="service-Danza classica"]').focus()
    await page.keyboard.press('ArrowDown')
    await page.getByRole('listbox').waitFor()
    await page.keyboard.type('Assistenza dom')
    await page.keyboard.press('Enter')
    await pressOn(page, 'Avanti')
    await page.getByRole('rowheader', { name: /Bianchi Ada/ }).waitFor()
    expect(await page.getByText('Servizio non riconosciuto').count()).toBe(0)
    await pressOn(page, 'Avanti')

    await page.getByText('Sto per aggiungere 3 persone e aprire 3 cartelle.').waitFor()
    await showScreen(page, 'importa-4-importa')
    await pressOn(page, 'Importa')
    await page.getByText('Importazione completata: 3 righe in archivio.').waitFor()
    await showScreen(page, 'importa-5-rapporto')
    expect((await bridge.call<People>('main', 'people.list', { filter: '', after: null })).lines).toHaveLength(3)

    await pressOn(page, 'Vai alle importazioni')
    await page.getByRole('rowheader', { name: 'casi.csv' }).waitFor()
    await pressOn(page, 'Annulla importazione di casi.csv')
    await page.getByText(/Vengono tolte le persone e le cartelle di 3 righe/).waitFor()
    await showScreen(page, 'importa-6-annulla')
    await page.getByRole('alertdialog').getByRole('button', { name: 'Annulla importazione' }).press('Enter')
    await page.locator('.toast', { hasText: 'Importazione annullata: tolte 3 righe.' }).waitFor()
    expect((await bridge.call<People>('main', 'people.list', { filter: '', after: null })).lines).toHaveLength(0)
  })
})
