// What the lists of files ask of the archive, and the records that files hang on.
import { filesList, filesOfCase, type AttachedTo, type FilesOf } from '../bindings'
import { useAnswer } from '../navigation'

/** The numbers of the kinds that have a list of files, as the registry has them. */
export const ENTRY = 30
export const DRAFT = 51
export const ORDER = 122
export const REPORT = 128

export const KINDS = ['allegato', 'diary_entry', 'annulment', 'provvedimento', 'assignment', 'draft'] as const

/** All files of a case. */
export const useFilesOfCase = (caseId: string) => useAnswer<FilesOf>({ key: ['files.of_case', caseId], ask: () => filesOfCase({ case: caseId }), kinds: KINDS })

/** The files of a record; all those of a case are asked for at once. */
export function useFiles(on: AttachedTo, caseId: string | null, enabled = true) {
  return useAnswer<FilesOf>({
    key: caseId ? ['files.of_case', caseId] : ['files.list', on.kind, on.id],
    ask: () => (caseId ? filesOfCase({ case: caseId }) : filesList(on)),
    kinds: KINDS,
    enabled,
  })
}
