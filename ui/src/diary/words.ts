// Words of the diary: kinds, categories, outcomes, places as the screen says them.
import type { Category, Collective, Confidentiality, EntryKind, EntryPlace, EntryPlaceKind, Name, Outcome, Participant } from '../bindings'
import { showDate } from '../dates/civil'
import { it } from '../messages/it'

const t = it.diary

export type Names = Readonly<Record<string, Name | undefined>>

/** What a record is called; an id that is not here is said to be so. */
export const nameOf = (names: Names, id: string): string => names[id]?.name || t.someone

export const kindName = (kind: EntryKind): string => t.kinds[kind]
export const KIND_CHOICES = (Object.keys(t.kinds) as EntryKind[]).map((key) => ({ key, label: t.kinds[key] }))

export type CategoryKey = Category['type']
export const CATEGORY_KEYS: readonly CategoryKey[] = ['observed', 'documented', 'reported', 'assessment', 'hypothesis', 'decision', 'commitment']

/** A category as chosen by one key, with what is still to be said about it empty. */
export function categoryOf(key: CategoryKey): Category {
  switch (key) {
    case 'documented':
      return { type: key, document: null }
    case 'reported':
      return { type: key, by: null, verbatim: false }
    case 'assessment':
      return { type: key, method: null }
    case 'commitment':
      return { type: key, who: null, due: null }
    default:
      return { type: key }
  }
}

/** A category in words, with who, what document, which method. */
export function categoryText(category: Category | null): string {
  if (!category) return t.categories.none
  switch (category.type) {
    case 'reported':
      return (category.by ? t.reportedBy(category.by) : t.categories.reported) + (category.verbatim ? ` (${t.verbatim})` : '')
    case 'documented':
      return category.document ? t.documentOf(category.document) : t.categories.documented
    case 'assessment':
      return category.method ? t.assessmentBy(category.method) : t.categories.assessment
    case 'commitment':
      return t.commitmentOf(category.who ?? '', category.due ? showDate(category.due) : '')
    default:
      return t.categories[category.type]
  }
}

export type OutcomeKey = Outcome['type'] | 'none'
export const OUTCOME_CHOICES = (Object.keys(t.outcomes) as OutcomeKey[]).map((key) => ({ key, label: t.outcomes[key] }))
export const outcomeOf = (key: OutcomeKey): Outcome | null => (key === 'none' ? null : key === 'cancelled' ? { type: key, by: null } : { type: key })
export const outcomeText = (outcome: Outcome): string =>
  outcome.type === 'cancelled' && outcome.by ? t.cancelledBy(outcome.by) : t.outcomes[outcome.type]
export const failed = (outcome: Outcome | null): boolean => outcome !== null && outcome.type !== 'held'

export type PlaceKey = EntryPlaceKind | 'none'
export const PLACE_CHOICES = (Object.keys(t.places) as PlaceKey[]).map((key) => ({ key, label: t.places[key] }))
export const placeText = (place: EntryPlace): string => (place.detail ? `${t.places[place.kind]}, ${place.detail}` : t.places[place.kind])

/** The group, class or school that a note is about. */
export function collectiveText(collective: Collective, names: Names): string {
  if (collective.type === 'group') return collective.name || t.collective.unnamed
  const school = names[collective.school]?.name || t.collective.unnamed
  return collective.type === 'class' ? t.collective.classOf(names[collective.class]?.name ?? '', school) : school
}

export const levelText = (level: Confidentiality): string => t.levels[level]

/** Who took part, in words. */
export function participantText(participant: Participant, names: Names): string {
  if (participant.type === 'operator') return nameOf(names, participant.operator)
  const name = participant.type === 'person' ? nameOf(names, participant.person) : participant.name
  return participant.role ? `${name} (${participant.role})` : name
}
