// The list of requests for access. It stands under Cartelle.
import { it } from '../messages/it'
import type { RouteDef } from '../navigation'
import { ListPage } from './ListPage'

export const routes: RouteDef[] = [{ name: 'accesso_atti', rail: 'cases', title: () => it.accessoAtti.title, Screen: ListPage }]
