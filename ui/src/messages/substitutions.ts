// Texts of substitutions: who is away, who stands in, on which days.
import type { SubstitutionState } from '../bindings'
import type { ErrorTexts } from './errors'

const count = (n: number, one: string, many: string) => (n === 1 ? `1 ${one}` : `${n} ${many}`)

const STATES: Readonly<Record<SubstitutionState, string>> = { running: 'In corso', coming: 'In programma', over: 'Finita', called_off: 'Annullata' }

export const substitutions = {
  title: 'Sostituzioni',
  subtitle: 'Chi è assente, chi sostituisce, in quali giorni. Il responsabile della cartella resta lo stesso.',
  make: 'Nuova sostituzione',
  ask: 'Chiedi di essere sostituita/o',
  askHelp: 'Parte una richiesta all’ufficio per ogni tua cartella: la sostituzione vale quando chi coordina l’ha decisa.',
  asked: 'Richiesta scritta: parte col prossimo invio.',
  empty: 'Nessuna sostituzione',
  emptyHelp: 'Per le ferie o una malattia: nei giorni indicati chi sostituisce vede e scrive come chi lavora sulla cartella.',
  absent: 'Chi è assente',
  substitute: 'Chi sostituisce',
  from: 'Dal',
  to: 'Al',
  days: 'Giorni',
  state: 'Stato',
  states: STATES,
  cases: 'Cartelle',
  allCases: 'Tutte le sue cartelle, anche quelle che arrivano nel frattempo',
  someCases: 'Solo alcune',
  which: 'In quali cartelle',
  all: (n: number) => `Tutte: ${count(n, 'cartella', 'cartelle')}`,
  some: (n: number) => count(n, 'cartella', 'cartelle'),
  none: 'In questi giorni non ha cartelle aperte che tu possa assegnare.',
  save: 'Registra la sostituzione',
  made: (n: number, left: number) => (left > 0 ? `Sostituzione registrata in ${count(n, 'cartella', 'cartelle')}; ${left} di altri servizi le dà chi li coordina.` : `Sostituzione registrata in ${count(n, 'cartella', 'cartelle')}.`),
  missing: 'Indica chi è assente, chi sostituisce, dal giorno e al giorno.',
  missingCases: 'Scegli almeno una cartella.',
  change: 'Cambia l’ultimo giorno',
  changeOf: (who: string) => `Cambia l’ultimo giorno: sostituzione di ${who}`,
  callOff: 'Annulla la sostituzione',
  callOffOf: (who: string) => `Annulla la sostituzione di ${who}`,
  callOffText: 'Non è ancora cominciata: non comincerà, e resta scritta come annullata.',
  changed: 'Fatto.',
  lastDay: 'Ultimo giorno',
  inHeader: 'In sostituzione',
  forWhom: (substitute: string, absent: string, to: string) => [absent ? `${substitute} per ${absent}` : substitute, to ? `fino al ${to}` : ''].filter(Boolean).join(', '),
} as const

export const substitutionsErrors: ErrorTexts = {
  substitute_is_absent: () => 'Chi sostituisce e chi è assente sono la stessa persona.',
  substitution_no_cases: () => 'In questi giorni non ha cartelle aperte che tu possa assegnare.',
  substitution_begun: () => 'È già cominciata: indica l’ultimo giorno.',
}
