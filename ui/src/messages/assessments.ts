// Texts of assessments: the questions, the answers by list, what a flow still lacks.
import type { Gap, QuestionSet } from '../bindings'
import type { ErrorTexts } from './errors'

/** Labels of the codes of assessments, by list. */
export const ASSESSMENT_CODES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'SISO-RETE-FAMILIARE': { 1: 'Grave', 2: 'Insufficiente', 3: 'Limitata', 4: 'Buona' },
  'SISO-RETE-SOCIALE': { 1: 'Insufficiente', 2: 'Sufficiente', 3: 'Buona' },
  'SISO-ABITAZIONE': { 1: 'Inadeguata', 2: 'Adeguata in parte', 3: 'Adeguata' },
  'INPS-SINA-MOBILITA': { 1: 'Si sposta da solo', 2: 'Si sposta assistito', 3: 'Non si sposta' },
  'INPS-SINA-ATTIVITA': { 1: 'Autonomo', 2: 'Parzialmente dipendente', 3: 'Totalmente dipendente' },
  'INPS-SINA-COGNITIVA': { 1: 'Disturbi lievi', 2: 'Disturbi moderati', 3: 'Disturbi gravi' },
  'INPS-SINA-COMPORTAMENTO': { 1: 'Assenti', 2: 'Presenti' },
  'INPS-SINA-CURE': { 1: 'Bassa', 2: 'Media', 3: 'Alta' },
  'INPS-SINA-REDDITO': { 1: 'Autonomo', 2: 'Riceve aiuto', 3: 'Bisogno senza aiuti' },
  'INPS-SINA-SUPPORTO': { 1: 'Rete presente', 2: 'Rete parziale', 3: 'Rete assente' },
  'INPS-SINA-FONTE': { 1: 'UVM', 2: 'Cartella sociale', 3: 'Altra documentazione', 4: 'Raccolta diretta' },
  'INPS-SINA-STRUMENTO': { 1: 'SVAMA', 2: 'AGED', 3: 'RUG', 4: 'SOSIA', 5: 'Schema polare', 6: 'VALGRAF', 7: 'Altro' },
  'INPS-SINBA-SI-NO': { 1: 'Sì', 2: 'No' },
  'INPS-SINBA-CONDIZIONE': { 1: 'Non orfano', 2: 'Orfano di entrambi', 3: 'Orfano di padre', 4: 'Orfano di madre', 5: 'Genitori ignoti' },
  'INPS-SINBA-LUOGO-VITA': {
    1: 'In famiglia', 2: 'Presso parenti', 3: 'Famiglia affidataria', 4: 'Struttura sociale', 5: 'Struttura sanitaria', 6: 'Istituto penale', 7: 'Amici o conoscenti', 8: 'Senza dimora',
  },
  'INPS-SINBA-SCUOLA': {
    1: 'Nessuna scuola', 2: 'Scuola in struttura', 3: 'Asilo nido', 4: 'Infanzia', 5: 'Primaria', 6: 'Secondaria di primo grado', 7: 'Secondaria di secondo grado', 8: 'Formazione professionale',
  },
  'INPS-SINBA-LAVORO': { 1: 'Inattivo', 2: 'Occupato', 3: 'Disoccupato', 4: 'In cerca di prima occupazione' },
  'INPS-SINBA-TIPO-DISABILITA': { 1: 'Fisica', 2: 'Psichica', 3: 'Sensoriale', 4: 'Plurima' },
  'INPS-SINBA-VALUTAZIONE-MINORE': {
    1: 'Nessuna problematica specifica', 2: 'Problemi relazionali e comportamentali', 3: 'Dipendenze', 4: 'Presunto abbandono', 5: 'Problemi sanitari',
    6: 'Violenza sessuale, prostituzione, tratta, pedopornografia', 7: 'Altre violenze e maltrattamento', 8: 'Grave devianza', 9: 'Autonomia o disabilità', 10: 'Coinvolto in procedure penali',
    11: 'Gestante o madre minorenne', 12: 'Minore straniero non accompagnato', 13: 'Abbandono scolastico',
  },
  'INPS-SINBA-VALUTAZIONE-FAMIGLIA': {
    1: 'Nessuna', 2: 'Fragilità o inadeguatezza genitoriale', 3: 'Dipendenza', 4: 'Problemi psichiatrici', 5: 'Altri problemi sanitari', 6: 'Grave conflittualità', 7: 'Famiglia maltrattante',
    8: 'Famiglia abusante', 9: 'Problemi giudiziari', 10: 'Fallimento dell’affido preadottivo nel primo anno', 11: 'Inadempienza agli obblighi sanitari', 12: 'Difficoltà economiche', 13: 'Difficoltà abitative',
  },
  'INPS-SINBA-COLLABORAZIONI': {
    1: 'SERT', 2: 'NPI', 3: 'Psicologia', 4: 'Clinica o DSM', 5: 'Altri servizi sociali', 6: 'USSM', 7: 'Scuola', 8: 'Privato sociale', 9: 'Altro',
  },
  'INPS-SINBA-TIPO-PROVVEDIMENTO': {
    1: 'Adottabilità', 2: 'Adozione nazionale', 3: 'Adozione internazionale', 4: 'Affidamento familiare', 5: 'Affido al servizio sociale', 6: 'Affidamento a uno dei genitori', 7: 'Vigilanza',
    8: 'Post-adozione o allontanamento art. 403',
  },
}

const SETS: Readonly<Record<QuestionSet, string>> = { card: 'Valutazione multidimensionale', sina: 'SINA: disabilità e non autosufficienza', sinba: 'SINBA: minori' }

/** Questions and areas, by key. */
const QUESTIONS: Readonly<Record<string, string>> = {
  SALUTE_FISICA: 'Salute fisica', SALUTE_PSICHICA: 'Salute psichica', AUTONOMIA_PERSONALE: 'Autonomia personale', AUTONOMIA_DOMESTICA: 'Autonomia domestica', AUTONOMIA_ESTERNA: 'Autonomia fuori casa',
  RETE_FAMILIARE: 'Rete familiare', RETE_SOCIALE: 'Rete sociale', SITUAZIONE_ECONOMICA: 'Situazione economica', ABITAZIONE: 'Abitazione',
  SINA_MOBILITA: 'Mobilità', SINA_ATTIVITA: 'Attività della vita quotidiana', SINA_COGNITIVA: 'Area cognitiva', SINA_COMPORTAMENTO: 'Disturbi comportamentali', SINA_CURE: 'Necessità di cure sanitarie',
  SINA_REDDITO: 'Area reddituale', SINA_SUPPORTO: 'Area di supporto', SINA_FONTE: 'Fonte della valutazione', SINA_STRUMENTO: 'Strumento',
  SINBA_MSNA: 'Minore straniero non accompagnato', SINBA_CONDIZIONE: 'Condizione del minore', SINBA_LUOGO_VITA: 'Luogo di vita', SINBA_SCUOLA: 'Scuola frequentata', SINBA_LAVORO: 'Condizione di lavoro',
  SINBA_DISABILITA: 'Disabilità', SINBA_TIPO_DISABILITA: 'Tipo di disabilità', SINBA_FONTE: 'Fonte della segnalazione', SINBA_MINORE: 'Valutazione del minore', SINBA_FAMIGLIA: 'Valutazione della famiglia',
  SINBA_SEGNALAZIONE_AG: 'Segnalazione all’autorità giudiziaria', SINBA_PROVVEDIMENTO: 'Provvedimento giudiziario', SINBA_COLLABORAZIONI: 'Collaborazioni',
}

const questionName = (key: string) => QUESTIONS[key] ?? key

const GAPS: Readonly<Record<Exclude<Gap['gap'], 'answer'>, string>> = {
  order_date: 'la data del provvedimento', order_authority: 'l’autorità del provvedimento', order_kind: 'il tipo di provvedimento', first_referral: 'la data della prima segnalazione', birth: 'l’anno di nascita',
}

export const assessments = {
  title: 'Valutazione',
  add: 'Nuova valutazione',
  none: 'Nessuna valutazione.',
  sets: SETS,
  which: 'Che cosa si compila',
  questionName,
  words: (area: string) => `${questionName(area)}: descrizione`,
  summary: 'Sintesi',
  on: 'Data della valutazione',
  orderOn: 'Data del provvedimento',
  orderAuthority: 'Autorità',
  orderKind: 'Tipo di provvedimento',
  order: 'Provvedimento',
  sign: 'Firma la valutazione',
  signed: 'Valutazione firmata.',
  signHelp: 'Firmata non cambia più: una nuova valutazione prende il suo posto. Non è una firma digitale.',
  openAll: 'Apri la valutazione',
  open: (day: string) => `Apri la valutazione del ${day}`,
  of: (day: string, who: string) => [day, who].filter(Boolean).join(', '),
  current: 'in uso',
  past: 'Valutazioni precedenti',
  complete: 'Completa',
  incomplete: (n: number) => (n === 1 ? 'Manca 1 dato' : `Mancano ${n} dati`),
  gapsTitle: 'Per l’invio mancano',
  gap: (gap: Gap) => (gap.gap === 'answer' ? questionName(gap.key) : GAPS[gap.gap]),
} as const

export const assessmentsErrors: ErrorTexts = {}
