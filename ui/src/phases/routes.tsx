// The page of a case's phases. It stands under Cartelle.
import { it } from '../messages/it'
import type { RouteDef } from '../navigation'
import { PhasesPage } from './PhasesPage'
import './phases.css'

export const routes: RouteDef[] = [{ name: 'phases', rail: 'cases', title: () => it.phases.title, Screen: PhasesPage }]
