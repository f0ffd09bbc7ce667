// What the page of the phases asks of the archive.
import { phasesOfCase } from '../bindings'
import { useAnswer } from '../navigation'

const KINDS = [
  'fase', 'dato_fase', 'elenco_codici', 'case_file', 'episode', 'assignment', 'transition', 'person', 'address', 'contact', 'household', 'assessment', 'care_plan', 'plan_goal', 'plan_review', 'referral_note',
] as const

export const usePhases = (case_id: string) => useAnswer({ key: ['phases.of_case', case_id], ask: () => phasesOfCase({ case: case_id }), kinds: KINDS })
