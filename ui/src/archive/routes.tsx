// The page of her own data.
import { it } from '../messages/it'
import type { RouteDef } from '../navigation'
import './archive.css'
import { OwnArchive } from './OwnArchive'

export const routes: RouteDef[] = [{ name: 'archive', rail: 'archive', title: () => it.archive.title, Screen: OwnArchive }]
