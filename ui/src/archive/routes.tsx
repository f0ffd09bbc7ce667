// The page of her own data.
import { it } from '../messages/it'
import type { RouteDef } from '../navigation'
import './archive.css'
import { OwnData } from './OwnData'

export const routes: RouteDef[] = [{ name: 'archive', rail: 'archive', title: () => it.archive.title, Screen: OwnData }]
