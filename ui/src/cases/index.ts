// The public face of cases: opening one for a person, the words of services and states.
import { navigate } from '../navigation'

export { CaseDialog } from './CaseDialog'
export { Inbox } from './Inbox'
export { MessageDialog } from './MessageDialog'
export { StateBadge } from './StateBadge'
export { CodeField, ComuneField, OperatorField, PaperFields, NO_PAPER, paperAnswers } from './fields'
export { emptyForm, inputOf, type OpenForm } from './open/form'
export { ServiceSection, TeamSection } from './open/sections'
export { levelName, OPEN_STATES, stateName, stateOrder } from './words'

/** Begins a case, for a person if one is given. */
export const openCaseFor = (person_id?: string) => navigate('case.new', person_id ? { person_id } : {})
