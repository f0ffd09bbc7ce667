// Texts of the report to a judicial authority.
import type { LegameRelazione, ReportFinding, StatoRelazione, TipoPrestazione } from '../bindings'
import type { ErrorTexts } from './errors'
import { plural } from './kit'

const STATES: Readonly<Record<StatoRelazione, string>> = { in_redazione: 'In redazione', in_revisione: 'In revisione', firmata: 'Firmata', protocollata: 'Protocollata', inviata: 'Inviata', riscontrata: 'Riscontrata' }
const FINDINGS: Readonly<Record<ReportFinding, string>> = {
  mixed: 'Un paragrafo sta sotto un titolo che non è il suo: fatti, dichiarazioni e valutazioni non si mescolano.', unclassified: 'Un paragrafo è da classificare.', speaker_missing: 'Una dichiarazione non dice di chi è.',
  method_missing: 'Una valutazione non dice con quale metodo.', no_facts: 'Mancano i fatti accertati.', signature_missing: 'Manca la firma di un collega: qui, su carta, o dispensata con un motivo.',
  approval_missing: 'Manca l’approvazione del coordinatore: qui, su carta, o dispensata con un motivo.', signed_before: 'Il testo è cambiato dopo una firma o un’approvazione: va ridata.',
  closing_reason_missing: 'Manca il motivo della chiusura.', final_assessment_missing: 'Manca la valutazione finale.', plan_open: 'Un progetto non è chiuso, o di un obiettivo non è detto com’è andato.',
}
const TIES: Readonly<Record<LegameRelazione, string>> = { MINORE: 'Minore', MADRE: 'Madre', PADRE: 'Padre', CONVIVENTE: 'Convivente', PERSONA: 'Persona seguita' }
const GIVEN: Readonly<Record<TipoPrestazione, string>> = { ATTIVITA: 'Attività', COLLOCAMENTO: 'Collocamento in comunità', SPAZIO_NEUTRO: 'Incontri in spazio neutro' }

/** Texts of the final report of a case. */
const final = {
  section: 'Relazioni e documenti', none: 'Nessuna relazione.', write: 'Scrivi la relazione finale', open: (title: string) => `Apri: ${title}`, signedOn: (on: string) => `firmata il ${on}`, left: 'rinunciata',
  takenInCharge: 'Presa in carico', service: 'Servizio', number: 'Presa in carico n.', referred: 'Segnalazione', since: 'In carico dal', period: 'Periodo', reason: 'Motivo della chiusura', situation: 'Situazione alla chiusura',
  plans: 'Progetti e obiettivi', noPlan: 'Nessun progetto firmato.', atWork: 'ancora attivo', goal: 'Obiettivo', goalTerm: 'Tempo', goalOutcome: 'Raggiunto', notSaid: 'non detto',
  services: 'Interventi e prestazioni', noServices: 'Nessuna attività firmata nel periodo.', what: 'Che cosa', times: 'Volte', fromDay: 'Dal', toDay: 'Al', given: GIVEN, refresh: 'Rileggi la cartella',
  text: 'Com’è andata', free: { course: 'Percorso svolto', reached: 'Risultati raggiunti', not_reached: 'Risultati non raggiunti', assessment: 'Valutazione finale', proposals: 'Indicazioni per il dopo' },
  signedBy: 'La firma chi può chiudere la cartella: il responsabile.', giveUp: 'Rinuncia alla relazione', giveUpHelp: 'Il testo resta, con il motivo; se ne può iniziare un’altra.',
  how: 'Dov’è', kinds: { here: 'Scritta qui', paper: 'Su carta, o perché manca', none: 'Senza relazione' }, which: 'Quale relazione', noSigned: 'Non c’è ancora una relazione finale firmata.',
} as const

export const report = {
  title: 'Relazione', states: STATES, findings: FINDINGS, ties: TIES, reserved: 'Riservato', toLookAt: 'Da guardare prima di firmare',
  sentCopy: 'Copia inviata e altri file',
  start: 'Inizia la relazione', begin: 'Inizia', begun: 'Relazione iniziata.', go: (state: string) => `Apri la relazione: ${state.toLowerCase()}`, kind: 'Tipo di relazione', fromDay: 'Racconta dal', toDay: 'al',
  startHelp: 'Mandato, nucleo, attività e note firmate del periodo ci sono già; le note classificate entrano da sole sotto il loro titolo.',
  mandate: 'Mandato ricevuto', period: 'Periodo', family: 'Composizione del nucleo e anagrafica', name: 'Cognome e nome', tie: 'Chi è', born: 'Nascita', residence: 'Residenza', refresh: 'Rileggi anagrafica e diario',
  activities: 'Fonti e attività svolte', noActivities: 'Nessuna nota firmata nel periodo.', text: 'Testo della relazione', rest: 'Il minore, le risorse, le proposte',
  sections: { facts: 'Fatti accertati', statements: 'Dichiarazioni', evaluations: 'Valutazioni' },
  sectionHelp: { facts: 'Osservato, da documento, decisioni, impegni.', statements: 'Che cosa è stato riferito, e da chi.', evaluations: 'Con il metodo da cui vengono.' },
  add: { facts: 'Aggiungi un fatto', statements: 'Aggiungi una dichiarazione', evaluations: 'Aggiungi una valutazione' },
  free: { family: 'Altro sul nucleo', living: 'Condizioni di vita del minore e osservazione diretta', resources: 'Risorse e rischi', proposals: 'Proposte' },
  method: 'Metodo', by: 'Riferito da', document: 'Quale documento', from: (on: string) => `Dalla nota del ${on}`, own: (n: number) => `Paragrafo ${n}, scritto qui`, remove: (n: number, section: string) => `Togli il paragrafo ${n} da ${section}`,
  save: 'Salva per tutti', onlyYou: 'Lo vedi solo tu finché non salvi', allSaved: 'Salvato per chi lavora al caso.', saveFirst: 'Prima salva il testo.', hidden: 'Il testo lo leggono gli operatori del caso e il coordinatore.',
  waiting: 'Ancora nel periodo', drafts: (n: number) => `${plural(n, 'bozza', 'bozze')} da firmare`, entries: 'Note firmate con paragrafi fuori dalla relazione', include: 'Includi', signInclude: 'Firma e includi', openDraft: 'Apri la bozza', included: 'Inclusa nella relazione.',
  draftUnready: 'La bozza non si può ancora firmare: aprila.', whatIsIt: 'Da classificare: che cos’è', later: { observed: 'Osservato', documented: 'Da documento', reported: 'Riferito da…', assessment: 'Valutazione' }, classifyInclude: 'Classifica e includi',
  signatures: 'Firme e invio', author: 'Chi scrive e firma', approval: 'Approvazione del coordinatore', waits: 'manca', outdated: 'il testo è cambiato dopo', onPaper: (on: string) => `su carta, ${on}`, waived: (why: string) => `dispensata: ${why}`,
  otherwise: { su_carta: 'Su carta', dispensato: 'Dispensata, con un motivo' }, how: 'Come', reason: 'Motivo', coSigners: 'Chi firma con te', coSign: 'Firma anche tu', otherwiseOf: (name: string) => `${name}: su carta o dispensata`,
  approve: 'Approva', approvalOtherwise: 'Approvata su carta o dispensata', toReview: 'Manda in revisione', back: 'Rimanda in redazione', sign: 'Firma la relazione', signed: 'Relazione firmata: il testo non cambia più.', notDigital: 'Non è una firma digitale.',
  leaving: { protocol: 'Protocolla', send: 'Registra invio', answered: 'Registra riscontro' }, sendHelp: 'Da questo giorno il mandato risulta adempiuto, per tutti i minori della relazione; se ne chiede una ogni tot mesi, il prossimo termine parte da qui.',
  sentOn: 'Inviata il', answeredOn: 'Riscontrata il', answeredBy: 'Con quale provvedimento', noOrder: 'Nessuno, o non ancora registrato', hash: 'Impronta del PDF (SHA-256)', madeOnMandate: 'È scritta su mandato del giudice: chi ne chiede copia va indirizzato al Tribunale.',
  leave: 'Togli dalla relazione', leaveOf: (name: string) => `Togli ${name}`, leaveTitle: (name: string) => `${name} esce dalla relazione`, leaveHelp: (others: number) => `Il suo mandato resta da fare. ${others === 1 ? 'L’altro minore resta.' : 'Gli altri minori restano.'}`, hasLeft: (name: string, on: string, why: string) => `${name}: fuori dalla relazione dal ${on} (${why})`,
  savePdf: 'Salva PDF/A', saveDocx: 'Salva DOCX', page: 'Pagina {n} di {total}', roleCoSigner: 'Con la firma di', signedOn: 'Firmata il', onPaperOf: 'Su carta, il', waivedFor: 'Dispensata', textHash: 'Impronta del testo firmato (SHA-256)', days: 'giorni', months: 'mesi', byDay: 'entro il',
  mine: 'Relazioni che ti aspettano', waitsFor: { writing: 'da scrivere e firmare', co_signing: 'aspetta la tua firma', approval: 'aspetta la tua approvazione', protocol: 'da protocollare', sending: 'da inviare' },
  final,
  out: 'minore uscito', nothing: 'Nulla da riferire.', nobody: 'Senza nome', notSigned: 'Bozza, non firmata',
} as const

export const reportErrors: ErrorTexts = {
  report_not_ready: ({ findings }) => `La relazione non si può ancora firmare. ${String(findings ?? '').split(',').map((one) => FINDINGS[one as ReportFinding]).filter(Boolean).join(' ')}`.trim(),
  report_not_saved: () => 'Hai scritto qualcosa che non è ancora salvato per tutti: apri la relazione, salva, poi firma.',
  final_report_not_signed: () => 'La relazione finale scelta non è firmata, o è di un’altra presa in carico.',
  paper_failed: () => 'Non sono riuscito a preparare il documento. Riprova; se succede ancora, avvisa chi assiste il programma.',
}

/** Labels of the kinds of report. */
export const reportCodes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'CARTELLA-TIPO-RELAZIONE': {
    INDAGINE_SOCIALE: 'Relazione di indagine sociale', INDAGINE_PSICOSOCIALE: 'Relazione di indagine psico-sociale', AGGIORNAMENTO: 'Relazione di aggiornamento', SEMESTRALE_AFFIDO: 'Relazione semestrale, affido', SEMESTRALE_ENTE: 'Relazione semestrale, affidamento all’ente',
    SINTETICA_403: 'Relazione sintetica, art. 403', SEGNALAZIONE_PROCURA: 'Segnalazione alla Procura', SPAZIO_NEUTRO: 'Relazione, spazio neutro', FAMIGLIA_AFFIDATARIA: 'Valutazione della famiglia affidataria', UVM: 'Relazione per l’UVM', GIUDICE_TUTELARE: 'Relazione al giudice tutelare', FINALE: 'Relazione finale',
  },
}
