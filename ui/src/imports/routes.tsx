import type { RouteDef } from '../navigation'
import { it } from '../messages/it'
import { ImportList } from './ImportList'
import { NewImport } from './NewImport'
import './imports.css'

export const routes: RouteDef[] = [
  { name: 'imports', rail: 'archive', title: () => it.imports.title, Screen: ImportList },
  { name: 'import.new', rail: 'archive', title: () => it.imports.newTitle, Screen: NewImport },
]
