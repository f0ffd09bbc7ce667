// The public face of the phases: the way to them from a case.
export { PhasesSection } from './PhasesSection'
