// Texts of Oggi.
import type { ErrorTexts } from './errors'

const count = (n: number, one: string, many: string) => (n === 1 ? `1 ${one}` : `${n} ${many}`)

export const today = {
  title: 'Oggi',
  overdue: 'In ritardo',
  due: 'Oggi',
  soon: 'Nei prossimi giorni',
  undated: 'Senza data',
  todo: 'Da fare',
  nothing: 'Niente in scadenza',
  nothingHelp: 'Gli appuntamenti e i prossimi passi delle note compaiono qui da soli.',
  drafts: (n: number) => (n === 0 ? 'Bozze da firmare' : `${count(n, 'bozza', 'bozze')} da firmare`),
  noDrafts: 'Nessuna bozza da firmare',
  noDraftsHelp: 'Le note che cominci si salvano da sole e restano qui finché non le firmi.',
  signChosen: (n: number) => (n === 0 ? 'Firma le bozze scelte' : n === 1 ? 'Firma la bozza scelta' : `Firma le ${n} bozze scelte`),
  chooseDraft: (what: string) => `Scegli la bozza: ${what}`,
  chooseAll: 'Scegli tutte',
  open: 'Apri',
  oldDraft: 'da più di 7 giorni',
  emptyDraft: 'ancora vuota',
  signedMany: (n: number) => `${count(n, 'bozza firmata', 'bozze firmate')}.`,
  notSigned: (n: number) => `${count(n, 'bozza non è stata firmata', 'bozze non sono state firmate')}: aprile per vedere che cosa manca.`,
  toPlace: 'Da collocare',
  toPlaceHelp: 'Note firmate che aspettano la loro cartella.',
  toConfirm: 'Da confermare',
  toConfirmHelp: 'Note di colleghi che ti nominano: apri, leggi e conferma. Sono già firmate.',
  noteOf: (author: string, file: string) => `Nota di ${author}${file ? `, cartella di ${file}` : ''}`,
  messages: (n: number) => `Messaggi per te (${n})`,
  noMessages: 'Messaggi per te',
  latest: 'Ultime cartelle',
  noLatest: 'Nessuna cartella aperta di recente',
  noLatestHelp: 'Ctrl+K trova persone e cartelle con poche lettere.',
  deleted: 'Bozze eliminate',
  restore: 'Riprendi',
  done: 'Fatto',
  toEntry: 'Scrivi la nota',
  howItWent: 'Com’è andato?',
  otherForm: 'Modulo non finito',
} as const

/** Sentences for the error codes of these screens' commands: code -> text (params hold ids and numbers only). */
export const todayErrors: ErrorTexts = {}
