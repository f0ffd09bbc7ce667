// Pages of the diary: a new note, a draft, a signed note.
import { it } from '../messages/it'
import type { RouteDef } from '../navigation'
import { ActivityList } from './ActivityList'
import { ActivityPage } from './ActivityPage'
import './diary.css'
import { DraftPage, NewEntry } from './editor/WritePage'
import { EntryPage } from './EntryPage'

export const routes: RouteDef[] = [
  { name: 'diary.new', rail: 'cases', title: () => it.diary.newEntry, Screen: NewEntry },
  { name: 'diary.draft', rail: 'today', title: () => it.diary.draftTitle, Screen: DraftPage },
  { name: 'activities', rail: 'cases', title: () => it.activities.title, Screen: ActivityList },
  { name: 'activity', rail: 'cases', title: () => it.activities.one, Screen: ActivityPage },
  { name: 'diary.entry', rail: 'cases', title: () => it.diary.entry, Screen: EntryPage },
]
