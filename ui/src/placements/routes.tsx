// Pages of placements: all of them with their days, the budget sheet, the facilities.
import { it } from '../messages/it'
import type { RouteDef } from '../navigation'
import { BudgetPage } from './BudgetPage'
import { FacilitiesPage } from './FacilitiesPage'
import { RegisterPage } from './RegisterPage'

export const routes: RouteDef[] = [
  { name: 'placements', rail: 'cases', title: () => it.placements.registerTitle, Screen: RegisterPage },
  { name: 'placement.budget', rail: 'cases', title: () => it.placements.budget, Screen: BudgetPage },
  { name: 'facilities', rail: 'cases', title: () => it.placements.facilitiesTitle, Screen: FacilitiesPage },
]
