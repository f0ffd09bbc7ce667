// Choosing a person by name, code or phone.
import { peopleList, type PersonCard } from '../bindings'
import { ComboBox, type ComboItem } from '../components'
import type { FieldProps } from '../components'
import { nameOf, personNote } from './words'

export interface PersonItem extends ComboItem {
  card: PersonCard
}

export const personItem = (card: PersonCard): PersonItem => ({ key: card.id, label: nameOf(card), note: personNote(card), card })

interface PersonPickerProps extends FieldProps {
  value: PersonItem | null
  onChange: (person: PersonItem | null) => void
  /** People who are no choice here. */
  except?: readonly string[]
  onFreeText?: (text: string) => void
}

export function PersonPicker({ except = [], ...field }: PersonPickerProps) {
  const load = async (filter: string) => {
    const { lines } = await peopleList({ filter, after: null })
    return lines.filter((line) => !except.includes(line.card.id)).map((line) => personItem(line.card))
  }
  return <ComboBox {...field} load={load} minLength={2} />
}
