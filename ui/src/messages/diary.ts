// Texts of the diary: entries, drafts, signing.
import type { ErrorTexts } from './errors'

export const diary = {
  title: 'Diario',
} as const

/** Sentences for the error codes of these screens' commands: code -> text (params hold ids and numbers only). */
export const diaryErrors: ErrorTexts = {}
