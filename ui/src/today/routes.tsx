// Oggi.
import { it } from '../messages/it'
import type { RouteDef } from '../navigation'
import './today.css'
import { TodayPage } from './TodayPage'

export const routes: RouteDef[] = [{ name: 'today', rail: 'today', title: () => it.today.title, Screen: TodayPage }]
