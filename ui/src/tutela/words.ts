// Words of the courts' papers: days and minutes, deadlines, how a term is counted.
import type { Autorita, Counted, Entro403, Mandato, Momento, Provvedimento } from '../bindings'
import type { Tone } from '../components'
import { daysBetween, showDate } from '../dates/civil'
import { it } from '../messages/it'

const t = it.tutela
/** A typed day and minute; the archive works out the moment. */
const EPOCH = '1970-01-01T00:00:00.000Z'
const MINUTE = 60_000

export const said = (text: string) => (text.trim() === '' ? null : text.trim())
export const momentOf = (on: string | null, time: string | null): Momento | null => (on && time ? { on, time, at: EPOCH } : null)
export const showMoment = (moment: Momento | null | undefined) => (moment ? `${showDate(moment.on)} ${moment.time}` : '')

const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' })

/** This minute, as the clocks in Italy have it; the moment itself says which of October's two hours is meant. */
export function momentNow(): Momento {
  const now = new Date()
  const [on = '', time = ''] = parts.format(now).split(' ')
  return { on, time, at: now.toISOString() }
}

export const orderTitle = (order: Provvedimento) => (order.kind ? it.cases.codeName(order.kind) : t.kind)
export const authorityName = (authority: Autorita | undefined) => authority?.name ?? t.unknownAuthority
export const authorityOf = (authorities: Readonly<Record<string, Autorita | undefined>>, key: string | null | undefined) => authorityName(key ? authorities[key] : undefined)

/** "60 giorni dal 6/3/2026", "entro il 5/5/2026". */
export function countedWords({ term, from }: Counted): string {
  if (term.is === 'entro') return t.dueOn(showDate(term.on))
  if (term.is === 'non_indicato') return ''
  const length = term.is === 'giorni' ? t.counted.giorni(term.days) : t.counted.mesi(term.months)
  return from ? `${length} ${t.from(showDate(from))}` : `${length}: ${t.noStart.toLowerCase()}`
}

export function stateWords({ state }: Mandato): { text: string; tone: Tone } {
  if (state.is === 'adempiuto') return { text: t.done(showDate(state.on)), tone: 'success' }
  if (state.is === 'cessato') return { text: t.ceased(showDate(state.on)), tone: 'neutral' }
  return { text: t.open, tone: 'info' }
}

/** How much is left of a clock of art. 403, in words; hours run through holidays and changes of the clocks. */
export function leftWords(due: Entro403, now: number, today: string): { text: string; tone: Tone } {
  switch (due.is) {
    case 'subito':
      return { text: t.immediately, tone: 'danger' }
    case 'non_decorre':
      return { text: t.notYet, tone: 'neutral' }
    case 'giorno': {
      const days = daysBetween(today, due.on)
      return { text: t.daysLeft(days), tone: days < 0 ? 'danger' : days <= 3 ? 'warning' : 'neutral' }
    }
    case 'ora': {
      const left = Math.floor((Date.parse(due.at) - now) / MINUTE)
      return left < 0 ? { text: t.over(-left), tone: 'danger' } : { text: t.left(left), tone: left <= 6 * 60 ? 'danger' : 'warning' }
    }
  }
}
