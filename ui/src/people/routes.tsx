// Pages of people: the list, a new one, a person.
import { it } from '../messages/it'
import type { RouteDef } from '../navigation'
import { NewPerson } from './NewPerson'
import { PersonPage } from './page/PersonPage'
import { PeopleList } from './PeopleList'
import './people.css'

export const routes: RouteDef[] = [
  { name: 'people', rail: 'people', title: () => it.people.title, Screen: PeopleList },
  { name: 'person.new', rail: 'people', title: () => it.people.newPerson, Screen: NewPerson },
  { name: 'person', rail: 'people', title: () => it.people.person, Screen: PersonPage },
]
