// Texts of cases: opening, states, assignments.
import { textOf, type ErrorTexts } from './errors'

/** What a state asks for, in words; the same keys as the commands'. */
export const asks: Readonly<Record<string, string>> = {
  responsible: 'l’assistente sociale responsabile',
  psychologist: 'lo psicologo della mini-équipe, o il motivo per cui manca',
  privacy_notice: 'l’informativa privacy: la data, o perché non è stata data',
  consent_or_mandate: 'il consenso al progetto, o il mandato dell’autorità giudiziaria',
  signed_plan: 'il progetto firmato',
  suspension_reason: 'il motivo della sospensione',
  destination: 'l’ente o il comune a cui passa',
  handover: 'il passaggio di consegne',
  decline_reason: 'il motivo per cui non si accoglie',
  closing_reason: 'il motivo della chiusura',
  closing_situation: 'la situazione alla chiusura',
  final_report: 'la relazione finale: data e protocollo, o perché manca',
  nothing_open: 'che non restino azioni o scadenze aperte',
  mandate_ended: 'l’atto che chiude il mandato (revoca o archiviazione)',
}

export const cases = {
  title: 'Cartelle',
} as const

/** Sentences for the error codes of these screens' commands: code -> text (params hold ids and numbers only). */
export const casesErrors: ErrorTexts = {
  case_exists: (params) =>
    params.closed === 1
      ? 'La persona ha già una cartella chiusa in questo servizio: si riapre quella, come nuova presa in carico.'
      : 'La persona ha già una cartella aperta in questo servizio.',
  case_still_open: () => 'La cartella è ancora aperta: non serve riaprirla.',
  no_such_move: () => 'Da questo stato non si passa a quello scelto.',
  move_missing: (params) => {
    const missing = textOf(params, 'asks').split(',').filter(Boolean).map((ask) => asks[ask] ?? ask)
    return missing.length === 0 ? 'Prima serve un altro passo.' : `Prima serve ${missing.join('; ')}.`
  },
  unknown_code: () => 'Il codice scelto non è nell’elenco in uso.',
  day_in_future: () => 'La data è nel futuro.',
  day_before_state: () => 'La data viene prima dell’inizio dello stato attuale.',
  last_day_before_first: () => 'La fine viene prima dell’inizio.',
  in_charge_not_said: () => 'Indica quale comune è competente: non si decide da solo.',
  costs_not_said: () => 'Con un collocamento in corso indica quale comune sostiene i costi.',
  unknown_comune: () => 'Il comune scelto non è nell’elenco.',
  operator_unknown: () => 'L’operatore scelto non risulta in servizio in quella data.',
  person_missing: () => 'Scegli almeno una persona.',
  text_missing: () => 'Il testo è vuoto.',
}
