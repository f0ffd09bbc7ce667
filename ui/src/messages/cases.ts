// Texts of cases: opening, states, assignments.
import type { ErrorTexts } from './errors'

export const cases = {
  title: 'Cartelle',
} as const

/** Sentences for the error codes of these screens' commands: code -> text (params hold ids and numbers only). */
export const casesErrors: ErrorTexts = {}
