// Pages of schools: the list, a plesso.
import { it } from '../messages/it'
import type { RouteDef } from '../navigation'
import { SchoolList } from './SchoolList'
import { SchoolPage } from './SchoolPage'
import './schools.css'

export const routes: RouteDef[] = [
  { name: 'schools', rail: 'people', title: () => it.schools.title, Screen: SchoolList },
  { name: 'school', rail: 'people', title: () => it.schools.school, Screen: SchoolPage },
]
