// The public face of the deadlines: the section of a case, the file for a calendar, their words.
export { DeadlinesSection } from './DeadlinesSection'
export { ExportButton } from './ExportButton'
export { TERM_KINDS } from './kinds'
export { dayWords, showMoment, standingWords } from './words'
