// What stands above the office's papers.
import { officeSettings } from '../../bindings'
import { useAnswer } from '../../navigation'

export const useLetterhead = () => useAnswer({ key: ['office.settings'], ask: officeSettings, kinds: ['setting'] }).data?.letterhead ?? null
