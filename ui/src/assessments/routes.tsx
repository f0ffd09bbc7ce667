// Pages of assessments: those of a case, and a new one. They stand under Cartelle.
import { it } from '../messages/it'
import type { RouteDef } from '../navigation'
import './assessments.css'
import { AssessmentsPage } from './AssessmentsPage'
import { NewAssessmentPage } from './NewAssessmentPage'

export const routes: RouteDef[] = [
  { name: 'assessments', rail: 'cases', title: () => it.assessments.title, Screen: AssessmentsPage },
  { name: 'assessment.new', rail: 'cases', title: () => it.assessments.add, Screen: NewAssessmentPage },
]
