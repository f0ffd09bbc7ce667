// The page of spazio neutro: waiting list and paths.
import { it } from '../messages/it'
import type { RouteDef } from '../navigation'
import { ListPage } from './ListPage'

export const routes: RouteDef[] = [{ name: 'spazio_neutro', rail: 'cases', title: () => it.spazioNeutro.listTitle, Screen: ListPage }]
