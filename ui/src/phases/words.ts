// Values of the phases in words, and typed amounts as numbers.
import type { Coded, Datum, PhasesPage, Valore } from '../bindings'
import type { Tone } from '../components'
import { showPartial } from '../dates/partial'
import { it } from '../messages/it'
import type { StatoFase } from '../bindings'

const t = it.phases

/** The registry's own words, by the list under which the phases name them. */
const REGISTRY: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'ANAGRAFICA-GENERE': it.people.sexes, 'ANAGRAFICA-STATO-CIVILE': it.people.maritals, 'ANAGRAFICA-TITOLO-STUDIO': it.people.educations, 'ANAGRAFICA-LAVORO': it.people.works,
}

const EUROS = new Intl.NumberFormat('it-IT', { style: 'currency', currency: 'EUR', minimumFractionDigits: 2, maximumFractionDigits: 4 })
const UNIT = 10_000

export const showEuro = (amount: number) => EUROS.format(amount / UNIT)
/** "14.250,50" as ten-thousandths; null while it is no amount. */
export function readEuro(text: string): number | null {
  const found = /^(\d{1,3}(?:\.\d{3})+|\d{1,9})(?:,(\d{1,4}))?$/.exec(text.trim())
  if (!found) return null
  const [, whole = '', part = ''] = found
  return Number(whole.replaceAll('.', '')) * UNIT + Number(part.padEnd(4, '0'))
}
/** The same way back, as it is typed. */
export const typedEuro = (amount: number) => (amount / UNIT).toFixed(amount % 100 === 0 ? 2 : 4).replace('.', ',')

export function codeWords(code: Coded, page: PhasesPage): string {
  const choice = page.choices[code.list]?.find((one) => one.code.code === code.code && one.code.version === code.version)
  return choice?.label ?? page.old_labels[code.list]?.[code.code] ?? REGISTRY[code.list]?.[code.code] ?? it.cases.codeName(code)
}

export function valueWords(value: Valore, page: PhasesPage): string {
  switch (value.is) {
    case 'text': return value.value
    case 'day': return showPartial(value.value)
    case 'number': return String(value.value)
    case 'euro': return showEuro(value.value)
    case 'yes_no': return value.value ? t.yes : t.no
    case 'codes': return value.value.map((code) => codeWords(code, page)).join(', ')
    case 'operator': return page.names[value.value]?.name ?? ''
    case 'place':
    case 'country': return page.places[value.value] ?? value.value
  }
}

const TONES: Readonly<Record<StatoFase, Tone>> = { da_iniziare: 'neutral', in_corso: 'info', conclusa: 'success' }
export const stateTone = (state: StatoFase): Tone => TONES[state]

/** Whether she may write a datum here. */
export const writable = (datum: Datum, page: PhasesPage) => datum.written && page.writes.includes(datum.home)
