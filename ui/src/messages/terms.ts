// The trade's own lists in words, by the codes of the bindings: services, states, kinds of note, roles, confidentiality.
import type { EntryKind, Role, Service, StateName } from '../bindings'

export const SERVICES: Readonly<Record<Service, string>> = {
  TM: 'Tutela minori',
  AES: 'Assistenza educativa scolastica',
  SAD: 'Assistenza domiciliare',
  AFF: 'Affidi familiari',
  SN: 'Spazio neutro',
  SSB: 'Segretariato e servizio sociale di base',
  TMP: 'Tutela minori, penale',
  AES2: 'AES secondaria di secondo grado',
  SADDP: 'SAD, dimissioni protette',
  EDMO: 'Educativa domiciliare minori, ordinaria',
  EDMI: 'Educativa domiciliare minori, integrativa',
  COM: 'Collocamenti in comunità',
  PG: 'Protezione giuridica',
  SISL: 'Inserimento lavorativo',
  SG: 'Sostegno alla genitorialità',
  CF: 'Centro per la famiglia',
  CSE: 'Centro socio-educativo',
  CSS: 'Comunità socio-sanitaria',
  CDD: 'Centro diurno disabili',
  SF: 'Spazio fragile',
  AIA: 'Adulti in difficoltà',
  ABI: 'Abitare',
  SAI: 'Accoglienza e integrazione',
  PIS: 'Pronto intervento sociale',
}

export const STATES: Readonly<Record<StateName, string>> = {
  segnalato: 'Segnalato',
  riaperto: 'Riaperto',
  assegnato: 'Assegnato',
  in_valutazione: 'In valutazione',
  in_carico: 'In carico',
  progetto_attivo: 'Progetto attivo',
  in_monitoraggio: 'In monitoraggio',
  sospeso: 'Sospeso',
  trasferito: 'Trasferito',
  non_accolto: 'Non accolto',
  chiuso: 'Chiuso',
}

export const ENTRY_KINDS: Readonly<Record<EntryKind, string>> = {
  COLLOQUIO: 'Colloquio',
  VISITA_DOMICILIARE: 'Visita domiciliare',
  TELEFONATA: 'Telefonata',
  VIDEOCHIAMATA: 'Videochiamata',
  EMAIL_PEC: 'E-mail o PEC',
  EQUIPE: 'Équipe',
  UVM: 'UVM',
  UVMD: 'UVMD',
  GLO: 'GLO',
  RICOGNIZIONE_CONGIUNTA: 'Ricognizione congiunta',
  RIUNIONE_DI_AREA: 'Riunione di area',
  INCONTRO_RETE: 'Incontro di rete',
  OSSERVAZIONE: 'Osservazione',
  INCONTRO_SN: 'Incontro in spazio neutro',
  AZIONE_PREVENTIVA: 'Azione preventiva',
  ATTIVITA_INTERNA: 'Attività interna',
  NOTA_DI_PROCESSO: 'Nota di processo',
  COMUNICAZIONE_AG: 'Comunicazione con l’A.G.',
}

export const ROLES: Readonly<Record<Role, string>> = {
  ASSISTENTE_SOCIALE: 'Assistente sociale',
  PSICOLOGO: 'Psicologa/o',
  PEDAGOGISTA: 'Pedagogista',
  EDUCATORE_ENTE: 'Educatrice/ore di ente accreditato',
  COUNSELOR: 'Counselor',
  COORDINATORE: 'Coordinatrice/ore',
  AMMINISTRATIVO: 'Amministrativa/o',
  ASSISTENTE_SOCIALE_COMUNE: 'Assistente sociale del comune',
  DIREZIONE: 'Direzione',
  DPO_AUDITOR: 'DPO o revisore',
  AMM_SISTEMA: 'Amministratore di sistema',
}

/** The list of a select, in the order given above. */
export const choicesOf = <K extends string>(terms: Readonly<Record<K, string>>) => (Object.keys(terms) as K[]).map((key) => ({ key, label: terms[key] }))
