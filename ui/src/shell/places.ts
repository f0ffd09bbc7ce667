// The places of the left rail, in the order of a working day.
import type { IconName } from '../components'
import { it } from '../messages/it'
import type { RailPlace } from '../navigation'

export interface Place {
  place: RailPlace
  label: string
  icon: IconName
  keys: string
}

export const PLACES: readonly Place[] = [
  { place: 'today', label: it.shell.today, icon: 'inbox', keys: 'Alt+1' },
  { place: 'people', label: it.shell.people, icon: 'user', keys: 'Alt+2' },
  { place: 'cases', label: it.shell.cases, icon: 'folder', keys: 'Alt+3' },
  { place: 'agenda', label: it.shell.agenda, icon: 'calendar', keys: 'Alt+4' },
  { place: 'office', label: it.office.title, icon: 'exchange-circle', keys: 'Alt+5' },
]

export const OWN_ARCHIVE: Place = { place: 'archive', label: it.shell.archive, icon: 'locked', keys: 'Alt+6' }
