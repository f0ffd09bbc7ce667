// Texts of the first page of the day.
import type { ErrorTexts } from './errors'

export const today = {
  title: 'Oggi',
} as const

/** Sentences for the error codes of these screens' commands: code -> text (params hold ids and numbers only). */
export const todayErrors: ErrorTexts = {}
