// Texts of persons, households and their relations.
import type { ErrorTexts } from './errors'

export const people = {
  title: 'Persone',
} as const

/** Sentences for the error codes of these screens' commands: code -> text (params hold ids and numbers only). */
export const peopleErrors: ErrorTexts = {
  person_nameless: () => 'Scrivi almeno un cognome, un nome o un soprannome.',
  person_code_taken: () => 'Questo codice è già di un’altra persona: apri la sua scheda invece di crearne una seconda.',
  person_code_taken_hidden: () => 'Persona già presente: chiedi al coordinatore.',
  address_empty: () => 'Scrivi almeno la via o il comune, oppure segna «senza fissa dimora».',
  contact_empty: () => 'Scrivi il numero o l’indirizzo.',
  period_reversed: () => 'La data di fine viene prima di quella di inizio.',
  relation_with_self: () => 'Una persona non può essere legata a sé stessa: scegli l’altra persona.',
  relation_unsaid: () => 'Scegli o scrivi di che legame si tratta.',
  household_empty: () => 'Nel nucleo deve esserci questa persona.',
  alert_unsaid: () => 'Scrivi di che cosa avvertire.',
  already_one_person: () => 'Le due schede sono già unite.',
  school_nameless: () => 'Scrivi il nome della scuola.',
  school_code_invalid: () => 'Il codice meccanografico ha 10 caratteri, per esempio MIEE8AB01P.',
  class_unsaid: () => 'Scrivi la classe o la sezione.',
}
