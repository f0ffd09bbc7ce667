import { describe, expect, it } from 'vitest'
import type { DeadlineStanding, DeadlineView } from '../bindings'
import { explanation, showMoment, standingWords } from './words'

const view = (change: Partial<DeadlineView['deadline']>): DeadlineView => ({
  deadline: {
    key: { record: 'r', code: 'TM_ASSEGNAZIONE', nth: 0 }, whose: { type: 'case', id: 'c' }, act: null, event: 'receipt', starts: { type: 'day', at: '2026-04-02' }, due: { type: 'day', at: '2026-04-14' },
    computed: { type: 'day', at: '2026-04-14' }, force: 'kpi', overridden: null, extension: null, met: null, met_by: null, lapsed: false, contested: false,
    explanation: {
      length: { unit: 'working_days', count: 7 }, stated: false, holidays: [{ on: '2026-04-06', holiday: 'easter_monday' }], weekends: true, moved_from: null, end_of_month: false, capped: false, estimated: false,
    },
    ...change,
  },
  standing: { state: 'in_time', days: 8, minutes: null, alert: null }, source: { type: 'read', text: '' }, verified: true, decisions: [],
})

const standing = (change: Partial<DeadlineStanding>): DeadlineStanding => ({ state: 'due_soon', days: 3, minutes: null, alert: null, ...change })

describe('a deadline in words', () => {
  it('says how pressing it is', () => {
    expect(standingWords(standing({})).text).toBe('Scade tra 3 giorni')
    expect(standingWords(standing({ days: 0 }))).toEqual({ text: 'Scade oggi', tone: 'danger' })
    expect(standingWords(standing({ state: 'overdue', days: -3 })).text).toBe('Scaduto da 3 giorni')
    expect(standingWords(standing({ days: 1 })).text).toBe('Scade tra 1 giorno')
    expect([89, 242, 4429].map((days) => standingWords(standing({ days })).text)).toEqual(['Scade tra 89 giorni', 'Scade tra 7 mesi', 'Scade tra 12 anni'])
    expect(standingWords(standing({ minutes: 372 })).text).toBe('Mancano 6 h 12 min')
    expect(standingWords(standing({ state: 'overdue', minutes: -61 })).text).toBe('Scaduto da 1 h 1 min')
    expect(standingWords(standing({ state: 'met_late', days: -3 })).text).toBe('Adempiuto in ritardo')
  })

  it('says why it ends then', () => {
    expect(explanation(view({}))).toBe('Scade il 14 aprile 2026: 7 giorni lavorativi dal 2 aprile 2026 (arrivo al servizio), esclusi Pasquetta e fine settimana')
    expect(explanation(view({ explanation: null }))).toBeNull()
    const before = view({
      event: 'expiry', starts: { type: 'day', at: '2026-12-30' }, computed: { type: 'day', at: '2026-10-31' },
      explanation: { length: { unit: 'days', count: -60 }, stated: false, holidays: [], weekends: false, moved_from: null, end_of_month: false, capped: false, estimated: false },
    })
    expect(explanation(before)).toBe('Scade il 31 ottobre 2026: 60 giorni prima del 30 dicembre 2026 (scadenza)')
  })

  it('shows a moment by the clocks of Italy', () => {
    expect(showMoment({ type: 'at', at: '2026-03-14T16:40:00.000Z' })).toBe('14/03/2026 17:40')
    expect(showMoment({ type: 'day', at: '2026-04-14' })).toBe('14/04/2026')
  })
})
