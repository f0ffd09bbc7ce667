// Pages of a visit: choosing the cases, the sheet to take along, the page to write.
import { it } from '../messages/it'
import type { RouteDef } from '../navigation'
import { PreparePage } from './PreparePage'
import { SheetPage } from './SheetPage'
import { WriteVisitPage } from './WriteVisitPage'
import './visits.css'

export const routes: RouteDef[] = [
  { name: 'visit.prepare', rail: 'agenda', title: () => it.visits.prepare, Screen: PreparePage },
  { name: 'visit.sheet', rail: 'agenda', title: () => it.visits.sheet, Screen: SheetPage },
  { name: 'visit.write', rail: 'agenda', title: () => it.visits.writing, Screen: WriteVisitPage },
]
