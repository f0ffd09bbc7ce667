// The public face of the courts: the tab of a case.
export { CourtTab } from './CourtTab'
