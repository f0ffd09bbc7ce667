// What the screens of spazio neutro ask of the archive.
import { spazioNeutroCodes, spazioNeutroOfCase, spazioNeutroPaths } from '../bindings'
import { useAnswer } from '../navigation'

const KINDS = ['percorso_sn', 'incontro_sn', 'passo_sn', 'provvedimento', 'diary_entry', 'case_file', 'assignment', 'operator'] as const

export const useSpazioNeutro = (case_id: string) => useAnswer({ key: ['spazio_neutro.of_case', case_id], ask: () => spazioNeutroOfCase({ case: case_id }), kinds: KINDS })
export const useSnPaths = () => useAnswer({ key: ['spazio_neutro.paths'], ask: spazioNeutroPaths, kinds: KINDS })
export const useSnCodes = () => useAnswer({ key: ['spazio_neutro.codes'], ask: spazioNeutroCodes, kinds: [] }).data
