// Civil dates as the record keeps them: ISO text without a zone ("2026-04-03"), and times as "HH:MM". Parsing what
// she types and showing it as gg/mm/aaaa. Legal terms are never computed here: that is the domain's.

export interface CivilParts {
  year: number
  month: number
  day: number
}

/** What came of typed text: nothing, a date, or why not. */
export type ParsedDate = { kind: 'empty' } | { kind: 'date'; iso: string } | { kind: 'bad'; why: 'format' | 'impossible' }

const MONTHS = ['gennaio', 'febbraio', 'marzo', 'aprile', 'maggio', 'giugno', 'luglio', 'agosto', 'settembre', 'ottobre', 'novembre', 'dicembre']
const DAY_MS = 86_400_000

const pad = (n: number, width = 2) => String(n).padStart(width, '0')

export const isoOf = ({ year, month, day }: CivilParts) => `${pad(year, 4)}-${pad(month)}-${pad(day)}`

export function partsOf(iso: string): CivilParts | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso)
  if (!match) return null
  const parts = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }
  return exists(parts) ? parts : null
}

/** Whether the day is in the calendar, between 1850 and 2199: outside, it is a slip of the keyboard. */
export function exists({ year, month, day }: CivilParts): boolean {
  if (year < 1850 || year > 2199 || month < 1 || month > 12 || day < 1) return false
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** Today in Italy, whatever zone the laptop is set to. */
export function today(now: Date = new Date()): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome', year: 'numeric', month: '2-digit', day: '2-digit' }).format(now)
}

const utc = (iso: string) => {
  const parts = partsOf(iso)
  return parts ? Date.UTC(parts.year, parts.month - 1, parts.day) : Number.NaN
}

export const addDays = (iso: string, days: number) => new Date(utc(iso) + days * DAY_MS).toISOString().slice(0, 10)

/** The same day so many months later, or the month's last day. */
export function addMonths(iso: string, months: number): string {
  const parts = partsOf(iso)
  if (!parts) return iso
  const index = parts.year * 12 + parts.month - 1 + months
  const year = Math.floor(index / 12)
  const month = (index % 12) + 1
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return isoOf({ year, month, day: Math.min(parts.day, last) })
}

/** Days from one date to another (negative when it is past). */
export const daysBetween = (from: string, to: string) => Math.round((utc(to) - utc(from)) / DAY_MS)

function fullYear(digits: string, now: CivilParts, lean: Lean): number {
  const n = Number(digits)
  if (digits.length > 2) return n
  const inThisCentury = 2000 + n
  const limit = lean === 'past' ? now.year : now.year + 20
  return inThisCentury <= limit ? inThisCentury : 1900 + n
}

/** "past" for birth dates: two-digit years never lead into the future. */
export type Lean = 'near' | 'past'

const WORDS: Record<string, number> = { oggi: 0, ieri: -1, domani: 1, dopodomani: 2, 'altro ieri': -2, "l'altro ieri": -2, altroieri: -2, 'l’altro ieri': -2 }

function fromDigits(text: string, now: CivilParts, lean: Lean): CivilParts | null {
  const match = /^(\d{2})(\d{2})(\d{2}|\d{4})?$/.exec(text)
  if (!match) return null
  return { day: Number(match[1]), month: Number(match[2]), year: match[3] ? fullYear(match[3], now, lean) : now.year }
}

function fromSeparated(text: string, now: CivilParts, lean: Lean): CivilParts | null {
  const match = /^(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})(?:\s*[/.\-\s]\s*(\d{4}|\d{2}))?$/.exec(text)
  if (!match) return null
  return { day: Number(match[1]), month: Number(match[2]), year: match[3] ? fullYear(match[3], now, lean) : now.year }
}

function fromWords(text: string, now: CivilParts, lean: Lean): CivilParts | null {
  const match = /^(\d{1,2})°?\s+([a-z]{3,})\.?(?:\s+(\d{4}|\d{2}))?$/.exec(text)
  if (!match) return null
  const month = MONTHS.findIndex((name) => name.startsWith(match[2] ?? '?'))
  if (month < 0) return null
  return { day: Number(match[1]), month: month + 1, year: match[3] ? fullYear(match[3], now, lean) : now.year }
}

/** Reads "oggi", "+3", "3/4", "3.4.26", "030426", "03042026", "3 aprile", "2026-04-03". */
export function parseDate(typed: string, todayIso: string, lean: Lean = 'near'): ParsedDate {
  const text = typed.trim().toLowerCase()
  if (text === '') return { kind: 'empty' }
  const now = partsOf(todayIso)
  if (!now) return { kind: 'bad', why: 'format' }
  const word = WORDS[text]
  if (word !== undefined) return { kind: 'date', iso: addDays(todayIso, word) }
  const shift = /^([+-])\s?(\d{1,3})$/.exec(text)
  if (shift) return { kind: 'date', iso: addDays(todayIso, Number(`${shift[1]}${shift[2]}`)) }
  const parts = partsOf(text) ?? fromDigits(text, now, lean) ?? fromSeparated(text, now, lean) ?? fromWords(text, now, lean)
  if (!parts) return { kind: 'bad', why: /^\d{4}-\d\d-\d\d$/.test(text) ? 'impossible' : 'format' }
  return exists(parts) ? { kind: 'date', iso: isoOf(parts) } : { kind: 'bad', why: 'impossible' }
}

/** "03/04/2026". */
export function showDate(iso: string | null | undefined): string {
  const parts = iso ? partsOf(iso) : null
  return parts ? `${pad(parts.day)}/${pad(parts.month)}/${parts.year}` : ''
}

const formatter = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('it-IT', { timeZone: 'UTC', ...options })
const LONG = formatter({ day: 'numeric', month: 'long', year: 'numeric' })
const WEEKDAY = formatter({ weekday: 'long' })
const WEEKDAY_SHORT = formatter({ weekday: 'short' })

/** "3 aprile 2026". */
export const showDateLong = (iso: string) => (partsOf(iso) ? LONG.format(utc(iso)) : iso)
/** "venerdì". */
export const weekday = (iso: string) => (partsOf(iso) ? WEEKDAY.format(utc(iso)) : '')
/** "ven". */
export const weekdayShort = (iso: string) => (partsOf(iso) ? WEEKDAY_SHORT.format(utc(iso)) : '')
/** "venerdì 3 aprile 2026". */
export const showDateFull = (iso: string) => `${weekday(iso)} ${showDateLong(iso)}`.trim()

/** Reads "9", "930", "9.30", "14:30", "1430" as "HH:MM"; null when it is no time of day. */
export function parseTime(typed: string): string | null {
  const text = typed.trim().toLowerCase().replace(/^h\s*/, '')
  const match = /^(\d{1,2})(?:\s*[:.,\s]\s*(\d{2}))?$/.exec(text) ?? /^(\d{1,2})(\d{2})$/.exec(text)
  if (!match) return null
  const hours = Number(match[1])
  const minutes = Number(match[2] ?? 0)
  return hours < 24 && minutes < 60 ? `${pad(hours)}:${pad(minutes)}` : null
}

const INSTANT = new Intl.DateTimeFormat('it-IT', { timeZone: 'Europe/Rome', day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' })
const INSTANT_TIME = new Intl.DateTimeFormat('it-IT', { timeZone: 'Europe/Rome', hour: '2-digit', minute: '2-digit' })

const moment = (instant: string | Date) => (typeof instant === 'string' ? new Date(instant) : instant)

/** An instant (RFC 3339) on Italian clocks: "03/04/2026, 14:30". */
export const showInstant = (instant: string | Date) => INSTANT.format(moment(instant))
/** Its time of day only: "14:30". */
export const showInstantTime = (instant: string | Date) => INSTANT_TIME.format(moment(instant))
