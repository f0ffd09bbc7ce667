// Texts of who has seen a case, and the check of the chain.
import type { ErrorTexts } from './errors'

export const access = {
  title: 'Accessi alla cartella',
} as const

/** Sentences for the error codes of these screens' commands: code -> text (params hold ids and numbers only). */
export const accessErrors: ErrorTexts = {}
