// Texts of plans (progetti): writing, sharing, signing, reviewing.
import type { Beneficiary, GoalTerm, PartyKind, PlanStateName, Unit } from '../bindings'
import { countOf, type ErrorTexts } from './errors'

/** Labels of the codes of plans, by list. */
export const PLAN_CODES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'CARTELLA-TIPO-PROGETTO': {
    QUADRO: 'Progetto quadro', INDIVIDUALE: 'Progetto individuale', PAI: 'PAI', PEI: 'PEI', EDUCATIVO: 'Progetto educativo', NUCLEO: 'Progetto per il nucleo', ALTRO: 'Altro',
  },
  'SISO-ESITO-OBIETTIVO': { 1: 'No', 2: 'In parte', 3: 'Sì' },
  'CARTELLA-CHIUSURA-PROGETTO': {
    RAGGIUNTO: 'Obiettivi raggiunti', PARZIALE: 'Obiettivi raggiunti in parte', NON_RAGGIUNTO: 'Obiettivi non raggiunti', RINUNCIA: 'Rinuncia', TRASFERIMENTO: 'Trasferimento', DECESSO: 'Decesso', ALTRO: 'Altro',
  },
}

const STATES: Readonly<Record<PlanStateName, string>> = { bozza: 'Bozza', condiviso: 'Condiviso', firmato: 'Firmato', in_verifica: 'In verifica', rinnovato: 'Rinnovato', chiuso: 'Chiuso' }
const TERMS: Readonly<Record<GoalTerm, string>> = { short: 'Breve termine', middle: 'Medio termine', long: 'Lungo termine' }
const PARTIES: Readonly<Record<PartyKind, string>> = { person: 'La persona', parent: 'Genitore', guardian: 'Tutore, curatore o AdS', operator: 'Operatore del servizio', body: 'Altro servizio o ente', other: 'Altri' }
const UNITS: Readonly<Record<Unit, string>> = { days: 'giorni', weeks: 'settimane', months: 'mesi', years: 'anni' }
const BENEFICIARIES: Readonly<Record<Beneficiary, string>> = { person: 'La persona', household: 'Il nucleo', group: 'Un gruppo' }

export const plans = {
  title: 'Progetto',
  add: 'Nuovo progetto',
  edit: 'Modifica la bozza',
  none: 'Nessun progetto.',
  states: STATES,
  terms: TERMS,
  parties: PARTIES,
  units: UNITS,
  beneficiaries: BENEFICIARIES,
  kind: 'Tipo',
  subject: 'Oggetto',
  motives: 'Motivazioni',
  measures: 'Interventi: che cosa, chi, quanto spesso',
  profilo: 'Profilo di funzionamento del',
  diagnosi: 'Diagnosi funzionale del',
  diagnosiHelp: 'Serve finché manca il profilo.',
  tablesC: 'Le tabelle C e C1 non si compilano (nota MIM 1718 del 28/05/2024).',
  beneficiary: 'Per chi',
  starts: 'Dal',
  ends: 'Fino al (previsto)',
  reviewEvery: 'Verifica ogni',
  reviewUnit: 'Unità',
  every: (n: number, unit: Unit) => `Verifica ogni ${n} ${UNITS[unit]}`,
  nextReview: 'Prossima verifica',
  responsible: 'Responsabile del progetto',
  monitor: 'Responsabile del monitoraggio',
  nobody: 'Nessuno, per ora',
  goals: 'Obiettivi',
  goal: (n: number) => `Obiettivo ${n}`,
  term: 'Tempo',
  indicator: 'Da che cosa si vede',
  addGoal: 'Aggiungi un obiettivo',
  removeGoal: (n: number) => `Togli l’obiettivo ${n}`,
  outcome: 'Raggiunto',
  signers: 'Chi firma',
  signer: (n: number) => `Nome di chi firma, ${n}`,
  signerKind: (n: number) => `Chi è, ${n}`,
  addSigner: 'Aggiungi chi firma',
  removeSigner: (n: number) => `Togli chi firma, ${n}`,
  save: 'Salva la bozza',
  saved: 'Bozza salvata.',
  share: 'Condividi con tutti',
  shareHelp: 'Da condiviso il testo non cambia più: si raccolgono le firme.',
  shared: 'Condiviso: ora si raccolgono le firme.',
  unshare: 'Torna alla bozza',
  unshareHelp: 'Le firme raccolte finora non valgono più; restano nella storia.',
  signatures: 'Firme',
  unsigned: 'Manca',
  sign: (name: string) => `Firma di ${name}`,
  signShort: 'Raccogli la firma',
  signHere: 'Firma ______________________________',
  how: 'Come',
  hows: { screen: 'Sullo schermo', paper: 'Su carta', waived: 'Non firma: il motivo', operator: 'Firmo io' },
  notDigital: 'Non è una firma digitale.',
  pad: 'Firma qui, con il dito, la penna o il mouse',
  clearPad: 'Cancella',
  paperOn: 'Data della firma su carta',
  paperProtocol: 'Protocollo',
  why: 'Perché non firma',
  take: 'Registra la firma',
  taken: 'Firma registrata.',
  conclude: 'Hanno firmato tutti',
  signedOn: (day: string) => `Firmato il ${day}`,
  version: 'La versione firmata resta com’è, per sempre.',
  review: 'Registra una verifica',
  reviews: 'Verifiche',
  noReviews: 'Ancora nessuna verifica.',
  reviewOn: 'In data',
  present: 'Presenti',
  text: 'Che cosa è emerso',
  result: 'Il progetto',
  results: { open: 'resta in verifica', continues: 'prosegue', renewed: 'si rinnova', closed: 'si chiude' },
  reason: 'Motivo della chiusura',
  last: 'verifica finale',
  done: 'Registrato.',
  open: (name: string) => `Apri ${name}`,
  renews: 'Rinnova un progetto precedente',
  goToNext: 'Vai al progetto rinnovato',
} as const

export const plansErrors: ErrorTexts = {
  plan_other_state: () => 'Il progetto è in un altro stato: questo passo ora non si può fare.',
  plan_incomplete: () => 'Prima servono il tipo e la data da cui parte il progetto.',
  pei_without_basis: () => 'Per il PEI serve il profilo di funzionamento o, finché non c’è, la data della diagnosi funzionale.',
  plan_no_goal: () => 'Prima serve almeno un obiettivo.',
  plan_no_party: () => 'Prima va detto chi firma.',
  plan_unsigned: (params) => {
    const n = countOf(params, 'count')
    return n === 1 ? 'Manca ancora una firma, o il motivo per cui non c’è.' : `Mancano ancora ${n} firme, o il motivo per cui non ci sono.`
  },
  not_a_party: () => 'Non è tra chi firma questo progetto.',
  signature_missing: () => 'Manca la firma: disegnala, oppure scrivi la data del foglio o il motivo.',
}
