// What the screens of placements ask of the archive.
import { placementsBudget, placementsCodes, placementsFacilities, placementsOfCase, placementsRegister, placementsRunning, type AskPlacements } from '../bindings'
import { useAnswer } from '../navigation'

const STAYS = ['collocamento', 'struttura', 'richiesta_disponibilita', 'assenza_com', 'retta', 'fattura_com', 'scheda_budget', 'provvedimento', 'case_file', 'assignment', 'person'] as const

export const usePlacements = (case_id: string) => useAnswer({ key: ['placements.of_case', case_id], ask: () => placementsOfCase({ case: case_id }), kinds: STAYS })
export const useRegister = (asked: AskPlacements) => useAnswer({ key: ['placements.register', asked], ask: () => placementsRegister(asked), kinds: STAYS, keepLast: true })
export const usePlacementCodes = () => useAnswer({ key: ['placements.codes'], ask: placementsCodes, kinds: [] }).data
export const useFacilities = () => useAnswer({ key: ['placements.facilities'], ask: placementsFacilities, kinds: ['struttura'] })
export const useBudget = (id: string, year: number | null) => useAnswer({ key: ['placements.budget', id, year], ask: () => placementsBudget({ id, year }), kinds: STAYS, keepLast: true })
/** Where the person of a case is placed today. */
export const useRunning = (case_id: string, enabled = true) => useAnswer({ key: ['placements.running', case_id], ask: () => placementsRunning({ case: case_id }), kinds: ['collocamento', 'struttura', 'case_file', 'assignment'], enabled }).data ?? []
