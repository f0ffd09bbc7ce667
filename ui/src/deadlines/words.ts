// A deadline in words: how pressing it is, and why it ends when it does.
import type { DeadlineExplanation, DeadlineExtension, DeadlineMoment, DeadlineStanding, DeadlineView, Length } from '../bindings'
import type { Tone } from '../components'
import { daysBetween, showDate, showDateLong } from '../dates/civil'
import { it } from '../messages/it'

const t = it.deadlines

const ROME = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome', dateStyle: 'short', timeStyle: 'short' })

/** Day and, where hours count, time in Italy. */
function local(moment: DeadlineMoment): { day: string; time: string | null } {
  if (moment.type === 'day') return { day: moment.at, time: null }
  const [day = '', time = ''] = ROME.format(new Date(moment.at)).split(' ')
  return { day, time }
}

export const dayOfMoment = (moment: DeadlineMoment) => local(moment).day

export function showMoment(moment: DeadlineMoment): string {
  const { day, time } = local(moment)
  return time === null ? showDate(day) : `${showDate(day)} ${time}`
}

function longMoment(moment: DeadlineMoment): string {
  const { day, time } = local(moment)
  return time === null ? showDateLong(day) : `${showDateLong(day)} alle ${time}`
}

/** "Proroga richiesta il…", "concessa fino al…", "negata il…". */
export const extensionWords = (extension: DeadlineExtension) => (extension.type === 'granted' ? t.extension.granted(showDate(extension.until)) : t.extension[extension.type](showDate(extension.on)))

const TONES = { in_time: 'neutral', due_soon: 'warning', overdue: 'danger', met: 'success', met_late: 'warning', lapsed: 'neutral' } as const

const hours = (minutes: number) => t.hours(Math.floor(minutes / 60), minutes % 60)

/** "Scade tra 3 giorni", "Scaduto da 3 giorni", "Mancano 6 h 12 min". */
export function standingWords({ state, days, minutes }: DeadlineStanding): { text: string; tone: Tone } {
  const tone = TONES[state]
  if (state === 'met' || state === 'met_late' || state === 'lapsed') return { text: t.states[state], tone }
  if (minutes !== null) return { text: minutes < 0 ? t.overdueHours(hours(-minutes)) : t.left(hours(minutes)), tone }
  if (days < 0) return { text: t.overdue(-days), tone }
  return { text: days === 0 ? t.dueToday : t.soon(days), tone: days === 0 ? 'danger' : tone }
}

const SOON_DAYS = 7

/** The same of a day alone. */
export function dayWords(due: string, today: string): { text: string; tone: Tone } {
  const days = daysBetween(today, due)
  return standingWords({ state: days < 0 ? 'overdue' : days <= SOON_DAYS ? 'due_soon' : 'in_time', days, minutes: null, alert: null })
}

export function lengthWords(length: Length): string {
  switch (length.unit) {
    case 'hours': return t.why.hours(length.count)
    case 'days': return length.count < 0 ? t.why.daysBefore(-length.count) : t.why.days(length.count)
    case 'working_days': return t.why.workingDays(length.count)
    case 'months': return t.why.months(length.count)
    case 'birthday': return t.why.birthday(length.count)
    case 'yearly': return t.why.yearly(showDateLong(`2024-${two(length.count.month)}-${two(length.count.day)}`).replace(/ \d{4}$/, ''))
    case 'monthly_on': return t.why.monthlyOn(length.count.day, length.count.months)
  }
}

const two = (n: number) => String(n).padStart(2, '0')

/** "Pasquetta e fine settimana". */
function excluded({ holidays, weekends }: DeadlineExplanation): string {
  const names = [...new Set(holidays.map(({ holiday }) => t.holidays[holiday]))]
  const all = weekends ? [...names, t.why.weekends] : names
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')}${t.why.and}${all[all.length - 1] ?? ''}`
}

function counted({ deadline }: DeadlineView, why: DeadlineExplanation): string {
  const from = longMoment(deadline.starts)
  const event = t.events[deadline.event]
  if (why.length === null) return t.why.stated(from)
  if (why.length.unit === 'days' && why.length.count < 0) return t.why.before(-why.length.count, from, event)
  return `${lengthWords(why.length)} ${t.why.from(from, event)}`
}

/** "Scade il 14 aprile 2026: 7 giorni lavorativi dal 2 aprile 2026 (arrivo al servizio), esclusi Pasquetta e fine settimana". */
export function explanation(view: DeadlineView): string | null {
  const { explanation: why, computed } = view.deadline
  if (why === null || computed === null) return null
  const without = excluded(why)
  const more = [
    without ? t.why.excluding(without) : '',
    why.moved_from ? t.why.moved(showDateLong(why.moved_from)) : '',
    why.end_of_month ? t.why.endOfMonth : '',
    why.capped ? t.why.capped : '',
    why.estimated ? t.why.estimated : '',
  ]
  return `${t.why.ends(longMoment(computed))}: ${[counted(view, why), ...more].filter(Boolean).join(', ')}`
}
