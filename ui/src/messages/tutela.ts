// Texts of child protection: orders, mandates, the emergency measure of art. 403.
import type { Cessazione, CourtFinding, Decorrenza, EsitoMisura, EsitoPenale, EsitoPrescrizione, Mezzo, Natura, Part, Passo, PubblicaAutorita, RuoloParte, StatoProcedimento, TipoAttivita, TipoAutorita, TipoMisuraPenale, TipoProcedimento } from '../bindings'
import { deadlines } from './deadlines'
import type { ErrorTexts } from './errors'
import { plural } from './kit'

const AUTHORITIES: Readonly<Record<TipoAutorita, string>> = {
  TM: 'Tribunale per i minorenni', PMM: 'Procura minorile', TO: 'Tribunale ordinario', PO: 'Procura ordinaria', GT: 'Giudice tutelare', CA: 'Corte d’appello', USSM: 'USSM',
  TPMF: 'Tribunale per le persone, per i minorenni e per le famiglie',
}
const PROCEEDINGS: Readonly<Record<TipoProcedimento, string>> = {
  RESPONSABILITA: 'Civile sulla responsabilità genitoriale', SEPARAZIONE: 'Separazione, divorzio, affidamento', ADOTTABILITA: 'Adottabilità', AMMINISTRATIVO: 'Amministrativo', PENALE: 'Penale', TUTELA: 'Tutela',
}
const PROCEEDING_STATES: Readonly<Record<StatoProcedimento, string>> = { APERTO: 'Aperto', DEFINITO: 'Definito', RECLAMATO: 'Reclamato', ARCHIVIATO: 'Archiviato' }
const PARTIES: Readonly<Record<RuoloParte, string>> = { MADRE: 'Madre', PADRE: 'Padre', TUTORE: 'Tutore', COLLOCATARIO: 'Collocatario', ALTRO: 'Altra parte' }
const FORMS: Readonly<Record<Natura, string>> = { DECRETO: 'Decreto', DECRETO_PROVVISORIO: 'Decreto provvisorio', ORDINANZA: 'Ordinanza', SENTENZA: 'Sentenza', NOTA: 'Nota o richiesta' }
const OUTCOMES: Readonly<Record<EsitoPrescrizione, string>> = { RISPETTATA: 'Rispettata', IN_PARTE: 'Rispettata in parte', NON_RISPETTATA: 'Non rispettata', SUPERATA: 'Superata' }
const ENDINGS: Readonly<Record<Cessazione, string>> = {
  REVOCA: 'Revoca', ARCH: 'Archiviazione / non luogo a provvedere', SOSTITUITO: 'Sostituito da un altro provvedimento', SCADUTO: 'Scaduto', TRASFERIMENTO: 'Passaggio ad altro territorio', MAGGIORE_ETA: 'Maggiore età',
}
const STARTS: Readonly<Record<Decorrenza, string>> = {
  EMISSIONE: 'dalla data del provvedimento', PEC: 'dalla consegna della PEC', PROTOCOLLO: 'dal protocollo del comune', ARRIVO: 'dall’arrivo al servizio', NOTIFICA: 'dalla notifica',
}
const STEPS: Readonly<Record<Passo, string>> = {
  '403_AVVISO': 'Avviso orale al PM minorile', '403_TRASMISSIONE': 'Trasmissione al PM di provvedimento, documenti e relazione', '403_RICEZIONE': 'Il PM riceve gli atti',
  '403_RICHIESTA_CONVALIDA': 'Il PM chiede la convalida al TM', '403_REVOCA': 'Il PM revoca il collocamento', '403_DECRETO': 'Decreto del TM sulla convalida', '403_UDIENZA': 'Udienza davanti al giudice relatore',
  '403_NOTIFICA': 'Notifica del decreto ai genitori', '403_COLLEGIO': 'Decreto del collegio: conferma, modifica o revoca',
}
const MEANS: Readonly<Record<Mezzo, string>> = { TELEFONO: 'Telefono', PEC: 'PEC', FAX: 'Fax', A_MANO: 'A mano', MAIL: 'E-mail', ALTRO: 'Altro' }
const TAKEN_BY: Readonly<Record<PubblicaAutorita, string>> = { SINDACO: 'Sindaco', SERVIZI: 'Servizi sociali e sanitari', FORZE_POLIZIA: 'Forze di polizia' }
const MEASURE_ENDS: Readonly<Record<EsitoMisura, string>> = { CONVALIDATA: 'Convalidata', NON_CONVALIDATA: 'Non convalidata', REVOCATA: 'Revocata dal PM', INEFFICACE: 'Divenuta inefficace' }
const PARTS: Readonly<Record<Part, string>> = {
  a: 'a) presso chi è collocato', b: 'b) atti che il servizio compie direttamente', c: 'c) atti del collocatario', d: 'd) atti dei genitori', e: 'e) atti del curatore', f: 'f) compiti del servizio',
  g: 'g) durata', h: 'h) periodicità delle relazioni',
}
const CHECKS: Readonly<Record<string, string>> = {
  pericolo: 'Descritti i fatti: abbandono o grave pericolo per l’incolumità psico-fisica, emergenza di provvedere', alternative: 'Verificato che nessun’altra misura basta subito',
  avviso_pm: 'Avvisato a voce il PM minorile di turno', ascolto: 'Spiegato al minore, con parole adatte, che cosa succede; raccolto che cosa dice', genitori: 'Informati i genitori, o scritto perché non ancora',
  scuola_sanita: 'Avvisati scuola, pediatra o pronto soccorso se serve', provvedimento: 'Scritto e firmato il provvedimento', relazione: 'Scritta la relazione sintetica', trasmissione: 'Trasmessi al PM provvedimento, documenti e relazione',
  collocamento: 'Registrati luogo e orario del collocamento, chi ha accompagnato, effetti personali e farmaci', coordinatore: 'Avvisati coordinatore e comune', diario: 'Scritta la nota di diario',
}

const FINDINGS: Readonly<Record<CourtFinding['is'], string>> = {
  received_before_issued: 'Risulta arrivato prima della sua data: controlla le date.', not_received: 'Manca la data di arrivo: i termini non decorrono.', no_authority: 'Manca l’autorità giudiziaria.',
  sinba_incomplete: 'Per SINBA servono data, autorità e tipo: finché mancano, il minore risulta incompleto.', mandate_without_addressee: 'Un mandato non dice a quale servizio è rivolto.',
  term_without_start: 'Un termine decorre da una data che manca ancora.', term_start_differs: 'La data da cui decorre un termine è cambiata: apri Correggi e salva per ricalcolarlo.', no_mandate: 'Nessun mandato scritto: che cosa chiede al servizio, entro quando?', no_affidamento: 'Affidamento all’ente: mancano le otto parti dell’art. 5-bis.',
  parts_missing: 'Affidamento all’ente, mancano:', too_long: 'La durata supera i 24 mesi dell’art. 5-bis.', reports_too_rare: 'Le relazioni sono più rade di 6 mesi (art. 5-bis).',
  responsibility_unchanged: 'Tocca la responsabilità genitoriale: registra come cambia.',
}

const PENAL_KINDS: Readonly<Record<TipoMisuraPenale, string>> = {
  INDAGINE: 'Indagine penale', MAP: 'Messa alla prova (art. 28 D.P.R. 448/1988)', IRRILEVANZA: 'Irrilevanza del fatto', PERDONO: 'Perdono giudiziale', PRESCRIZIONI: 'Misura cautelare: prescrizioni',
  PERMANENZA_IN_CASA: 'Misura cautelare: permanenza in casa', COLLOCAMENTO_IN_COMUNITA: 'Misura cautelare: collocamento in comunità', CUSTODIA: 'Misura cautelare: custodia', RIEDUCAZIONE: 'Percorso di rieducazione (art. 27-bis)',
}
const PENAL_ACTIVITIES: Readonly<Record<TipoAttivita, string>> = {
  SCUOLA: 'Scuola', LAVORO: 'Formazione o lavoro', VOLONTARIATO: 'Volontariato', GIUSTIZIA_RIPARATIVA: 'Giustizia riparativa', SOSTEGNO: 'Colloqui e sostegno', TEMPO_LIBERO: 'Sport e tempo libero', ALTRO: 'Altro',
}
const PENAL_ENDS: Readonly<Record<EsitoPenale, string>> = { POSITIVO: 'Esito positivo', NEGATIVO: 'Esito negativo', REVOCATA: 'Revocata', CONCLUSA: 'Conclusa' }

const hoursMinutes = (minutes: number) => deadlines.hours(Math.floor(minutes / 60), minutes % 60)

export const tutela = {
  tab: 'Autorità giudiziaria', diaryTab: 'Diario', tabs: 'Parti della cartella',
  authorities: AUTHORITIES, proceedings: PROCEEDINGS, proceedingStates: PROCEEDING_STATES, parties: PARTIES, forms: FORMS, outcomes: OUTCOMES, endings: ENDINGS, starts: STARTS, steps: STEPS, means: MEANS, takenBy: TAKEN_BY,
  measureEnds: MEASURE_ENDS, parts: PARTS, checks: CHECKS, findings: FINDINGS,
  checkOf: (line: string) => CHECKS[line] ?? line,
  // The tab.
  register: 'Registra provvedimento', emergency: 'Apri art. 403', addProceeding: 'Aggiungi procedimento', noOrders: 'Nessun provvedimento in questa cartella.',
  noOrdersHelp: 'Quando arriva, registralo una volta sola per tutti i minori a cui si riferisce.', notUnderCourt: 'Questo servizio non lavora su mandato dell’autorità giudiziaria.',
  orders: 'Provvedimenti', measures: 'Art. 403', proceedingsTitle: 'Procedimenti', authoritiesTitle: 'Autorità giudiziarie',
  holds: 'Efficace', urgent: 'Urgente', ended: (how: string, on: string) => `Cessato il ${on}: ${how}`, notHolding: 'Non più efficace', forMinors: (n: number) => `Per ${plural(n, 'minore', 'minori')}`, by: 'di',
  issued: 'Data del provvedimento', pec: 'Consegna della PEC', protocol: 'Protocollo del comune', arrived: 'Arrivo al servizio', notified: 'Notifica', effective: 'Efficace dal', until: 'fino al', unknownAuthority: 'Autorità non indicata',
  mandates: 'Mandati', noMandates: 'Nessun mandato.', to: 'A chi', term: 'Termine', judgeTerm: 'Termine del giudice', internalTerm: 'Termine interno (non indicato nel provvedimento)', noStart: 'Decorre da una data che manca ancora',
  dueOn: (on: string) => `entro il ${on}`, counted: { giorni: (n: number) => plural(n, 'giorno', 'giorni'), mesi: (n: number) => plural(n, 'mese', 'mesi') }, from: (on: string) => `dal ${on}`, every: (n: number) => `poi ogni ${plural(n, 'mese', 'mesi')}`,
  open: 'Da fare', done: (on: string) => `Adempiuto il ${on}`, ceased: (on: string) => `Cessato il ${on}`, answers: 'Note di diario che rispondono', noAnswers: 'Nessuna nota collegata.', hiddenAnswer: 'Nota di diario che non puoi leggere',
  linkAnswers: 'Collega note', linkTitle: 'Note di diario che rispondono al mandato', noEntries: 'Nel diario non ci sono ancora note firmate.', report: 'Relazione', reportSent: 'Inviata', reportDue: 'Da scrivere',
  prescriptions: 'Prescrizioni', outcome: 'Esito', outcomeOn: 'Verificato il', setOutcome: 'Registra esito', affidamento: 'Affidamento all’ente (art. 5-bis)', affidamentoUntil: (on: string) => `Scade il ${on}`, months: 'Durata in mesi', reportMonths: 'Una relazione ogni mesi',
  affidamentoFrom: 'Dal', reportSentOn: (n: number) => `${n}ª relazione inviata il`, writeParts: 'Scrivi le otto parti', editParts: 'Correggi le otto parti', told: 'Nominativo del responsabile comunicato il', toldTo: 'Comunicato a', responsibility: 'Responsabilità genitoriale', changeResponsibility: 'Registra come cambia',
  adult: 'Genitore o tutore', becomes: 'Diventa', since: 'Dal', limits: 'Limiti, con le parole del provvedimento',
  edit: 'Correggi', end: 'Fai cessare', endTitle: 'Il provvedimento cessa', endOn: 'Cessa il', endHow: 'Come', note: 'Nota', addTo: 'Aggiungi mandato o prescrizione', everywhere: (n: number) => `Anche per gli altri minori (${n} in tutto)`, update: 'Aggiorna', updateTitle: 'Mandato',
  state: 'A che punto è', states: { aperto: 'Da fare', adempiuto: 'Adempiuto', cessato: 'Cessato' }, stateOn: 'Data', stateNote: 'Con quale atto (protocollo)', saved: 'Salvato.',
  // Registering.
  registerTitle: 'Registra provvedimento', minors: 'Per quali minori', minorsHelp: 'Il provvedimento entra una volta sola: resta nella cartella di ciascuno.', addMinor: 'Aggiungi la cartella di un altro minore', kind: 'Tipo di provvedimento', authority: 'Autorità giudiziaria', form: 'Natura',
  number: 'Numero (R.G., cronologico)', dates: 'Le date, ciascuna per conto suo', pecOn: 'PEC consegnata il', pecAt: 'alle', protocolNumber: 'Numero di protocollo del comune', protocolOn: 'Protocollato il', arrivedHint: 'Da qui partono i tempi degli indicatori.',
  effectiveFrom: 'Efficace dal', effectiveUntil: 'Efficace fino al', enforceable: 'È esecutivo', urgentField: 'È urgente', summary: 'In poche parole', ends: 'Fa cessare', what: 'Che cosa chiede al servizio', activity: 'Attività', words: 'Con le parole del provvedimento',
  addressee: 'A quale servizio', termKind: 'Entro quando', terms: { entro: 'Entro una data', giorni: 'Entro un numero di giorni', mesi: 'Entro un numero di mesi', non_indicato: 'Non indicato' }, termDate: 'Data', termNumber: 'Quanti', termFrom: 'Decorre',
  termFromAny: 'dall’arrivo (se il provvedimento non dice altro)', everyMonths: 'Poi una relazione ogni (mesi)', addMandate: 'Aggiungi un mandato', removeMandate: 'Togli il mandato', addPrescription: 'Aggiungi una prescrizione', removePrescription: 'Togli la prescrizione',
  prescriptionTo: 'A chi', prescriptionWords: 'Che cosa prescrive', prescriptionDue: 'Entro il', save: 'Registra', missingKind: 'Scegli il tipo di provvedimento.', registered: (n: number) => (n === 1 ? 'Provvedimento registrato.' : `Provvedimento registrato nelle cartelle di ${n} minori.`), proceeding: 'Nel procedimento', none: 'Nessuno',
  // Proceedings.
  proceedingTitle: 'Procedimento', proceedingNumber: 'R.G. / numero', proceedingKind: 'Oggetto', judge: 'Giudice relatore', partiesTitle: 'Parti', partyName: 'Cognome e nome', lawyer: 'Avvocato', addParty: 'Aggiungi una parte', removeParty: 'Togli la parte', curatore: 'Curatore speciale', tutore: 'Tutore', mail: 'PEC o e-mail',
  hearings: 'Udienze', addHearing: 'Aggiungi un’udienza', hearingOn: 'Udienza del', hearingNote: 'Nota', before: 'Prima era presso',
  // Penal measures.
  penalTitle: 'Area penale e messa alla prova', penalAdd: 'Aggiungi una misura penale', penalKind: 'Misura', penalKinds: PENAL_KINDS, penalNumber: 'Numero del procedimento', ussm: 'Referente USSM', ussmMail: 'E-mail o PEC', ussmPhone: 'Telefono',
  askedOn: 'Richiesta al servizio il', penalFrom: 'Dal', penalUntil: 'Fino al (secondo il provvedimento)', reviewMonths: 'Verifica ogni (mesi)', project: 'Progetto', activityKind: 'Attività', activityKinds: PENAL_ACTIVITIES,
  activityWords: 'Dove, quanto, con chi', addActivity: 'Aggiungi un’attività', removeActivity: 'Togli l’attività', penalReviews: 'Verifiche', addReview: 'Aggiungi una verifica', removeReview: 'Togli la verifica', reviewOn: 'Verifica del', reviewNote: 'Che cosa si è visto',
  penalEnded: 'Conclusa il', penalOutcome: 'Esito', penalOutcomes: PENAL_ENDS, penalOpen: 'In corso', penalNotEnded: 'Non è conclusa', penalNote: 'Altro da sapere', penalEndOf: (how: string, on: string) => `${how} il ${on}`,
  penalUsual: 'Se il provvedimento non dice altro, valgono i termini dell’ufficio: si vedono tra le scadenze.',
  // Authorities.
  authorityAdd: 'Aggiungi autorità', authorityName: 'Nome', authorityKind: 'Tipo', authorityFrom: 'Dal', authorityUntil: 'Fino al', authorityPec: 'PEC', authorityEnded: 'Non più attiva', authorityHelp: 'L’elenco è dell’ufficio: si aggiunge, si corregge e si chiude. I provvedimenti già registrati non cambiano.',
  // 403.
  measureTitle: 'Art. 403 c.c.: collocamento in sicurezza', openMeasure: 'Avvia', placedOn: 'Il minore è stato messo in sicurezza il', placedAt: 'alle', placedHelp: 'Le 24 ore partono da qui. Si può correggere.', decidedBy: 'Chi ha deciso (nome e ufficio)', takenByField: 'Pubblica autorità', reasons: 'Perché subito: i fatti',
  place: 'Dove si trova il minore', procura: 'Procura minorile competente', now: 'Adesso', go: 'Apri la pagina guidata', clocks: 'Orologio', immediately: 'Subito', notYet: 'Non decorre ancora', byHour: (when: string) => `entro ${when}`, otherActor: 'di altri: PM, Tribunale', unverified: 'termine da verificare sul testo di legge',
  left: (minutes: number) => deadlines.left(hoursMinutes(minutes)), over: (minutes: number) => deadlines.overdueHours(hoursMinutes(minutes)), daysLeft: (days: number) => (days === 0 ? deadlines.dueToday : days > 0 ? deadlines.soon(days) : deadlines.overdue(-days)),
  stepDone: (when: string) => `Fatto ${when}`, stepLate: 'in ritardo', recordStep: 'Registra', recordOther: 'Registra un altro passo', stepTitle: 'Passo compiuto', step: 'Passo', doneOn: 'Effettuato il', doneAt: 'alle', meansField: 'Mezzo', recipient: 'Destinatario', stepProtocol: 'Protocollo', hearingFixed: 'Udienza fissata il', timeline: 'Passi compiuti', noSteps: 'Nessun passo registrato.',
  removeStep: 'Registrato per errore', checklist: 'Lista di controllo', print: 'Stampa lista e moduli', closeMeasure: 'Chiudi la misura', closeHow: 'Esito', closeOn: 'Data', closed: (how: string, on: string) => `Chiusa il ${on}: ${how}`, neverCloses: 'Non si chiude da sola: un termine passato resta scaduto.', running: 'In corso', future: 'È nel futuro secondo l’orologio di questo computer: controlla.',
  printOrder: 'Provvedimento ai sensi dell’art. 403 c.c.', printReport: 'Relazione sintetica', printBlank: '______________________________', printSigned: 'Firma', printDate: 'Luogo e data', printFor: 'Minore', printHead: 'Alla Procura della Repubblica presso il Tribunale per i minorenni',
  printText: 'La pubblica autorità sottoscritta, rilevato che il minore appare moralmente o materialmente abbandonato o esposto, nell’ambiente familiare, a grave pregiudizio e pericolo per la sua incolumità psico-fisica, e che vi è emergenza di provvedere, lo colloca in luogo sicuro e ne dà immediato avviso orale al Pubblico Ministero presso il Tribunale per i minorenni.',
  printReportParts: ['Chi ha segnalato e quando', 'Che cosa è stato visto (fatti)', 'Che cosa è stato detto, e da chi', 'Il minore: condizioni, parole, salute', 'I genitori: dove sono, che cosa sanno', 'Perché nessun’altra misura basta', 'Dove si trova il minore e con chi'],
} as const

export const tutelaErrors: ErrorTexts = {
  case_not_under_court: () => 'Questo servizio non lavora su mandato dell’autorità giudiziaria: apri o scegli una cartella di tutela.',
  no_file_chosen: () => 'Scegli almeno un minore.',
  order_kind_missing: () => 'Scegli il tipo di provvedimento.',
  authority_nameless: () => 'Scrivi il nome e scegli il tipo dell’autorità.',
  hour_not_there: () => 'Quell’ora non esiste: nella notte del cambio dell’ora gli orologi la saltano.',
  moment_missing: () => 'Scrivi giorno e ora.',
  measure_closed: () => 'Questa misura è già chiusa.',
  step_missing: () => 'Scegli quale passo è stato compiuto.',
}

/** Labels of the courts' codes, by list. */
export const COURT_CODES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'CARTELLA-TIPO-PROVVEDIMENTO': {
    RICH_INFO: 'Richiesta di informazioni della Procura minorile', IND_PSICOSOC: 'Incarico di indagine psico-sociale', MONIT: 'Monitoraggio / vigilanza', SOST_SUPP: 'Mandato di vigilanza e supporto', AFF_ENTE: 'Affidamento al servizio sociale (art. 5-bis)',
    ALLONT: 'Allontanamento del minore o del genitore', CONV_403: 'Convalida o mancata convalida art. 403', COLL_COM: 'Collocamento in comunità', AFF_FAM: 'Affidamento familiare', SN_INC: 'Incontri protetti / spazio neutro', PRESCR: 'Prescrizioni ai genitori',
    LIM_333: 'Limitazione della responsabilità (art. 333)', SOSP_RESP: 'Sospensione della responsabilità', DEC_330: 'Decadenza dalla responsabilità (art. 330)', TUTELA: 'Nomina del tutore', CURATELA: 'Nomina del curatore', AFF_SEP: 'Affidamento a uno dei genitori',
    ADOTT: 'Stato di adottabilità', ADOZ_NAZ: 'Adozione nazionale', ADOZ_INT: 'Adozione internazionale', MAP: 'Messa alla prova', ARCH: 'Archiviazione / non luogo a provvedere', REVOCA: 'Revoca / chiusura del mandato',
  },
  'CARTELLA-ATTIVITA-DEMANDATA': {
    INDAGINE_SOCIALE: 'Indagine sociale', INDAGINE_PSICOSOCIALE: 'Indagine psico-sociale', VALUTAZIONE_GENITORIALE: 'Valutazione delle capacità genitoriali', MONITORAGGIO: 'Monitoraggio', VIGILANZA_SOSTEGNO: 'Vigilanza e sostegno', INCONTRI_PROTETTI: 'Incontri protetti',
    EDUCATIVA: 'Intervento educativo', COLLOCAMENTO: 'Collocamento', RELAZIONE: 'Relazione di aggiornamento', ALTRO: 'Altro',
  },
}
