// Texts of finding persons, cases and notes.
import type { ErrorTexts } from './errors'

export const search = {
  title: 'Trova',
} as const

/** Sentences for the error codes of these screens' commands: code -> text (params hold ids and numbers only). */
export const searchErrors: ErrorTexts = {}
