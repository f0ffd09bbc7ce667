// The board of a service. It stands under Cartelle.
import { it } from '../messages/it'
import type { RouteDef } from '../navigation'
import './board.css'
import { BoardPage } from './BoardPage'

export const routes: RouteDef[] = [{ name: 'board', rail: 'cases', title: () => it.board.title, Screen: BoardPage }]
