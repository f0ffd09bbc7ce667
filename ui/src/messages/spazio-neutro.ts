// Texts of spazio neutro: the waiting list, the eleven steps, the meetings with their diary.
import type { EsitoSn, FaseSn, PrioritaSn } from '../bindings'
import type { ErrorTexts } from './errors'
import { plural } from './kit'

const PHASES: Readonly<Record<FaseSn, string>> = {
  SEGNALAZIONE: 'Scheda di segnalazione', PRESENTAZIONE: 'Presentazione in équipe', ASSEGNAZIONE: 'Discussione e assegnazione', INVIO_GENITORI: 'Invio dei genitori', COLLOQUI: 'Colloqui separati con i genitori', AMBIENTAMENTO: 'Ambientamento del minore',
  INCONTRI: 'Incontri periodici', RELAZIONE: 'Relazione semestrale al servizio inviante', RESTITUZIONE_SERVIZIO: 'Restituzione al servizio inviante', RESTITUZIONE_FAMIGLIA: 'Restituzione ai genitori e al minore', DIMISSIONE: 'Restituzione finale e dimissione',
}
const PRIORITIES: Readonly<Record<PrioritaSn, string>> = { ORDINARIA: 'Ordinaria', ALTA: 'Alta', URGENTE: 'Urgente' }
const OUTCOMES: Readonly<Record<EsitoSn, string>> = {
  SVOLTO: 'Svolto', ANNULLATO_INCONTRANTE: 'Annullato da chi incontra', ANNULLATO_ACCOMPAGNANTE: 'Annullato da chi accompagna', ANNULLATO_SERVIZIO: 'Annullato dal servizio', ANNULLATO_MINORE: 'Il minore non ha voluto', SOSPESO: 'Iniziato e sospeso',
}

/** Labels of the codes of spazio neutro, by list. */
export const SN_CODES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'CARTELLA-MODALITA-SN': { PROTETTO: 'Protetto', OSSERVATO: 'Osservato', FACILITATO: 'Facilitato', VIGILATO: 'Vigilato', AUTONOMO: 'Verso l’autonomia' },
  'CARTELLA-FINE-SN': {
    INCONTRI_LIBERI: 'Incontri senza più il servizio', ALTRO_MANDATO: 'L’autorità giudiziaria dispone altro', REVOCA: 'Incontri revocati', RINUNCIA: 'Chi incontra rinuncia', RIFIUTO_MINORE: 'Il minore rifiuta', MAGGIORE_ETA: 'Maggiore età', TRASFERIMENTO: 'Trasferimento', ALTRO: 'Altro',
  },
}

export const spazioNeutro = {
  tab: 'Spazio neutro', add: 'Nuovo percorso', none: 'Nessun percorso in questa cartella.', noneHelp: 'Si accede solo su provvedimento dell’autorità giudiziaria: indicalo nella scheda di segnalazione.', path: 'Percorso di spazio neutro', edit: 'Modifica la scheda', save: 'Salva',
  phases: PHASES, priorities: PRIORITIES, outcomes: OUTCOMES,
  waitsFor: (days: number) => `In attesa da ${plural(days, 'giorno', 'giorni')}`, waited: (days: number) => `Attesa: ${plural(days, 'giorno', 'giorni')}`, running: 'In corso', closed: (on: string) => `Concluso il ${on}`, firstMeeting: 'Primo incontro',
  // The card.
  requestedOn: 'Data della richiesta', requestedHint: 'L’attesa si conta da qui.', priority: 'Priorità', sentBy: 'Servizio inviante', order: 'Provvedimento in questa cartella', noOrder: 'È in un’altra cartella o su carta', orderedBy: 'Provvedimento: autorità, numero, data', orderedHint: 'Se non è registrato in questa cartella.',
  visitors: 'Chi incontra il minore', companions: 'Chi accompagna', mode: 'Modalità', frequency: 'Ogni quanto, per quanto tempo', venue: 'Sede', complex: 'Servono due operatori', note: 'Che cosa si chiede, che cosa va saputo', assignedTo: 'Assegnato a', endReason: 'Perché finisce', endNote: 'Che cosa si è concordato con il servizio inviante',
  // Steps.
  steps: 'Gli undici passi', current: 'Ora', times: (n: number, last: string) => (n > 1 ? `${n} volte, l’ultima il ${last}` : last), notYet: 'Non ancora', record: 'Registra', recordStep: (phase: string) => `Registra: ${phase}`, on: 'Il giorno', stepNote: 'Con chi, che cosa ne è uscito', remove: 'Registrato per errore', recorded: 'Passi registrati',
  assign: 'Assegna', assignTitle: 'Assegna il percorso', operator: (n: number) => `Operatore ${n}`, nobody: 'Nessuno', assignHint: 'Chi legge la cartella lo dicono le assegnazioni della cartella.', unassign: 'Torna in lista d’attesa', close: 'Concludi il percorso', reopen: 'Riapri il percorso',
  // Meetings.
  together: 'Insieme a', togetherHint: 'L’incontro sta nel percorso di ciascuno; il diario si scrive una volta, nella cartella di tutti.', togetherWith: (names: string) => `insieme a ${names}`,
  meetings: 'Incontri', addMeeting: 'Nuovo incontro', meeting: 'Incontro', noMeetings: 'Nessun incontro.', day: 'Giorno', starts: 'Dalle', ends: 'Alle', outcome: 'Esito', planned: 'Da fare', delay: 'Ritardo di chi incontra (minuti)', delayed: (minutes: number) => `${plural(minutes, 'minuto', 'minuti')} di ritardo`,
  critical: 'Eventi critici', criticalField: 'Ci sono stati eventi critici', criticalHint: 'Che cosa è successo va nel diario dell’incontro.', meetingNote: 'Nota (perché non si è svolto, che cosa ricordare)', operators: 'Operatori', who: 'Chi incontra', write: 'Scrivi il diario', writeOf: (day: string) => `Scrivi il diario dell’incontro del ${day}`, read: 'Apri il diario', readOf: (day: string) => `Apri il diario dell’incontro del ${day}`,
  diary: 'Diario', diaryHelp: 'Accoglienza, incontro, congedo, eventi critici, osservazioni: si firma nel diario, e dopo la firma non cambia.', editOf: (day: string) => `Modifica l’incontro del ${day}`, signedHidden: 'Firmato',
  // The list.
  list: 'Lista d’attesa', listTitle: 'Spazio neutro: attesa e percorsi', views: { waiting: 'In attesa', running: 'In corso', closed: 'Conclusi' }, view: 'Quali percorsi', minor: 'Minore', wait: 'Attesa', days: (n: number) => plural(n, 'giorno', 'giorni'), step: 'Passo', lastMeeting: 'Ultimo incontro', openOf: (name: string) => `Apri la cartella di ${name}`,
  emptyWaiting: 'Nessuno in attesa.', emptyRunning: 'Nessun percorso in corso.', emptyClosed: 'Nessun percorso concluso.', turnHelp: 'Prima la priorità più alta, poi chi aspetta da più tempo.',
} as const

export const spazioNeutroErrors: ErrorTexts = {
  sn_without_order: () => 'Allo spazio neutro si accede solo su provvedimento: scegli quello della cartella, o scrivi autorità, numero e data.',
  sn_without_request: () => 'Scrivi la data della richiesta.',
  sn_closed: () => 'Il percorso è concluso: riaprilo per scrivere ancora.',
  sn_operators: () => 'Scegli un operatore, o due nei casi complessi.',
  sn_step_elsewhere: () => 'Questo passo si registra da solo: con la scheda, l’assegnazione, gli incontri o la conclusione.',
  sn_meeting_undated: () => 'Scrivi il giorno dell’incontro.',
}
