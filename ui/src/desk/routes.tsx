// Pages of the desk: the list, a card, its form, the step into a case. They stand under Cartelle.
import { it } from '../messages/it'
import type { RouteDef } from '../navigation'
import './desk.css'
import { AcceptPage } from './AcceptPage'
import { CardPage } from './CardPage'
import { DeskPage } from './DeskPage'
import { EditCardPage, NewCardPage } from './FormPage'

export const routes: RouteDef[] = [
  { name: 'desk', rail: 'cases', title: () => it.desk.title, Screen: DeskPage },
  { name: 'desk.new', rail: 'cases', title: () => it.desk.add, Screen: NewCardPage },
  { name: 'desk.card', rail: 'cases', title: () => it.desk.accesso, Screen: CardPage },
  { name: 'desk.edit', rail: 'cases', title: () => it.desk.edit, Screen: EditCardPage },
  { name: 'desk.accept', rail: 'cases', title: () => it.desk.accept, Screen: AcceptPage },
]
