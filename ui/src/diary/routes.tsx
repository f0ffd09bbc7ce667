// Pages of the diary: a new note, a draft, a signed note.
import { it } from '../messages/it'
import type { RouteDef } from '../navigation'
import './diary.css'
import { DraftPage, NewEntry } from './editor/WritePage'
import { EntryPage } from './EntryPage'

export const routes: RouteDef[] = [
  { name: 'diary.new', rail: 'cases', title: () => it.diary.newEntry, Screen: NewEntry },
  { name: 'diary.draft', rail: 'today', title: () => it.diary.draftTitle, Screen: DraftPage },
  { name: 'diary.entry', rail: 'cases', title: () => it.diary.entry, Screen: EntryPage },
]
