// Sizes of files as Italians read them.
const NUMBER = new Intl.NumberFormat('it-IT', { maximumFractionDigits: 1 })
const UNITS = ['byte', 'kB', 'MB', 'GB', 'TB'] as const

/** "18,4 MB" (thousands, as file managers count). */
export function showBytes(bytes: number): string {
  const step = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)))
  return `${NUMBER.format(bytes / 1000 ** step)} ${UNITS[step] ?? 'byte'}`
}
