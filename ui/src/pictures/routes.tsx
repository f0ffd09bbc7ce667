// Pages of pictures: genogram and ecomap of a person.
import { it } from '../messages/it'
import type { RouteDef } from '../navigation'
import { EcomapPage } from './EcomapPage'
import { GenogramPage } from './GenogramPage'
import './pictures.css'

export const routes: RouteDef[] = [
  { name: 'person.genogram', rail: 'people', title: () => it.pictures.genogram, Screen: GenogramPage },
  { name: 'person.ecomap', rail: 'people', title: () => it.pictures.ecomap, Screen: EcomapPage },
]
