// Texts of placements in facilities: phases, requests, absences, rates, bills, the budget sheet.
import type { CollocamentoFinding, Fatturazione, MotivoAssenza, RettaQuota, SegnaleCollocamento, StatoCollocamento, StatoRichiesta } from '../bindings'
import { textOf, type ErrorTexts } from './errors'
import { plural } from './kit'

const STATES: Readonly<Record<StatoCollocamento['is'], string>> = {
  individuazione: 'Individuazione della struttura', trasmissione: 'Trasmesso al Comune', inserito: 'In struttura', dimesso: 'Dimesso, fatture da chiudere', concluso: 'Concluso', non_avviato: 'Non avviato',
}
const REQUESTS: Readonly<Record<StatoRichiesta['is'], string>> = {
  inviata: 'Inviata', accettata_struttura: 'La struttura accetta', accettata: 'Accettata dall’ente', rifiutata_struttura: 'La struttura rifiuta', rifiutata: 'Rifiutata dall’ente',
}
const FLAGS: Readonly<Record<SegnaleCollocamento, string>> = {
  EMERGENZA: 'Emergenza', GRAVIDANZA: 'Gravidanza', CON_NEONATO: 'Con neonato', AREA_PENALE: 'Area penale', DISABILITA_CERTIFICATA: 'Disabilità certificata', EDUCATORE_AGGIUNTIVO: 'Educatore aggiuntivo richiesto',
  PROROGA_18: 'Proroga oltre i 18 anni, richiesta dal ragazzo',
}
const BILLING: Readonly<Record<Fatturazione, string>> = { MENSILE: 'Ogni mese', TRIMESTRALE: 'Ogni trimestre' }
const ABSENCES: Readonly<Record<MotivoAssenza, string>> = { RIENTRO_FAMIGLIA: 'Rientro in famiglia', RICOVERO: 'Ricovero', VACANZA: 'Vacanza', ALLONTANAMENTO: 'Allontanamento non autorizzato', ALTRO: 'Altro' }
const SHARES: Readonly<Record<RettaQuota['is'], string>> = { nessuna: 'Nessuna', percentuale: 'Percentuale del totale', giornaliera: 'Euro al giorno' }
const FINDINGS: Readonly<Record<CollocamentoFinding['is'], string>> = {
  two_at_once: 'Risulta in due strutture negli stessi giorni: registra la dimissione dalla prima.', order_missing: 'È giudiziario e manca il provvedimento: collegalo.', facility_missing: 'Manca la struttura.', forma_missing: 'Consensuale o giudiziario? Va detto.',
  conflict_undeclared: 'Manca la dichiarazione sui conflitti di interesse (D.Lgs. 149/2022 art. 28).', no_rate: 'Nessuna retta: i costi non si possono calcolare.', rates_overlap: 'Due rette valgono negli stessi giorni: conta quella che comincia dopo.',
  rate_gap: 'Giorni senza retta', shares_too_large: 'Quota sanitaria e quota dei genitori superano il totale.', of_age: 'Ha compiuto 18 anni e non risulta una proroga.',
}

/** Labels of the codes of placements, by list. */
export const PLACEMENT_CODES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'CARTELLA-TIPO-COMUNITA': {
    EDUCATIVA: 'Comunità educativa', FAMILIARE: 'Comunità familiare', ALLOGGIO_AUTONOMIA: 'Alloggio per l’autonomia', MAMMA_BAMBINO: 'Comunità mamma-bambino', PRONTO_INTERVENTO: 'Pronto intervento', TERAPEUTICA: 'Comunità terapeutica', ALTRO: 'Altro',
  },
  'INPS-SINBA-CARATTERE-RESIDENZIALE': {
    1: '1 (familiare)', 2: '2 (familiare)', 3: '3 (familiare)', 4: '4 (comunitario)', 5: '5 (comunitario)', 6: '6 (comunitario)', 7: '7 (comunitario)', 8: '8 (comunitario)', 9: '9 (comunitario)', 10: '10 (comunitario)',
  },
  'INPS-SINBA-FORMA': { 1: 'Consensuale', 2: 'Giudiziario' },
  'INPS-SINBA-ESITO-RESIDENZIALE': {
    1: 'Rientrato in famiglia', 2: 'Famiglia affidataria', 3: 'Adottato', 4: 'Altra struttura', 5: 'Struttura sanitaria', 6: 'Reso autonomo', 7: 'Rimpatriato', 8: 'Destinazione ignota', 9: 'Altro',
  },
}

export const placements = {
  tab: 'Collocamento', title: 'Collocamento in comunità', add: 'Nuovo collocamento', none: 'Nessun collocamento in questa cartella.', noneHelp: 'Comincia dalla ricerca della struttura: richieste, preventivo e scheda budget restano qui.',
  states: STATES, requestStates: REQUESTS, flagNames: FLAGS, billings: BILLING, absenceReasons: ABSENCES, shareKinds: SHARES, findings: FINDINGS,
  gap: (days: number, from: string) => `${FINDINGS.rate_gap}: ${plural(days, 'giorno', 'giorni')}, dal ${from}.`,
  phases: ['Individuazione', 'Trasmissione al Comune', 'In struttura', 'Dimissione', 'Fatture chiuse'],
  // The card.
  facility: 'Struttura', noFacility: 'Struttura da individuare', kind: 'Tipologia', character: 'Carattere (INPS)', withParent: 'Con un genitore', forma: 'Forma', order: 'Provvedimento', noOrder: 'Nessuno', need: 'Bisogno, e che cosa si cerca', expectedOn: 'Ingresso previsto', expectedUntil: 'Fine prevista',
  expectedHint: 'Per la scheda budget, finché non c’è la data vera.', countsLast: 'Il contratto conta anche il giorno della dimissione', billing: 'Fatturazione', flags: 'Segnali', noConflict: 'Dichiarato che non ci sono conflitti di interesse il', noConflictHint: 'Nessun parente entro il quarto grado di giudici, CTU o assistente sociale del procedimento ha incarichi nella struttura.',
  entered: 'Ingresso', left: 'Dimissione', outcome: 'Esito', days: (n: number) => plural(n, 'giornata', 'giornate'), daysLabel: 'Giornate', sentOn: 'Trasmesso il', sentTo: 'A quale ufficio', protocol: 'Protocollo', note: 'Nota', reason: 'Motivo', yes: 'Sì', save: 'Salva',
  edit: 'Modifica', saved: 'Salvato.',
  steps: { transmit: 'Registra la trasmissione al Comune', enter: 'Registra l’ingresso', discharge: 'Registra la dimissione', conclude: 'Fatture chiuse: concludi', give_up: 'Non si avvia', undo: 'Registrato per errore: torna indietro' },
  fixEntry: 'Correggi l’ingresso', fixDischarge: 'Correggi la dimissione', on: 'Il giorno', dischargeHint: 'Il giorno esatto: fa fede per le giornate da pagare.',
  // Requests.
  requests: 'Richieste di disponibilità', addRequest: 'Chiedi disponibilità', request: 'Richiesta di disponibilità', requestState: 'A che punto è', requestSent: 'Inviata il', answeredOn: 'Risposta del', estimate: 'Retta preventivata al giorno', freeFrom: 'Posto libero dal', noRequests: 'Nessuna richiesta.', answerRequest: 'Aggiorna',
  // Absences.
  absences: 'Assenze', addAbsence: 'Registra assenza', absence: 'Assenza', absenceFrom: 'Primo giorno intero fuori', absenceUntil: 'Ultimo giorno intero fuori', absenceReduced: 'Vale la retta ridotta', reduced: 'retta ridotta', stillAway: 'ancora fuori', noAbsences: 'Nessuna assenza.',
  // Rates.
  rates: 'Rette', addRate: 'Aggiungi retta', rate: 'Retta giornaliera', rateFrom: 'Vale dal', rateUntil: 'Fino al', rateUntilHint: 'Vuoto: fino alla prossima.', daily: 'Al giorno, senza IVA', iva: 'IVA %', reducedDaily: 'Ridotta, per le assenze', reducedHint: 'Vuoto: il contratto non la prevede.', health: 'Quota sanitaria', parents: 'Quota dei genitori', parentsHint: 'Se l’A.G. ha disposto un contributo.', shareAmount: 'Quanto', comune: 'Quota del Comune', noRates: 'Nessuna retta.',
  ratesHelp: 'Una retta nuova vale dal suo primo giorno: per i giorni prima resta quella di prima.', since: (from: string, until: string) => (until ? `dal ${from} al ${until}` : `dal ${from}`),
  // Bills.
  bills: 'Fatture', addBill: 'Registra fattura', bill: 'Fattura', billFrom: 'Dal', billUntil: 'Al', billNumber: 'Numero', billOn: 'Arrivata il', billDays: 'Giornate in fattura', billAmount: 'Totale in fattura (con IVA)', noBills: 'Nessuna fattura.', nextBill: (from: string, until: string, amount: string) => `Prossima attesa: ${from} – ${until}, circa ${amount}`,
  computedAs: (days: number, amount: string) => `Calcolato qui: ${plural(days, 'giornata', 'giornate')}, ${amount}`, agrees: 'Torna', differs: 'Non torna', remove: 'Registrato per errore', soFar: 'Costo a oggi', soFarDone: 'Costo totale',
  // Budget.
  budget: 'Scheda budget', budgetTitle: 'Scheda budget del collocamento', year: 'Anno', from: 'Dal', until: 'Al', net: 'Imponibile', ivaSum: 'IVA', total: 'Totale', sum: (year: string) => `Totale ${year}`, unrated: (n: number) => `${plural(n, 'giorno', 'giorni')} senza retta: il totale è incompleto.`, awayDays: (n: number) => `di cui ${plural(n, 'giorno', 'giorni')} di assenza`,
  reducedLine: 'ridotta', payer: 'Comune che sostiene i costi', residence: 'Comune di residenza', sign: 'Firma la scheda', signHelp: 'La scheda firmata resta con queste cifre, anche se poi le rette cambiano. Non è una firma digitale.', signed: 'Scheda firmata.', signedOn: (on: string, who: string) => `Firmata il ${on}${who ? ` da ${who}` : ''}`, sheets: 'Schede già firmate', current: 'Com’è oggi', shownSheet: 'Scheda firmata', noYear: 'Nessuna giornata in questo anno.',
  twoYears: 'Anno in corso e primo anno successivo, per l’impegno di spesa.', minor: 'Minore', show: 'Mostra', firstYear: 'Primo anno', forecast: 'Previsione: ingresso non ancora registrato.',
  // All of them.
  register: 'Tutti i collocamenti', registerTitle: 'Collocamenti e giornate', registerHelp: 'Quelli delle cartelle che puoi leggere, con le giornate e il costo nel periodo.', registerFrom: 'Dal', registerUntil: 'Al', noRegister: 'Nessuna giornata di collocamento in questo periodo.', sumDays: (minors: number, days: number) => `${plural(minors, 'minore', 'minori')}, ${plural(days, 'giornata', 'giornate')}`,
  openCase: (name: string) => `Apri la cartella di ${name}`, incomplete: (n: number) => `${plural(n, 'giorno', 'giorni')} senza retta`,
  // Facilities.
  facilities: 'Strutture', facilitiesTitle: 'Strutture', addFacility: 'Aggiungi struttura', facilityName: 'Nome', manager: 'Ente gestore', facilityComune: 'Comune', address: 'Indirizzo', phone: 'Telefono', mail: 'PEC o e-mail', charter: 'Carta dei servizi del', tariff: 'Tariffa giornaliera, senza IVA', places: 'Posti', activeFrom: 'Dal', activeUntil: 'Fino al', notActive: 'Non più attiva',
  facilitiesHelp: 'L’elenco è dell’ufficio: lo vedono tutti. Dei minori qui non c’è nulla.', noFacilities: 'Nessuna struttura: aggiungi la prima.', openFacility: (name: string) => `Apri ${name}`,
  livesIn: (facility: string, since: string) => `in struttura${facility ? `, ${facility}` : ''}, dal ${since}`,
  running: (facility: string, since: string) => `È in struttura${facility ? ` (${facility})` : ''} dal ${since}: va detto quale comune sostiene i costi.`,
} as const

export const placementsErrors: ErrorTexts = {
  facility_nameless: () => 'Scrivi il nome della struttura.',
  placement_other_state: () => 'Questo passo non segue dal punto in cui è il collocamento.',
  placement_outcome_missing: () => 'Scegli dove va il minore.',
  placed_already: (params) => `In quei giorni risulta già in un’altra struttura${textOf(params, 'since') ? ` (ingresso ${textOf(params, 'since').split('-').reverse().join('/')})` : ''}: registra prima la dimissione.`,
  request_other_state: () => 'Prima risponde la struttura, poi decide l’ente.',
  absence_unsaid: () => 'Scrivi il primo giorno di assenza.',
  rate_unsaid: () => 'Servono l’importo al giorno e il giorno da cui vale.',
  bill_unsaid: () => 'Scrivi per quali giorni è la fattura.',
}
