// What every kind of record and every field of it is called, where a person reads of them apart from their own page: two
// versions of one field, what was refused, what is held. A new field of the registry without its words does not compile.
import type { RecordField, RecordKind } from '../bindings'

const KIND_NAMES: Readonly<Record<RecordKind, string>> = {
  // People
  person: 'Anagrafica', address: 'Indirizzo', contact: 'Recapito', relation: 'Legame familiare', household: 'Nucleo', parental_responsibility: 'Responsabilità genitoriale', alert: 'Avvertenza',
  person_merge: 'Unione di due schede', social_tie: 'Rete intorno', school: 'Scuola', school_class: 'Classe', school_enrolment: 'Iscrizione a scuola',
  // Case
  case_file: 'Cartella', episode: 'Presa in carico', assignment: 'Assegnazione', transition: 'Passaggio di stato', case_message: 'Messaggio', accesso: 'Accesso allo sportello', referral_note: 'Nota di segnalazione',
  assessment: 'Valutazione', care_plan: 'Progetto', plan_goal: 'Obiettivo', plan_review: 'Verifica del progetto', plan_signature: 'Firma del progetto', plan_version: 'Progetto firmato', fase: 'Fase', dato_fase: 'Dato di una fase', richiesta_accesso: 'Richiesta di accesso agli atti',
  // Diary and agenda
  diary_entry: 'Nota di diario', rectification: 'Rettifica', annulment: 'Annullamento', reserved_segment: 'Parte riservata', classification: 'Categoria', confirmation: 'Conferma', next_action: 'Impegno', appointment: 'Appuntamento', activity: 'Attività', allegato: 'Allegato',
  deadline_change: 'Decisione su una scadenza',
  // Tutela minori
  autorita: 'Autorità giudiziaria', procedimento: 'Procedimento', provvedimento: 'Provvedimento', mandato: 'Mandato', prescrizione: 'Prescrizione', affidamento_ente: 'Affidamento all’ente', misura_403: 'Art. 403', passo_403: 'Art. 403, passo compiuto', misura_penale: 'Misura penale',
  relazione: 'Relazione', relazione_testo: 'Relazione, testo', relazione_firma: 'Relazione, firma', relazione_firmata: 'Relazione firmata', relazione_file: 'Relazione, PDF',
  // Placements, spazio neutro
  struttura: 'Struttura', collocamento: 'Collocamento', retta: 'Retta', fattura_com: 'Fattura', scheda_budget: 'Scheda budget', assenza_com: 'Assenza dalla struttura', richiesta_disponibilita: 'Richiesta di disponibilità',
  percorso_sn: 'Percorso di spazio neutro', incontro_sn: 'Incontro di spazio neutro', passo_sn: 'Passo di spazio neutro',
  // The office
  operator: 'Operatore', substitution: 'Sostituzione', setting: 'Impostazioni', draft_copy: 'Bozza', office_request: 'Richiesta all’ufficio', import_batch: 'Importazione', import_mapping: 'Colonne di un’importazione', import_part: 'Parte di un’importazione',
  elenco_codici: 'Elenco di codici', terms_change: 'Termini dell’ufficio',
}

const FIELD_NAMES: Readonly<Record<RecordField, string>> = {
  // People
  surname: 'Cognome', name: 'Nome', aliases: 'Detto anche', identifiers: 'Codici', sex: 'Sesso', birth: 'Nascita', birthplace: 'Luogo di nascita', birth_town: 'Località di nascita', citizenships: 'Cittadinanze', marital_status: 'Stato civile', education: 'Titolo di studio', work: 'Lavoro',
  death: 'Decesso', language: 'Lingua', interpreter_needed: 'Serve un interprete', msna: 'Minore straniero non accompagnato', social_category: 'Categoria sociale', residence_permit: 'Permesso di soggiorno', doctor: 'Medico', health_card: 'Tessera sanitaria', acknowledged: 'Segnalazioni già viste', note: 'Nota',
  person: 'Persona', location: 'Indirizzo', period: 'Periodo', value: 'Valore', whose: 'Di chi è', subject: 'Di chi o di che cosa', other: 'L’altra persona', bond: 'Legame', caregiver: 'Si prende cura', closeness: 'Vicinanza', label: 'Nome', members: 'Componenti', minor: 'Minore', adult: 'Adulto', limits: 'Limiti',
  order: 'Ordine o grado', provvedimento: 'Provvedimento', address: 'Indirizzo', reason: 'Motivo', review: 'Da rivedere il', kept: 'Scheda che resta', absorbed: 'Scheda unita', undone: 'Separazione', surrounding: 'Che cosa', energy: 'Energia',
  institute: 'Istituto', state_run: 'Statale', school: 'Scuola', year: 'Anno scolastico', grade: 'Anno di corso', section: 'Sezione', class: 'Classe', repeating: 'Ripetente', support_minutes: 'Minuti di sostegno',
  // Case
  service: 'Servizio', comuni: 'Comuni', past_comuni: 'Comuni precedenti', involved: 'Persone coinvolte', protected: 'Recapiti protetti in uso', opened_together: 'Aperta insieme a', first_referral: 'Prima segnalazione', paper_number: 'Numero della cartella di carta',
  case: 'Cartella', referral: 'Segnalazione', privacy_notice: 'Informativa sulla privacy', consent: 'Consenso', court_mandate: 'Mandato dell’autorità giudiziaria', mandate_ended: 'Fine del mandato', plan: 'Progetto', already_running: 'Già in corso', prosieguo: 'Prosieguo amministrativo', opened_by: 'Aperta da', recorded_on: 'Registrato il',
  without_psychologist: 'Senza psicologo', episode: 'Presa in carico', operator: 'Operatore', role: 'Ruolo', stands_in_for: 'Sostituisce', assigned_by: 'Assegnata da', substitution: 'Sostituzione', caller: 'Chi ha chiamato', settled: 'Evaso', responsible: 'Responsabile', comune: 'Comune',
  point: 'Sportello', mode: 'Modalità', interlocutor: 'Chi si presenta', named: 'Persona indicata', anonymous: 'Anonimo', attendance: 'Presenza', references: 'Altri riferimenti', need: 'Bisogno', answer: 'Risposta', priority: 'Priorità', waiting_since: 'In attesa dal', sent_by: 'Inviato da', noted_at: 'Registrato alle', accesso: 'Accesso allo sportello',
  motives: 'Motivi', beneficiary: 'Beneficiario', monitor: 'Chi segue le verifiche', parties: 'Parti', renews: 'Rinnova', measures: 'Interventi', reviewed_on: 'Verifiche del', pei: 'PEI', outcome: 'Esito', outcome_on: 'Esito del', indicator: 'Indicatore', present: 'Presenti', last: 'Verifica finale', party: 'Parte', how: 'In che modo',
  phase: 'Fase', notes: 'Note', element: 'Dato', applicant: 'Richiedente', received_on: 'Arrivo', delegate: 'Delega', concerned: 'Controinteressati', checks: 'Verifiche', recorded_by: 'Registrato da', recorded_at: 'Registrato alle',
  // Diary and agenda
  entry: 'Nota di diario', segment: 'Paragrafo', category: 'Categoria', what: 'Che cosa', who: 'Chi', promised_by: 'Chi si è impegnato', due: 'Entro il', author: 'Autore', slot: 'Giorno e ora', place: 'Luogo', participants: 'Partecipanti', cases: 'Cartelle', operators: 'Operatori', occurred_on: 'Giorno', starts: 'Inizio', ends: 'Fine', time: 'Tempo',
  act: 'Atto', text: 'Testo', texts: 'Testi', title: 'Titolo', of: 'Allegato a', media: 'Tipo di file', size: 'Dimensione', sealed: 'File', dated: 'Data del documento', purpose: 'Che cos’è', removed: 'Tolto',
  // Tutela minori
  seed: 'Voce di partenza', pec: 'PEC', autorita: 'Autorità giudiziaria', number: 'Numero', judge: 'Giudice', curatore: 'Curatore', tutore: 'Tutore', hearings: 'Udienze', before: 'Prima era', procedimento: 'Procedimento', natura: 'Natura', issued_on: 'Data del provvedimento', protocol: 'Protocollo', arrived_on: 'Arrivo al servizio', notified_on: 'Notifica',
  effective_from: 'Efficace dal', effective_until: 'Efficace fino al', enforceable: 'Esecutivo', replaces: 'Sostituisce', urgent: 'Urgente', summary: 'In poche parole', ended: 'Cessato', assigned_on: 'Assegnato il', activity: 'Attività', words: 'Che cosa chiede', addressee: 'A quale servizio', term: 'Termine', every_months: 'Ogni quanti mesi', answers: 'Risposte', starts_on: 'Decorre dal',
  reports: 'Relazioni inviate', placed_with: 'Collocato presso', service_acts: 'Atti del servizio', placement_acts: 'Atti del collocatario', parents_acts: 'Atti dei genitori', curatore_acts: 'Atti del curatore', service_tasks: 'Compiti del servizio', months: 'Durata in mesi', report_months: 'Relazioni ogni quanti mesi', responsible_told: 'Comunicazione del responsabile', ended_on: 'Cessato il',
  placed: 'Messo in sicurezza', authority: 'Autorità', decided_by: 'Deciso da', reasons: 'Perché subito', procura: 'Procura', checked: 'Cose fatte', closed: 'Chiusura', misura: 'Misura', step: 'Passo', done: 'Compiuto', means: 'Mezzo', recipient: 'Destinatario', hearing_on: 'Udienza del', lapsed: 'Non conta più', mandato: 'Mandato', nth: 'Quale relazione',
  co_signers: 'Chi firma insieme', home: 'Cartella in cui si scrive', in_review: 'In revisione', signed: 'Firmata', sent: 'Invio', answered: 'Riscontro', left: 'Esce dalla relazione', relazione: 'Relazione', people: 'Nucleo e anagrafica', family: 'Altro sul nucleo', activities: 'Attività svolte', facts: 'Fatti accertati', statements: 'Dichiarazioni', evaluations: 'Valutazioni', living: 'Condizioni di vita',
  concluded: 'Presa in carico che si chiude', situation: 'Situazione alla chiusura', course: 'Percorso', reached: 'Obiettivi raggiunti', not_reached: 'Obiettivi non raggiunti', assessment: 'Valutazione complessiva', resources: 'Risorse e rischi', proposals: 'Proposte', given: 'Firma', text_hash: 'Impronta del testo', ussm: 'USSM', asked_on: 'Richiesta del', review_months: 'Verifiche ogni quanti mesi', reviews: 'Verifiche',
  // Placements, spazio neutro
  gestore: 'Ente gestore', carattere: 'Carattere', mail: 'Email', carta_servizi: 'Carta dei servizi', tariffa: 'Tariffa', posti: 'Posti', struttura: 'Struttura', with_parent: 'Con il genitore', forma: 'Forma', expected_on: 'Ingresso previsto', expected_until: 'Fine prevista', counts_last_day: 'Conta l’ultimo giorno', billing: 'Fatturazione', flags: 'Segnali', no_conflict: 'Dichiarazione di assenza di legami',
  billed: 'Periodi fatturati', collocamento: 'Collocamento', daily: 'Retta al giorno', iva: 'IVA', reduced: 'Retta ridotta', health: 'Quota sanitaria', parents: 'Quota dei genitori', amount: 'Importo', days: 'Giornate', sent_on: 'Inviata il', estimate: 'Preventivo', free_from: 'Posto libero dal',
  ordered_by: 'Disposto da', requested_on: 'Richiesto il', visitors: 'Chi incontra', companions: 'Chi accompagna', frequency: 'Frequenza', venue: 'Sede', complex: 'Situazione complessa', assigned: 'Assegnato', first_meeting: 'Primo incontro', percorso: 'Percorso', visitor: 'Chi incontra', companion: 'Chi accompagna', delay: 'Ritardo in minuti', critical: 'Eventi critici', together: 'Incontro insieme ai fratelli', fase: 'Passo',
  // The office
  qualifica: 'Qualifica', further_roles: 'Altri ruoli', services: 'Servizi', coordinates: 'Coordina', employer: 'Datore di lavoro', fte: 'Tempo di lavoro', absent: 'Chi è assente', substitute: 'Chi sostituisce', all_cases: 'Tutte le cartelle', idle_minutes: 'Blocco dopo minuti', late_after_days: 'In ritardo dopo giorni', theme: 'Aspetto', hints_read: 'Suggerimenti letti', deadlines: 'Scadenze',
  silent_after_days: 'Caso silente dopo giorni', cases_per_fte: 'Casi per operatore a tempo pieno', letterhead: 'Intestazione', closes_without_report: 'Servizi che chiudono senza relazione finale', form: 'Modulo', created_at: 'Iniziata', held: 'Contenuto', file_name: 'Nome del file', digest: 'Impronta', lines: 'Righe', started_at: 'Iniziata', signature: 'Colonne', fields: 'Campi', service_names: 'Nomi dei servizi', batch: 'Importazione',
  // Of many
  kind: 'Tipo', code: 'Codice', state: 'Stato', phone: 'Telefono', from: 'Dal', to: 'Al', until: 'Al', on: 'Il giorno', at: 'Quando', by: 'Da chi',
}

const KINDS: Readonly<Record<string, string | undefined>> = KIND_NAMES
const FIELDS: Readonly<Record<string, string | undefined>> = FIELD_NAMES

/** What a kind is called; nothing for one of a newer program. */
export const kindName = (kind: string) => KINDS[kind]
/** What a field is called; nothing for one of a newer program. */
export const fieldName = (field: string) => FIELDS[field]
