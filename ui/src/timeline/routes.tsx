// The page of a case's time line.
import { it } from '../messages/it'
import type { RouteDef } from '../navigation'
import { TimeLinePage } from './TimeLinePage'
import './timeline.css'

export const routes: RouteDef[] = [{ name: 'case.timeline', rail: 'cases', title: () => it.timeline.title, Screen: TimeLinePage }]
