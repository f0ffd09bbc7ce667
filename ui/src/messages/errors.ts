// How errors become sentences. Every code that a command can answer has its text in one of the features' files.
export type ErrorParams = Readonly<Record<string, unknown>>
export type ErrorTexts = Readonly<Record<string, (params: ErrorParams) => string>>

/** A number from the params, 0 when it is missing: the sentence must still be readable. */
export const countOf = (params: ErrorParams, key: string): number => (typeof params[key] === 'number' ? params[key] : 0)
/** A text from the params (an id, a date), empty when it is missing. */
export const textOf = (params: ErrorParams, key: string): string => (typeof params[key] === 'string' ? params[key] : '')

/** What is said by kind when a code has no sentence of its own: still calm and useful. */
export const KIND_TEXTS: Readonly<Record<string, string>> = {
  not_found: 'Non trovo più questo elemento nell’archivio.',
  invalid: 'Qualcosa nei dati scritti non va: controlla i campi e riprova.',
  forbidden: 'Per questa azione serve un’autorizzazione che non hai.',
  conflict: 'Nel frattempo qualcosa è cambiato. Ricarica la pagina e riprova.',
  precondition: 'Adesso non si può fare: prima serve un altro passo.',
  locked: 'L’archivio è bloccato. Sbloccalo per continuare.',
  wrong_key: 'La frase o la chiave non apre questo archivio.',
  busy: 'L’archivio è occupato. Riprova tra un momento.',
  out_of_date: 'Questo archivio è di una versione più nuova del programma. Aggiorna il programma.',
  storage: 'Il disco o il file dell’archivio non risponde come dovrebbe. Quello che avevi firmato o salvato è al sicuro.',
  bug: 'Qualcosa si è rotto nel programma. Quello che avevi firmato o salvato è al sicuro.',
}
