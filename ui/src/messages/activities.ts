// Texts of the activities: groups, classes, schools, and one activity with several texts.
import type { ErrorTexts } from './errors'

const count = (n: number, one: string, many: string) => (n === 1 ? `1 ${one}` : `${n} ${many}`)

export const activities = {
  title: 'Attività',
  subtitle: 'Gruppi, classi, scuole; e le attività che hanno lasciato più testi',
  one: 'Attività',
  add: 'Scrivi un’attività',
  empty: 'Ancora nessuna attività',
  emptyHelp: 'Un gruppo, un intervento in classe, una mattina a scuola con più alunni: si scrive una volta, il tempo si conta una volta.',
  open: (what: string) => `Apri ${what}`,
  openOne: 'Apri l’attività',
  day: 'Giorno',
  kind: 'Tipo',
  about: 'Riguarda',
  author: 'Chi',
  texts: 'Testi',
  textCount: (n: number) => count(n, 'testo', 'testi'),
  minutes: 'Minuti',
  place: 'Luogo',
  severalOnly: 'Più persone',
  annulled: 'Annullata',
  proposed: (n: number) => `${n} (proposti)`,
  more: 'Mostra le attività precedenti',
  notShown: (n: number) => `${count(n, 'altro testo sta', 'altri testi stanno')} in cartelle che non leggi.`,
  counted: 'Contato una volta e diviso tra i testi',
} as const

export const activitiesErrors: ErrorTexts = {}
