// Words of the preparation of a visit and of the page to write during it.
import type { ErrorTexts } from './errors'

export const visits = {
  prepare: 'Prepara visita',
  prepareHint: 'Scegli le cartelle, nell’ordine del giro: ne esce un foglio con chi vive lì, avvertenze, promesse e telefoni.',
  mine: 'Le mie cartelle aperte',
  none: 'Non hai cartelle aperte assegnate: apri una cartella e da lì scegli «Prepara visita».',
  chosen: (n: number) => (n === 1 ? 'Prepara il foglio (1 cartella)' : `Prepara il foglio (${String(n)} cartelle)`),
  sheet: 'Foglio della visita',
  sheetOf: (day: string) => `Preparato il ${day}. È già su questo computer: non serve la rete.`,
  print: 'Stampa',
  printNote: 'Il foglio stampato contiene dati riservati: non lasciarlo in auto.',
  write: 'Scrivi la visita',
  livesWith: 'Vive con',
  nobody: 'Nessun convivente indicato',
  responsibility: 'Responsabilità genitoriale',
  lastContact: 'Ultimo contatto',
  neverSeen: 'Nessun contatto registrato',
  alerts: 'Avvertenze',
  noAlerts: 'Nessuna avvertenza registrata',
  home: 'Dove',
  noHome: 'Nessun indirizzo',
  hidden: 'Indirizzo protetto: non lo puoi leggere',
  protected: 'Protetto: non mostrarlo ad altri',
  language: 'Lingua',
  interpreter: (language: string) => (language ? `${language}, serve l’interprete` : 'Serve l’interprete'),
  phones: 'Telefoni',
  noPhones: 'Nessun telefono',
  promises: 'Promesse e impegni aperti',
  noPromises: 'Niente in sospeso',
  by: (day: string) => `entro il ${day}`,

  writing: 'Visita domiciliare',
  timer: 'Durata della visita',
  start: 'Comincia',
  stop: 'Finisci',
  running: (minutes: number) => `In corso da ${String(minutes)} min`,
  done: (from: string, to: string) => `Dalle ${from} alle ${to}`,
  phrases: 'Frasi pronte',
  phraseList: [
    'Nessuno risponde al citofono.', 'La casa è in ordine e riscaldata.', 'Il minore è presente e viene incontro spontaneamente.', 'Il minore è stato visto da solo.', 'Il genitore accoglie la visita con disponibilità.',
    'Il genitore appare affaticato.', 'Non si rilevano elementi di preoccupazione immediata.', 'Si concorda un nuovo incontro.',
  ],
  checklist: 'Da non dimenticare',
  written: (done: number, all: number) => `${String(done)} di ${String(all)}`,
  goTo: (heading: string, done: boolean) => `${heading}${done ? ', scritto' : ', da scrivere'}`,
}

export const visitsErrors = {
  visit_empty: () => 'Scegli almeno una cartella.',
  visit_too_many: () => 'Sono troppe cartelle per una giornata: al massimo 12 per foglio.',
} satisfies ErrorTexts
