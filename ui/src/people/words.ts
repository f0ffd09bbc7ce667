// People in words: their choices as lists, a tie by the other's sex, a person in one line.
import type { AddressView, PersonCard, Period, Place, RelationKind, Sex } from '../bindings'
import type { Choice } from '../components'
import { showDate } from '../dates/civil'
import { showPartial } from '../dates/partial'
import { it } from '../messages/it'

export { choicesOf } from '../messages/terms'

const t = it.people

export const nameOf = (card: PersonCard) => (card.name === null ? t.unknown : card.name || t.unnamed)
export const ageOf = (card: PersonCard) => (card.age === null ? '' : t.years(card.age))

/** What tells two of the same name apart: birth and age. */
export const personNote = (card: PersonCard) => [showPartial(card.birth), ageOf(card)].filter(Boolean).join(' · ')

export function relationName(kind: RelationKind | null, sex: Sex | null): string {
  return kind ? t.relationOf[kind][sex ?? 'unknown'] : t.unknownRelation
}

export const relationChoices = (sex: Sex | null): Choice<RelationKind>[] =>
  (Object.keys(t.relationOf) as RelationKind[]).map((kind) => ({ key: kind, label: relationName(kind, sex) }))

export const periodText = (period: Period) => t.period(showDate(period.from), showDate(period.until))

export const placeText = (place: Place | null | undefined) => (place ? `${place.name}${place.province === 'EE' ? '' : ` (${place.province})`}` : '')

/** An address in one line. */
export function addressText({ location }: AddressView['record']['value'], places: Readonly<Record<string, Place | undefined>>): string {
  const street = [location.street, location.number].filter(Boolean).join(' ')
  const town = [location.postal_code, location.town, placeText(location.place ? places[location.place] : null)].filter(Boolean).join(' ')
  const parts = [location.homeless ? t.homeless : '', street, town, location.care_of ? t.careOfText(location.care_of) : '']
  return parts.filter(Boolean).join(', ')
}

/** A text field's value as the record keeps it. */
export const textOrNull = (typed: string): string | null => (typed.trim() === '' ? null : typed)
