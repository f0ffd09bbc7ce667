// All files of a case, and a file on a page of its own; under Cartelle.
import { it } from '../messages/it'
import type { RouteDef } from '../navigation'
import { CaseFilesPage } from './CaseFilesPage'
import { FilePage } from './FilePage'

export const routes: RouteDef[] = [
  { name: 'case.files', rail: 'cases', title: () => it.files.caseTitle, Screen: CaseFilesPage },
  { name: 'file', rail: 'cases', title: () => it.files.viewTitle, Screen: FilePage },
]
