// Amounts of money: whole ten-thousandths of a euro in the archive, euros with a comma on the screen.
const WITH_CENTS = new Intl.NumberFormat('it-IT', { style: 'currency', currency: 'EUR', useGrouping: 'always' })
const WITH_FOUR = new Intl.NumberFormat('it-IT', { style: 'currency', currency: 'EUR', minimumFractionDigits: 4, useGrouping: 'always' })
const PER_EURO = 10_000
const TYPED = /^\d{1,9}(?:,\d{1,4})?$/

/** "1.234,50 €"; four decimals where cents do not say it all. */
export const showEuro = (amount: number) => (amount % 100 === 0 ? WITH_CENTS : WITH_FOUR).format(amount / PER_EURO)

/** As it stands in a field: "98,7654", nothing where there is none. */
export function typedEuro(amount: number | null | undefined): string {
  if (amount === null || amount === undefined) return ''
  const [whole = '0', rest = ''] = (amount / PER_EURO).toFixed(4).split('.')
  const trimmed = rest.replace(/0+$/, '')
  return trimmed === '' ? whole : `${whole},${trimmed.padEnd(2, '0')}`
}

/** What was typed ("98,7654", "1.250,00", "98.5"); null while it is no amount. */
export function readEuro(text: string): number | null {
  const bare = text.replace(/[€\s]/g, '')
  // A point before three digits stands between thousands, any other one for the comma.
  const comma = bare.includes(',') || /^\d{1,3}(?:\.\d{3})+$/.test(bare) ? bare.replaceAll('.', '') : bare.replace('.', ',')
  if (!TYPED.test(comma)) return null
  const [whole = '0', rest = ''] = comma.split(',')
  return Number(whole) * PER_EURO + Number(rest.padEnd(4, '0'))
}

/** Percentages are whole hundredths of a percent. */
export const typedPercent = (hundredths: number | null | undefined) => (hundredths === null || hundredths === undefined ? '' : String(hundredths / 100).replace('.', ','))

export function readPercent(text: string): number | null {
  const bare = text.replace(/[%\s]/g, '').replace('.', ',')
  if (!/^\d{1,3}(?:,\d{1,2})?$/.test(bare)) return null
  return Math.min(Math.round(Number(bare.replace(',', '.')) * 100), 10_000)
}
