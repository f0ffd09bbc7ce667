// The public face of attached files: the list on a card, the files of a note, choosing for a record that is being made.
export { ENTRY, ORDER, REPORT } from './asked'
export { CaseFilesSection } from './CaseFilesSection'
export { AGAIN, ChosenFiles, newFile, useChosenFiles } from './ChosenFile'
export { DraftFiles, EntryFiles } from './EntryFiles'
export { FileList } from './FileList'
