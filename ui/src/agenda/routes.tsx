// Pages of the agenda.
import { it } from '../messages/it'
import type { RouteDef } from '../navigation'
import './agenda.css'
import { AgendaPage } from './AgendaPage'
import { AppointmentPage } from './AppointmentPage'

export const routes: RouteDef[] = [
  { name: 'agenda', rail: 'agenda', title: () => it.agenda.title, Screen: AgendaPage },
  { name: 'agenda.appointment', rail: 'agenda', title: (params) => (params['appointment_id'] ? it.agenda.edit : it.agenda.new), Screen: AppointmentPage },
]
