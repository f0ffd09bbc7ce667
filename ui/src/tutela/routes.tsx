// Pages of the courts: registering an order, art. 403, the list of authorities.
import { it } from '../messages/it'
import type { RouteDef } from '../navigation'
import { AuthoritiesPage } from './AuthoritiesPage'
import { MeasurePage } from './MeasurePage'
import { NewMeasurePage } from './NewMeasurePage'
import { RegisterPage } from './RegisterPage'
import { ReportPage } from './report/ReportPage'

export const routes: RouteDef[] = [
  { name: 'order.new', rail: 'cases', title: () => it.tutela.registerTitle, Screen: RegisterPage },
  { name: 'measure.new', rail: 'cases', title: () => it.tutela.measureTitle, Screen: NewMeasurePage },
  { name: 'measure', rail: 'cases', title: () => it.tutela.measureTitle, Screen: MeasurePage },
  { name: 'report', rail: 'cases', title: () => it.report.title, Screen: ReportPage },
  { name: 'authorities', rail: 'cases', title: () => it.tutela.authoritiesTitle, Screen: AuthoritiesPage },
]
