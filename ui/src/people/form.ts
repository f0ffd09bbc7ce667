// What the form of a person holds while it is typed, and the person that it stands for.
import type { Identifier, IdentifierKind, NewAddress, NewContact, Person, Place, ReadCode } from '../bindings'
import type { ComboItem } from '../components'
import { placeText } from './words'

export const NOBODY: Person = { aliases: [], identifiers: [], citizenships: [], acknowledged: [] }

export interface PersonDraft {
  person: Person
  /** The code as typed; it becomes an identifier. */
  code: string
  /** Which code it is when it has the shape of none. */
  codeKind: IdentifierKind
  aliases: string
  birthplace: ComboItem | null
  street: string
  number: string
  comune: ComboItem | null
  phone: string
}

export const blankDraft = (): PersonDraft => ({
  person: NOBODY,
  code: '',
  codeKind: 'CF',
  aliases: '',
  birthplace: null,
  street: '',
  number: '',
  comune: null,
  phone: '',
})

/** An existing person in the form. Her codes are edited apart. */
export const draftOf = (person: Person, birthplace: Place | undefined): PersonDraft => ({
  ...blankDraft(),
  person,
  aliases: person.aliases.join(', '),
  birthplace: person.birthplace ? { key: person.birthplace, label: birthplace ? placeText(birthplace) : person.birthplace } : null,
})

export const normalCode = (typed: string) => typed.toUpperCase().replace(/[^A-Z0-9]/g, '')

/** The person that the form stands for. */
export function personOf(draft: PersonDraft): Person {
  const typed = normalCode(draft.code)
  const code: Identifier[] = typed ? [{ kind: draft.codeKind, value: typed, period: {} }] : []
  return {
    ...draft.person,
    aliases: draft.aliases.split(',').map((alias) => alias.trim()).filter(Boolean),
    identifiers: [...draft.person.identifiers, ...code],
    birthplace: draft.birthplace?.key ?? null,
  }
}

export function addressesOf({ street, number, comune }: PersonDraft): NewAddress[] {
  if (!street.trim() && !comune) return []
  const location = { homeless: false, street: street || null, number: number || null, place: comune?.key ?? null }
  return [{ address: { person: NIL, kind: 'DOMICILIO', location, period: {} }, protected: false }]
}

export function contactsOf({ phone }: PersonDraft): NewContact[] {
  if (!phone.trim()) return []
  const kind = normalCode(phone).replace(/^(0039|39(?=3))/, '').startsWith('3') ? 'CELLULARE' : 'TELEFONO'
  return [{ contact: { person: NIL, kind, value: phone, whose: {}, period: {} }, protected: false }]
}

/** The person of what is saved beside a new person: the archive puts hers. */
const NIL = '00000000-0000-0000-0000-000000000000'

/** The form with what the code says put in: sex, birth and birthplace. */
export function withDecoded(draft: PersonDraft, read: ReadCode, earlier = false): PersonDraft {
  const { birth, birthplace } = read
  if (!birth) return draft
  const place = birthplace ? { key: birthplace.code, label: placeText(birthplace) } : { key: birth.belfiore, label: birth.belfiore }
  const date = earlier && birth.century_earlier ? birth.century_earlier : birth.date
  return { ...draft, person: { ...draft.person, sex: birth.sex, birth: date }, birthplace: place }
}
