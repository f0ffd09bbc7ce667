import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { OfficeNow, OfficeSession, OfficeStatus } from '../bindings'
import { it as texts } from '../messages/it'
import { standOf } from './OfficeState'
import { wordsOf } from './Parts'
import { differences, valueText } from './values'

const bindings = readFileSync('src/bindings/index.ts', 'utf8')
const unionOf = (name: string) => [...(new RegExp(`type ${name} = ([^;]*);`).exec(bindings)?.[1] ?? '').matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? '')

const SESSION: OfficeSession = {
  began_at: '2026-04-14T15:41:50Z', ended_at: '2026-04-14T15:42:00Z', trouble: null, confirmed: 14, late: 0, refused: 0, came: 3, entered: 0, departed: 0, same_print: true,
}
const STATUS: OfficeStatus = {
  office: { name: 'Azienda', address: 'ufficio:7443', certificate: 'ab', joined_at: '2026-04-01T08:00:00Z' }, running: false, last: SESSION, last_finished: SESSION, waiting: [], waiting_changes: 0,
  refused: 0, files_waiting: 0, files_missing: 0, clashes: 0, arriving: 0, clock_off_ms: null, names: {},
}
const NOW: OfficeNow = { running: null, next_in_ms: null }

describe('every trouble and every refusal', () => {
  it('has its calm sentence', () => {
    const codes = unionOf('TroubleCode')
    expect(codes.length).toBeGreaterThan(10)
    for (const code of codes) expect((texts.office.troubles as Record<string, string>)[code], code).toMatch(/^[A-ZÈ].*\.$/s)
  })
  it('has its reason and what to do', () => {
    const codes = unionOf('RefusedReason')
    expect(codes.length).toBeGreaterThan(4)
    const reasons = texts.office.reasons as Record<string, { why: string; todo: string } | undefined>
    for (const code of codes) expect(`${reasons[code]?.why ?? ''}|${reasons[code]?.todo ?? ''}`, code).toMatch(/^[A-Z].*\.\|[A-Z].*\.$/s)
  })
})

describe('the state in the bar', () => {
  const text = (status: Partial<OfficeStatus>, now: Partial<OfficeNow> = {}, slow = false) => standOf({ ...STATUS, ...status }, { ...NOW, ...now }, slow)?.text
  it('is in words', () => {
    expect(text({})).toBe('Tutto inviato · 17:42')
    expect(text({ waiting_changes: 3 })).toBe('3 voci da inviare')
    expect(text({ waiting_changes: 1 })).toBe('1 voce da inviare')
    expect(text({ waiting_changes: 3, last: { ...SESSION, trouble: 'line' } })).toBe('Ufficio non raggiungibile: riprova da solo')
    expect(text({ last: { ...SESSION, trouble: 'revoked' } })).toBe('Invio fermo: serve un’occhiata')
    expect(text({ waiting_changes: 2, last: { ...SESSION, trouble: 'stopped' } })).toBe('2 voci da inviare')
  })
  it('says that a session runs only when it lasts', () => {
    const running = { running: { requests: 2, written: 1 } }
    expect(text({ waiting_changes: 3 }, running)).toBe('3 voci da inviare')
    expect(text({ waiting_changes: 3 }, running, true)).toBe('Invio in corso')
  })
  it('is not there in an archive that is its own office', () => {
    expect(standOf({ ...STATUS, office: null }, NOW, false)).toBeNull()
    expect(standOf(undefined, undefined, false)).toBeNull()
  })
})

describe('the receipt', () => {
  it('says how much and whether both hold the same', () => {
    expect(texts.office.receipt('17:42', 14, true)).toBe('17:42 · 14 voci confermate dall’ufficio, stessa impronta')
    expect(texts.office.receipt('17:42', 1, false)).toBe('17:42 · 1 voce confermata dall’ufficio')
  })
})

describe('two versions', () => {
  const marked = (text: string, other: string) => differences(text, other).map((piece) => (piece.differs ? `[${piece.text}]` : piece.text)).join('')
  it('show what differs, word by word', () => {
    expect(marked('via Roma 12', 'via Roma 21')).toBe('via Roma [12]')
    expect(marked('la madre lavora di notte', 'la madre di notte')).toBe('la madre [lavora ]di notte')
    expect(marked('uguale', 'uguale')).toBe('uguale')
    expect(marked('tutto', '')).toBe('[tutto]')
  })
  it('are said as a person would', () => {
    expect(valueText('birth', '2017-03-04')).toBe('04/03/2017')
    expect(valueText('sex', 'F')).toBe('Femmina')
    expect(valueText('msna', false)).toBe('No')
    expect(valueText('name', null)).toBe('(vuoto)')
    expect(valueText('kind', 'CELLULARE')).toBe('Cellulare')
    expect(valueText('state', { is: 'in_carico', on: '2026-01-10' })).toBe('In carico')
    expect(valueText('location', { street: 'via Roma', number: '12', homeless: false, place: null })).toBe('via Roma · 12')
  })
})

describe('a held note', () => {
  it('shows its words in their order, and no ids or codes', () => {
    const note = { act: '0190a0a0-0000-7000-8000-000000000001', header: { kind: 'COLLOQUIO' }, segments: [{ id: 'x', wording: { text: 'Prima.' } }, { id: 'y', wording: { text: 'Poi.' } }], hash: 'ab'.repeat(32) }
    expect(wordsOf(note)).toEqual(['Prima.', 'Poi.'])
    expect(wordsOf({ reason: 'giorno sbagliato', text: null, occurred_on: '2026-03-01' })).toEqual(['giorno sbagliato'])
  })
})
