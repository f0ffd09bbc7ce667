// Texts of appointments, deadlines, next actions.
import type { ErrorTexts } from './errors'

export const agenda = {
  title: 'Agenda',
} as const

/** Sentences for the error codes of these screens' commands: code -> text (params hold ids and numbers only). */
export const agendaErrors: ErrorTexts = {
  ends_before_start: () => 'L’ora di fine viene prima dell’inizio.',
  appointment_closed: () => 'Questo appuntamento è già chiuso: ha la sua nota o non è avvenuto.',
  action_closed: () => 'Questa azione è già chiusa.',
}
