// Texts of persons, households and their relations.
import type { ErrorTexts } from './errors'

export const people = {
  title: 'Persone',
} as const

/** Sentences for the error codes of these screens' commands: code -> text (params hold ids and numbers only). */
export const peopleErrors: ErrorTexts = {}
