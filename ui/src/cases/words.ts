// Words and small facts that several parts of a case's pages need.
import type { Confidentiality, Paper, State, StateName } from '../bindings'
import type { Tone } from '../components'
import { showDate } from '../dates/civil'
import { showPartial } from '../dates/partial'
import { it } from '../messages/it'

const t = it.cases

export const stateName = (state: StateName | null | undefined): string => (state ? t.states[state] : '')
export const levelName = (level: Confidentiality): string => t.levels[level]

const TONES: Readonly<Record<StateName, Tone>> = {
  segnalato: 'warning', riaperto: 'warning', assegnato: 'info', in_valutazione: 'info', in_carico: 'success', progetto_attivo: 'success', in_monitoraggio: 'success',
  sospeso: 'neutral', trasferito: 'neutral', non_accolto: 'neutral', chiuso: 'neutral',
}
export const stateTone = (state: StateName): Tone => TONES[state]

export const STATES = Object.keys(TONES) as StateName[]
/** Where a state stands in a case's life, to sort by. */
export const stateOrder = (state: StateName) => STATES.indexOf(state)
const ENDED: readonly StateName[] = ['trasferito', 'non_accolto', 'chiuso']
export const isOpenState = (state: StateName) => !ENDED.includes(state)
export const OPEN_STATES = STATES.filter(isOpenState)
export const ENDED_STATES = STATES.filter((state) => !isOpenState(state))

/** Day of "2026-03-12T10:30" or "2026-03-12T". */
export const dayOf = (happened: string | null | undefined) => showDate(happened?.slice(0, 10))

export const sinceOf = (state: State) => (state.on ? showPartial(state.on) : '')

export const paperWords = (paper: Paper | null | undefined): string => {
  if (!paper) return ''
  const dated = t.paperShown(showDate(paper.on), paper.protocol ?? '')
  return dated === '' ? (paper.waived ?? '') : dated
}
