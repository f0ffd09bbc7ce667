// Texts of the diary: entries, drafts, signing.
import type { ErrorTexts } from './errors'

export const diary = {
  title: 'Diario',
} as const

/** Sentences for the error codes of these screens' commands: code -> text (params hold ids and numbers only). */
export const diaryErrors: ErrorTexts = {
  draft_not_empty: () => 'In questa bozza c’è già del testo: conferma se vuoi eliminarla.',
  entry_annulled: () => 'Questa nota è già annullata.',
  entry_placed: () => 'Questa nota è già stata collocata in una cartella.',
  reason_missing: () => 'Scrivi il motivo.',
  nothing_written: () => 'Manca il testo.',
  future_date: () => 'La data non può essere nel futuro.',
}
