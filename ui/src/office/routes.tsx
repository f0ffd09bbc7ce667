// "Invio all'ufficio": joining an office, and how things stand with it.
import { it } from '../messages/it'
import type { RouteDef } from '../navigation'
import './office.css'
import { OfficePage } from './OfficePage'

export const routes: RouteDef[] = [{ name: 'office', rail: 'office', title: () => it.office.title, Screen: OfficePage }]
