// Pages of plans: one, a new one, a draft in its form. They stand under Cartelle.
import { it } from '../messages/it'
import type { RouteDef } from '../navigation'
import { EditPlanPage, NewPlanPage } from './FormPage'
import { PlanPage } from './PlanPage'
import './plans.css'

export const routes: RouteDef[] = [
  { name: 'plan', rail: 'cases', title: () => it.plans.title, Screen: PlanPage },
  { name: 'plan.new', rail: 'cases', title: () => it.plans.add, Screen: NewPlanPage },
  { name: 'plan.edit', rail: 'cases', title: () => it.plans.edit, Screen: EditPlanPage },
]
