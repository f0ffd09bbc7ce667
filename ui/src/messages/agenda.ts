// Texts of appointments, deadlines, next actions.
import type { ErrorTexts } from './errors'

export const agenda = {
  title: 'Agenda',
} as const

/** Sentences for the error codes of these screens' commands: code -> text (params hold ids and numbers only). */
export const agendaErrors: ErrorTexts = {}
