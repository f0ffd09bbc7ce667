// Texts of the staff: who works here, as what, in which services.
import type { ErrorTexts } from './errors'

const count = (n: number, one: string, many: string) => (n === 1 ? `1 ${one}` : `${n} ${many}`)

export const staff = {
  title: 'Personale',
  count: (n: number) => count(n, 'operatore', 'operatori'),
  who: 'Chi mostrare',
  active: 'In servizio oggi',
  all: 'Anche chi non c’è più',
  filter: 'Cerca un operatore',
  filterHint: 'Cognome, nome o servizio',
  add: 'Aggiungi operatore',
  edit: (name: string) => `Modifica ${name}`,
  empty: 'Nessun operatore con queste parole',
  surname: 'Cognome',
  name: 'Nome',
  operator: 'Operatore',
  qualifica: 'Qualifica',
  qualificaHint: 'Quella con cui firma',
  furtherRoles: 'Altri ruoli',
  furtherRolesHint: 'Per esempio una coordinatrice che segue anche dei casi',
  services: 'Servizi in cui lavora',
  coordinates: 'Servizi che coordina',
  comune: 'Comune per cui lavora',
  comuneHint: 'Per l’assistente sociale di un comune',
  employer: 'Ente da cui dipende',
  employerHint: 'Solo se non dipende da questo ufficio',
  fte: 'Tempo di lavoro (%)',
  fteHint: '100 per il tempo pieno: serve al carico nel quadro del servizio',
  from: 'In servizio dal',
  to: 'Ultimo giorno',
  toHint: 'Da quel giorno non compare più tra chi si può assegnare; quello che ha firmato resta suo.',
  me: (name: string) => `${name} (io)`,
  gone: (day: string) => `fino al ${day}`,
  coming: (day: string) => `dal ${day}`,
  coordinatesShort: (services: string) => `coordina ${services}`,
  everyService: 'Tutti i servizi',
  readOnly: 'L’elenco lo cambia chi coordina.',
  saved: 'Salvato',
} as const

export const staffErrors: ErrorTexts = {
  operator_incomplete: () => 'Servono il cognome e la qualifica.',
  own_rights_lost: () => 'Con questi dati non potresti più cambiare il personale, nemmeno per tornare indietro: chiedi a chi coordina di farlo.',
}
