// The catalogue of services, as the archive answers it.
import { casesServices } from '../bindings'
import { useAnswer } from '../navigation'

export const useServices = () => useAnswer({ key: ['cases.services'], ask: casesServices, kinds: ['operator'] }).data ?? []
