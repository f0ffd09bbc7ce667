// The page of substitutions. It stands under Persone, beside the staff.
import { it } from '../messages/it'
import type { RouteDef } from '../navigation'
import { SubstitutionsPage } from './SubstitutionsPage'

export const routes: RouteDef[] = [{ name: 'substitutions', rail: 'people', title: () => it.substitutions.title, Screen: SubstitutionsPage }]
