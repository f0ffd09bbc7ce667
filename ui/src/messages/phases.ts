// Texts of the five phases of a case, of their data and of the region's lists.
import type { CodiceFase, DatumOrigin, StatoFase } from '../bindings'
import { countOf, type ErrorTexts } from './errors'
import { plural } from './kit'

const PHASES: Readonly<Record<CodiceFase, string>> = {
  ACCESSO_E_ORIENTAMENTO: 'A. Accesso e orientamento', VALUTAZIONE_DEL_BISOGNO: 'B. Valutazione del bisogno', ELABORAZIONE_PROGETTO_INDIVIDUALE: 'C. Progetto individuale',
  EROGAZIONE_DEL_SERVIZIO: 'D. Erogazione del servizio', VALUTAZIONE_FINALE_E_CONCLUSIONE_PROCESSO_AIUTO: 'E. Valutazione finale e conclusione',
}
const STATES: Readonly<Record<StatoFase, string>> = { da_iniziare: 'Da iniziare', in_corso: 'In corso', conclusa: 'Conclusa' }
const ORIGINS: Readonly<Record<DatumOrigin, string>> = {
  person: 'dalla scheda della persona', household: 'dal nucleo', case: 'dalla cartella', referral: 'dalla segnalazione', desk: 'dal segretariato', assessment: 'dalla valutazione', plan: 'dal progetto', here: 'scritto qui',
}
/** What each datum is called, by its key. */
const NAMES: Readonly<Record<string, string>> = {
  COGNOME: 'Cognome', NOME: 'Nome', CODICE_FISCALE: 'Codice fiscale', GENERE: 'Genere', NASCITA: 'Data di nascita', LUOGO_NASCITA: 'Luogo di nascita', STATO_CIVILE: 'Stato civile', TITOLO_STUDIO: 'Titolo di studio',
  CITTADINANZA: 'Cittadinanza', SECONDA_CITTADINANZA: 'Seconda cittadinanza', RESIDENZA: 'Comune di residenza', DOMICILIO: 'Comune di domicilio', TELEFONO: 'Telefono', CELLULARE: 'Cellulare', EMAIL: 'E-mail', TEAM: 'Tessera TEAM',
  DOCUMENTO: 'Documento: tipo ed estremi', ATS: 'ATS, ASST e ambito di residenza', MEDICO: 'Medico o pediatra', NUCLEO: 'Nucleo familiare', ASSISTENTI_PERSONALI: 'Assistenti personali',
  SEGNALAZIONE_DATA: 'Data della segnalazione', SEGNALAZIONE_FONTE: 'Chi ha segnalato (tipo)', SEGNALANTE: 'Segnalante', BISOGNO_ESPRESSO: 'Bisogno espresso',
  TIRI: 'Tipo di richiesta', MOCO: 'Modalità di contatto', AMIR: 'Ambito di intervento richiesto', CONF: 'Composizione del nucleo', NUNF: 'Numero di componenti del nucleo', NURS: 'Numero di persone della rete',
  PROV: 'Provenienza', ARRE: 'Area reddituale', DSU0: 'DSU presentata', TIIS: 'Tipo di ISEE', ISEE: 'ISEE (importo)', OCAS: 'Occupazione', COER: 'Ente rilevatore (codice)', DEER: 'Ente rilevatore (nome)',
  VALUTAZIONE_DATA: 'Data della valutazione', VALUTAZIONE_RESPONSABILE: 'Responsabile della valutazione', CASE_MANAGER: 'Case manager', AMIR_B: 'Aree di intervento sociale', ESTI: 'Esenzioni dal ticket',
  DSGI: 'Servizi sociosanitari che seguono la persona', SSGE: 'Servizi già erogati', INVA: 'Invalidità', INFR: 'Indennità di frequenza', PRSI: 'Previdenze INPS', APIC: 'Assegno o pensione di invalidità civile',
  UTPP: 'Patologia psichiatrica', PACO: 'Patologie in corso', POPA: 'Protesi o ausili', COPA: 'Quali protesi o ausili', MOAF: 'Motivo dell’affido', VNCS: 'Necessità di cure', NISS: 'Necessità di interventi sociosanitari',
  NISO: 'Necessità di interventi sociali', FODV: 'Fonte della valutazione',
  PROGETTO_RESPONSABILE: 'Responsabile del progetto', PROGETTO_MONITORAGGIO: 'Responsabile del monitoraggio', PROGETTO_CODICE: 'Tipo di progetto', PROGETTO_OGGETTO: 'Oggetto', PROGETTO_DAL: 'Dal', PROGETTO_AL: 'Fino al (previsto)',
  OBIETTIVI: 'Obiettivi', PRESTAZIONI_PIANIFICATE: 'Prestazioni pianificate', FRPR: 'Frequenza delle prestazioni', SESP: 'Servizio sociale professionale', INAS: 'Integrazione con l’assistenza sanitaria',
  VAPR: 'Valore del progetto', COEA: 'Compartecipazione della persona',
  UDOS: 'Unità d’offerta sociale', SOER: 'Soggetto erogatore', MOER: 'Modalità di erogazione', ARIS: 'Area', SEER: 'Servizio erogato', DAAS: 'Attivazione del servizio', DACS: 'Conclusione del servizio',
  DAIS: 'Sospeso dal', DAFS: 'Sospeso fino al', MOSO: 'Motivo della sospensione', VMBS: 'Buono sociale mensile', TIVS: 'Tipo di voucher', VAVO: 'Valore del voucher', IMER: 'Importo erogato', RIRE: 'Riprogrammazione delle risorse',
  DSFR: 'Struttura fuori rete', PRESTAZIONI: 'Prestazioni: che cosa, quando, chi, dove',
  CHIUSURA_RESPONSABILE: 'Responsabile della chiusura', PROGETTO_CHIUSO: 'Chiusura del progetto', DAVF: 'Data della valutazione finale', VAFI: 'Valutazione finale', MOCP: 'Motivo della chiusura', RIEF: 'Risorse economiche finali',
  RIRA: 'Risultati raggiunti', RINR: 'Risultati non raggiunti', NUPR: 'Nuovo progetto', ESITO: 'Esito di una fase',
}

export const phases = {
  title: 'Fasi',
  subtitle: 'Le cinque fasi delle linee guida regionali: quello che è già nella cartella non si riscrive.',
  open: 'Apri le fasi',
  openHelp: 'Le cinque fasi della cartella regionale: che cosa c’è e che cosa manca.',
  names: PHASES,
  states: STATES,
  origins: ORIGINS,
  dataName: (key: string) => NAMES[key] ?? key,
  listName: (list: string) => NAMES[list.replace('CSI-', '')] ?? list,
  filled: (there: number, all: number) => `${there} di ${all}`,
  span: (from: string, to: string) => (from && to ? `dal ${from} al ${to}` : from ? `dal ${from}` : to ? `fino al ${to}` : ''),
  responsible: 'Responsabile',
  asCase: 'Come la cartella',
  outcome: 'Esito',
  notes: 'Annotazioni',
  toComplete: (n: number) => `Da completare (${n})`,
  notLoaded: (n: number) => `Elenco non caricato (${n})`,
  notLoadedHelp: 'Questi dati hanno un codice regionale: si potranno scegliere quando l’ufficio avrà caricato l’elenco.',
  elsewhere: (what: string) => `${what}: si scrive altrove`,
  hidden: (n: number) => `${plural(n, 'dato riservato', 'dati riservati')} a chi legge salute, progetto o diario.`,
  write: (what: string) => `Scrivi: ${what}`,
  change: (what: string) => `Modifica: ${what}`,
  hint: (what: string) => `Nella cartella risulta: ${what}`,
  editPhase: (what: string) => `Modifica la fase ${what}`,
  edit: 'Modifica',
  phaseHelp: 'Si scrive solo quello che la cartella non dice già da sé.',
  starts: 'Inizio',
  ends: 'Fine',
  state: 'A che punto è',
  fromCase: 'Come dice la cartella',
  noOutcomes: 'L’elenco degli esiti non è stato caricato.',
  euro: 'Importo in euro',
  number: 'Numero',
  yes: 'Sì',
  no: 'No',
  takeBack: 'Togli',
  euroWrong: 'Scrivi un importo, per esempio 14.250,50.',
  saved: 'Registrato.',
  export: 'Salva come tabella',
  exportHeadings: ['Fase', 'Elemento', 'Elenco', 'Versione', 'Valore'],
  exported: 'Tabella pronta: contiene dati personali.',
} as const

export const phasesErrors: ErrorTexts = {
  datum_derived: () => 'Questo dato viene da un’altra parte della cartella: si cambia là.',
  list_not_loaded: () => 'L’elenco dei codici non è stato caricato: fino ad allora non si può scegliere un codice.',
  list_refused: (params) => {
    const line = countOf(params, 'line')
    return line > 0 ? `Alla riga ${line} manca il codice o la descrizione, sono troppo lunghi, o il codice c’è già.` : 'Nel file non c’è nessun codice: servono due colonne, codice e descrizione.'
  },
  list_too_long: () => 'L’elenco ha troppi codici: sono ammessi al massimo 1000.',
  list_version_taken: () => 'Questa versione è già stata caricata con altri codici: scrivi una versione nuova.',
  rule_is_law: () => 'Questo termine è di legge: non è l’ufficio a deciderlo.',
  length_unfit: () => 'Questa durata non va bene: controlla il numero.',
}
