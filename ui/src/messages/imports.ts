// Texts of bringing in spreadsheets.
import type { ErrorTexts } from './errors'

export const imports = {
  title: 'Importa',
} as const

/** Sentences for the error codes of these screens' commands: code -> text (params hold ids and numbers only). */
export const importsErrors: ErrorTexts = {}
