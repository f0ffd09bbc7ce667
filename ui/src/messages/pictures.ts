// Words of the genogram and the ecomap.
import type { Closeness, Energy, StrokeSign, Surrounding } from '../bindings'

const surroundings: Record<Surrounding, string> = {
  SCUOLA: 'Scuola', LAVORO: 'Lavoro', SANITA: 'Medico, ospedale', NPI: 'Neuropsichiatria (NPI)', SERVIZI_SOCIALI: 'Servizi sociali', PARENTI: 'Parenti', AMICI: 'Amici', VICINATO: 'Vicinato',
  PARROCCHIA: 'Parrocchia, comunità di fede', ASSOCIAZIONE: 'Associazione', SPORT_TEMPO_LIBERO: 'Sport, tempo libero', ALTRO: 'Altro',
}
const closenesses: Record<Closeness, string> = { FORTE: 'Forte', DEBOLE: 'Debole', CONFLITTUALE: 'Conflittuale', INTERROTTO: 'Interrotto', VIOLENTO: 'Violento' }
const energies: Record<Energy, string> = { DALLA_FAMIGLIA: 'Dalla famiglia (costa energia)', VERSO_LA_FAMIGLIA: 'Verso la famiglia (dà energia)', RECIPROCA: 'Nei due sensi' }

/** What each stroke stands for, as the legend says it; an empty text needs no legend. */
const signs: Record<StrokeSign, string> = {
  figure: '', about: 'Persona di riferimento', death: 'Deceduto', union: 'Matrimonio o unione civile', cohabitation: 'Convivenza', parents: 'Genitori, senza altro legame noto', parted: 'Coppia separata (//: matrimonio finito)',
  child: 'Figlio', adopted: 'Figlio adottivo', fostered: 'In affido', kin: 'Parentela', household: 'Vivono insieme', tie: 'Legame', strong: 'Legame forte', weak: 'Legame debole', conflict: 'Legame conflittuale',
  broken: 'Legame interrotto', violent: 'Violenza', arrow: 'Verso dell’energia',
}

export const pictures = {
  genogram: 'Genogramma',
  ecomap: 'Ecomappa',
  back: 'Torna alla persona',
  titleOf: (kind: string, name: string, day: string) => `${kind} di ${name} al ${day}`,
  about: (name: string, day: string) => `${name}, situazione al ${day}`,
  on: 'Situazione al',
  onHint: 'Mostra la famiglia com’era in quel giorno',
  save: 'Salva (SVG)',
  saved: 'Immagine salvata. Contiene nomi: conservala con cura.',
  print: 'Stampa o PDF',
  whole: 'Tutta',
  full: 'Grandezza piena',
  size: 'Dimensione',
  picture: (title: string) => `${title}. Ogni figura si apre con Invio; sotto, la stessa cosa in parole.`,
  legend: 'Segni',
  square: 'Uomo', circle: 'Donna', diamond: 'Sesso non indicato',
  signs,
  inWords: 'In parole',
  emptyGenogram: 'Nessun legame familiare: aggiungili nella pagina della persona e il genogramma si disegna da solo.',
  emptyEcomap: 'Niente intorno al nucleo: aggiungi scuola, lavoro, parenti o vicini nella pagina della persona.',
  isOf: (kind: string, of: string) => `${kind} di ${of}`,
  of: (name: string) => `legame di ${name}`,
  ended: 'finito',
  together: 'Vivono insieme',

  ties: 'Rete intorno',
  noTies: 'Niente ancora: scuola, lavoro, vicini, parrocchia, chi aiuta e chi pesa.',
  addTie: 'Aggiungi',
  tie: 'Legame con ciò che sta intorno',
  surrounding: 'Che cosa',
  surroundings,
  label: 'Nome',
  labelHint: 'Per esempio: Oratorio San Luigi, la vicina del terzo piano',
  closeness: 'Com’è il legame',
  closenesses,
  energy: 'Verso dell’energia',
  energies,
  note: 'Nota',
}
