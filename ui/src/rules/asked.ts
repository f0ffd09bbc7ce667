// What the page of the office's rules asks of the archive.
import { deadlinesRules, phasesLists } from '../bindings'
import { useAnswer } from '../navigation'

export const useRules = () => useAnswer({ key: ['deadlines.rules'], ask: deadlinesRules, kinds: ['setting', 'terms_change', 'operator'] })
export const useLists = () => useAnswer({ key: ['phases.lists'], ask: phasesLists, kinds: ['elenco_codici'] })
