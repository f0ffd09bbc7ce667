// How errors become sentences. Every code that a command can answer has its text in one of the features' files.
export type ErrorParams = Readonly<Record<string, unknown>>
export type ErrorTexts = Readonly<Record<string, (params: ErrorParams) => string>>

/** A number from the params, 0 when it is missing: the sentence must still be readable. */
export const countOf = (params: ErrorParams, key: string): number => (typeof params[key] === 'number' ? params[key] : 0)
/** A text from the params (an id, a date), empty when it is missing. */
export const textOf = (params: ErrorParams, key: string): string => (typeof params[key] === 'string' ? params[key] : '')

/** What is said when a code has no sentence of its own yet: by kind, still calm and useful. */
export const KIND_TEXTS: Readonly<Record<string, string>> = {
  invalid: 'Qualcosa nei dati scritti non va: controlla i campi e riprova.',
  not_found: 'Non trovo più questo elemento nell’archivio.',
  forbidden: 'Per questa azione serve un’autorizzazione che non hai.',
  conflict: 'Nel frattempo qualcosa è cambiato. Ricarica la pagina e riprova.',
  not_now: 'Adesso non si può fare.',
  locked: 'L’archivio è bloccato. Sbloccalo per continuare.',
  damaged: 'L’archivio sembra danneggiato. Il file non è stato toccato.',
  disk: 'Il disco non accetta la scrittura. Libera spazio e riprova: quello che hai scritto resta qui.',
  offline: 'Non c’è collegamento con l’ufficio. Il lavoro continua e si invia dopo.',
  cancelled: 'Operazione interrotta.',
  busy: 'L’archivio è occupato. Riprova tra un momento.',
  internal: 'Qualcosa si è rotto nel programma. Quello che avevi firmato o salvato è al sicuro.',
}
