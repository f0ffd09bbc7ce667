// Pages of cases: the list, a new case, the case.
import { it } from '../messages/it'
import type { RouteDef } from '../navigation'
import './cases.css'
import { CaseList } from './CaseList'
import { CasePage } from './CasePage'
import { OpenCasePage } from './open/OpenCasePage'

export const routes: RouteDef[] = [
  { name: 'cases', rail: 'cases', title: () => it.cases.title, Screen: CaseList },
  { name: 'case.new', rail: 'cases', title: () => it.cases.open, Screen: OpenCasePage },
  { name: 'case', rail: 'cases', title: () => it.cases.case, Screen: CasePage },
]
