// Words of the time line of a case.

export const timeline = {
  title: 'Linea del tempo',
  subtitle: (name: string) => `${name}: stati, operatori e note di diario, mese per mese`,
  states: 'Stato della cartella',
  team: 'Chi ci ha lavorato',
  diary: 'Note di diario',
  notes: (n: number) => (n === 1 ? '1 nota' : `${n} note`),
  span: (from: string, until: string) => (until ? `dal ${from} al ${until}` : `dal ${from}, ancora in corso`),
  picture: (name: string) => `Linea del tempo di ${name}. Sotto, la stessa cosa in parole.`,
  empty: 'Nessuna data nota: la linea si riempie con gli stati, gli incarichi e le note firmate.',
  inWords: 'In parole',
  month: (iso: string) => new Date(`${iso}-01T12:00:00Z`).toLocaleDateString('it-IT', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
}
