// The page of a case's accesses.
import { it } from '../messages/it'
import type { RouteDef } from '../navigation'
import './access.css'
import { CaseAccesses } from './CaseAccesses'

export const routes: RouteDef[] = [{ name: 'case.access', rail: 'cases', title: () => it.access.title, Screen: CaseAccesses }]
