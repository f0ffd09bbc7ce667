// Texts of finding persons, cases and notes.
import type { ErrorTexts } from './errors'

export const search = {
  title: 'Trova',
  field: 'Cerca persone, cartelle, note',
  hint: 'Cognome e nome in qualunque ordine, pezzi di codice fiscale, telefono, parole del diario, titoli dei documenti.',
  filter: 'Dove cercare',
  filters: { all: 'Tutto', person: 'Persone', case: 'Cartelle', entry: 'Diario', file: 'Documenti' },
  groups: { person: 'Persone', case: 'Cartelle', entry: 'Diario', file: 'Documenti' },
  results: 'Risultati',
  nothing: (text: string) => `Nessun risultato per «${text}»`,
  nothingHelp: 'Prova con meno lettere, o con un pezzo del codice fiscale o del telefono.',
  born: (day: string) => `nata/o ${day}`,
  lastContact: (day: string) => `ultimo contatto ${day}`,
  entry: 'Nota di diario',
  reservedFile: 'Allegato riservato: si vede aprendolo',
  attached: (when: string) => `allegato il ${when}`,
  reserved: 'Testo riservato: si vede aprendo la nota',
  move: 'per scorrere',
  open: 'per aprire',
  close: 'per chiudere',
} as const

export const searchErrors: ErrorTexts = {}
