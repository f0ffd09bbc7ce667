// The page of the staff.
import { it } from '../messages/it'
import type { RouteDef } from '../navigation'
import './staff.css'
import { StaffList } from './StaffList'

export const routes: RouteDef[] = [{ name: 'staff', rail: 'people', title: () => it.staff.title, Screen: StaffList }]
