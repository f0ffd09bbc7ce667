// Texts of who has seen a case, and the check of the register.
import type { AccessAct, AccessSort } from '../bindings'
import type { ErrorTexts } from './errors'

const number = new Intl.NumberFormat('it-IT')

/** What was done, by the register's own keys: a new act without its words does not compile. */
const acts: Readonly<Record<AccessAct, string>> = {
  unlock: 'Archivio aperto',
  unlock_failed: 'Apertura dell’archivio non riuscita',
  lock: 'Archivio bloccato',
  created: 'Archivio creato',
  passphrase_changed: 'Frase di accesso cambiata',
  recovered: 'Archivio recuperato con la chiave dell’ufficio',
  read_case: 'Cartella aperta e letta',
  read_person: 'Scheda della persona letta',
  read_accesso: 'Accesso al segretariato letto',
  read_file: 'Allegato aperto',
  read_reserved: 'Testo riservato letto',
  search: 'Trovata con una ricerca',
  read_audit: 'Elenco degli accessi letto',
  write: 'Dati scritti o cambiati',
  print: 'Stampa',
  export: 'Esportazione in un file',
  import: 'Importazione da un foglio',
  import_undone: 'Importazione annullata',
  backup: 'Copia di sicurezza fatta',
  restore: 'Archivio ripristinato da una copia',
  rebuild: 'Tabelle rifatte dal registro',
  check: 'Registro controllato',
  setting: 'Impostazione cambiata',
  joined: 'Archivio collegato all’ufficio',
  synchronised: 'Invio all’ufficio',
  scope_entered: 'Dati arrivati dall’ufficio',
  scope_left: 'Dati tolti da questo computer: l’incarico è finito',
  refused: 'Modifica non accolta dall’ufficio',
  refused_settled: 'Modifica non accolta, decisa dall’ufficio',
  sums_differed: 'Confronto con l’ufficio non riuscito: i dati si scaricano di nuovo',
}

const sorts: Readonly<Record<AccessSort | 'all', string>> = { all: 'Tutto', reads: 'Letture', writes: 'Scritture' }

export const access = {
  title: 'Accessi alla cartella',
  subtitle: 'Ogni lettura e ogni scrittura lascia una riga, che nessuno può togliere. Anche aprire questa pagina è un accesso.',
  back: 'Cartella',
  link: 'Accessi alla cartella',
  list: 'Chi, quando, che cosa',
  when: 'Quando',
  who: 'Chi',
  what: 'Che cosa',
  acts,
  unknownAct: 'Operazione di una versione più nuova del programma',
  counted: (what: string, n: number) => `${what} (${number.format(n)})`,
  unknownReader: 'Operatore non in questo archivio',
  person: 'Persona',
  everybody: 'Tutti',
  sort: 'Letture e scritture',
  sorts,
  older: 'Mostra i precedenti',
  noneSoFiltered: 'Nessun accesso con questi filtri',
  noneSoFilteredHelp: 'Scegli un’altra persona, oppure «Tutto».',

  check: 'Controlla il registro',
  checking: 'Controllo ogni riga del registro e ogni tabella…',
  whole: (events: number) =>
    events === 1
      ? 'Il registro è intero: 1 evento, nessuno cambiato o tolto. I dati mostrati seguono dalle scritture.'
      : `Il registro è intero: ${number.format(events)} eventi, nessuno cambiato o tolto. I dati mostrati seguono dalle scritture.`,
  broken: (event: number) =>
    `Il registro non torna dall’evento numero ${number.format(event)}: quello, o uno prima, è stato cambiato o tolto. Non usare questo archivio: avvisa chi lo amministra e conserva le copie.`,
  differing: (tables: readonly string[]) =>
    tables.length === 1
      ? `Una tabella non segue dalle scritture: ${tables.join('')}. Avvisa chi amministra il programma.`
      : `${number.format(tables.length)} tabelle non seguono dalle scritture: ${tables.join(', ')}. Avvisa chi amministra il programma.`,
} as const

/** Sentences for the error codes of these screens' commands: code -> text (params hold ids and numbers only). */
export const accessErrors: ErrorTexts = {}
