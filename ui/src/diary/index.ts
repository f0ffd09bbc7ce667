// The public face of the diary: the list of a case, a card of an entry, the words of kinds and levels.
export { CaseDiary } from './CaseDiary'
export { EntryCard } from './EntryCard'
export { FilePicker } from './FilePicker'
export { KIND_CHOICES, OUTCOME_CHOICES, PLACE_CHOICES, collectiveText, kindName, nameOf } from './words'
export { ParticipantsField } from './editor/ParticipantsField'
export { focusNameOf } from './editor/ParagraphBox'
export type { Writing } from './editor/Editor'
export { NewEntry } from './editor/WritePage'
