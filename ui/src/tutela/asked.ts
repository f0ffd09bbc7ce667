// What the screens of the courts ask of the archive.
import { tutelaAuthorities, tutelaCodes, tutelaOfCase } from '../bindings'
import type { Choice } from '../components'
import { useAnswer } from '../navigation'

const KINDS = ['procedimento', 'provvedimento', 'mandato', 'prescrizione', 'affidamento_ente', 'misura_403', 'passo_403', 'relazione', 'autorita', 'parental_responsibility', 'diary_entry', 'case_file', 'assignment', 'misura_penale'] as const

export const useCourt = (case_id: string) => useAnswer({ key: ['tutela.of_case', case_id], ask: () => tutelaOfCase({ case: case_id }), kinds: KINDS })
export const useCourtCodes = () => useAnswer({ key: ['tutela.codes'], ask: tutelaCodes, kinds: [] }).data
export const useAuthorities = () => useAnswer({ key: ['tutela.authorities'], ask: tutelaAuthorities, kinds: ['autorita'] })

/** The authorities that work today, and the one that is chosen already. */
export function useAuthorityChoices(chosen: string | null | undefined): Choice[] {
  const { data = [] } = useAuthorities()
  return data.filter((one) => one.works || one.key === chosen).map((one) => ({ key: one.key, label: one.authority.name ?? one.key }))
}
