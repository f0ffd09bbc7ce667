// Genogram and ecomap of a real family: drawn from its ties, opened by keyboard, kept as a file.
import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import { pressOn, seeTitle, showScreen, tabTo } from './browser.ts'
import { addPerson, inTheWindow, type Session } from './session.ts'

let session: Session
afterEach(() => session.close())

const call = (name: string, input: object) => session.bridge.call<{ id: string }>('main', name, input)

/** Three unions and twelve people around Luca. */
async function family() {
  const add = (surname: string, name: string, birth: string, sex: string) => addPerson(session, surname, name, { birth, sex })
  const luca = await add('Colombo', 'Luca', '2014-05-07', 'M')
  const sara = await add('Colombo', 'Sara', '2016-09-30', 'F')
  const giulia = await add('Ferrari', 'Giulia', '1985-02-11', 'F')
  const marco = await add('Colombo', 'Marco', '1980-12-02', 'M')
  const anna = await add('Brambilla', 'Anna', '1978-07-19', 'F')
  const omar = await add('Colombo', 'Matteo', '2006-03-21', 'M')
  const elena = await add('Popescu', 'Elena', '1990-01-15', 'F')
  const nino = await add('Colombo', 'Andrei', '2023-04-02', 'M')
  const paolo = await add('Riva', 'Paolo', '1983-10-08', 'M')
  const rosa = await add('Sala', 'Rosa', '1955', 'F')
  const carlo = await addPerson(session, 'Colombo', 'Carlo', { birth: '1950', sex: 'M', death: '2018' })
  const pia = await add('Galli', 'Pia', '1958', 'F')
  const maestra = await add('Moretti', 'Laura', '1979', 'F')
  const tie = (one: string, kind: string, other: string, more: object = {}) => call('people.save_relation', { id: null, one, other, kind, bond: null, period: {}, caregiver: null, note: null, seen: [], ...more })
  for (const [child, mother, father] of [[luca, giulia, marco], [sara, giulia, marco], [omar, anna, marco], [nino, elena, marco], [marco, rosa, carlo]] as const) {
    await tie(child, 'MADRE', mother)
    await tie(child, 'PADRE', father)
  }
  await tie(giulia, 'MADRE', pia)
  await tie(marco, 'EX_PARTNER', giulia, { closeness: 'CONFLITTUALE' })
  await tie(marco, 'CONIUGE', elena)
  await tie(giulia, 'CONVIVENTE', paolo)
  await tie(rosa, 'CONIUGE', carlo, { period: { until: '2018-11-03' } })
  await tie(luca, 'INSEGNANTE', maestra, { closeness: 'FORTE' })
  const living = [luca, sara, giulia, paolo].map((person) => ({ person, period: {}, group: 'CONVIVENTE', holder: person === giulia }))
  await call('people.save_household', { id: null, person: luca, household: { kind: 'DI_FATTO', members: living }, seen: [] })
  const around = (surrounding: string, label: string | null, closeness: string, energy: string | null) =>
    call('people.save_social_tie', { id: null, tie: { person: luca, surrounding, label, closeness, energy, period: {} }, seen: [] })
  await around('PARROCCHIA', 'Oratorio San Luigi', 'FORTE', 'VERSO_LA_FAMIGLIA')
  await around('NPI', null, 'DEBOLE', 'RECIPROCA')
  await around('VICINATO', 'La signora del terzo piano', 'FORTE', 'RECIPROCA')
  await around('LAVORO', 'Cooperativa della mamma', 'CONFLITTUALE', 'DALLA_FAMIGLIA')
}

describe('pictures', () => {
  it('of a family with three unions: genogram and ecomap, in signs and in words', async () => {
    session = await inTheWindow()
    const { page } = session
    await family()
    await page.keyboard.press('Alt+2')
    await page.getByRole('button', { name: 'Apri la scheda di Colombo Luca' }).press('Enter')
    await seeTitle(page, 'Colombo Luca')
    await pressOn(page, 'Genogramma')
    await seeTitle(page, 'Genogramma')
    await page.getByText('Ferrari Giulia: Madre di Colombo Luca').waitFor()
    expect(await page.locator('.drawing .figure-link').count()).toBe(12)
    await showScreen(page, 'genogramma')
    const [download] = await Promise.all([page.waitForEvent('download'), pressOn(page, 'Salva (SVG)')])
    expect(readFileSync(await download.path(), 'utf8')).toContain('<title>Genogramma di Colombo Luca al')
    await tabTo(page, 'Giulia Ferrari')
    await page.keyboard.press('Enter')
    await seeTitle(page, 'Ferrari Giulia')
    await page.keyboard.press('Alt+ArrowLeft')
    await seeTitle(page, 'Genogramma')
    await page.keyboard.press('Alt+ArrowLeft')
    await seeTitle(page, 'Colombo Luca')
    await pressOn(page, 'Ecomappa')
    await seeTitle(page, 'Ecomappa')
    await page.getByText('Neuropsichiatria (NPI)').first().waitFor()
    await showScreen(page, 'ecomappa')
  })

  it('of what stands around: added in the person’s page by keyboard', async () => {
    session = await inTheWindow()
    const { page } = session
    await addPerson(session, 'Colombo', 'Luca', { birth: '2014-05-07', sex: 'M' })
    await page.keyboard.press('Alt+2')
    await page.getByRole('button', { name: 'Apri la scheda di Colombo Luca' }).press('Enter')
    await seeTitle(page, 'Colombo Luca')
    const section = page.getByRole('region', { name: 'Rete intorno' })
    await section.getByRole('button', { name: 'Aggiungi' }).press('Enter')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('ArrowDown')
    await page.getByRole('option', { name: 'Scuola' }).press('Enter')
    await tabTo(page, 'Nome')
    await page.keyboard.type('Primaria Mazzini')
    await showScreen(page, 'rete-intorno')
    await pressOn(page, 'Salva')
    await section.getByText('Primaria Mazzini').waitFor()
  })

  it('of a case along time: states, who worked on it, months', async () => {
    session = await inTheWindow()
    const { page } = session
    const boy = await addPerson(session, 'Colombo', 'Luca', { birth: '2014-05-07', sex: 'M' })
    const { operator } = await session.bridge.call<{ operator: string }>('main', 'session.info', {})
    const running = { is: 'in_carico', on: '2025-03-10' }
    await session.bridge.call('main', 'cases.open', { people: [boy], service: 'TM', responsible: operator, assigned_from: '2025-02-10', running })
    await page.keyboard.press('Alt+3')
    await page.getByRole('button', { name: /Colombo Luca/ }).first().press('Enter')
    await seeTitle(page, 'Colombo Luca')
    await pressOn(page, 'Linea del tempo')
    await seeTitle(page, 'Linea del tempo')
    await page.getByText('In carico dal').waitFor()
    await showScreen(page, 'linea-del-tempo')
  })
})
