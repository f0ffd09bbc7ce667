// A file on a page of its own; under Cartelle.
import { it } from '../messages/it'
import type { RouteDef } from '../navigation'
import { FilePage } from './FilePage'

export const routes: RouteDef[] = [{ name: 'file', rail: 'cases', title: () => it.files.viewTitle, Screen: FilePage }]
