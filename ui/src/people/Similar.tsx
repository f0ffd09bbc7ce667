// Who might already be there, beside the form while it is typed. Says nothing of cases or services.
import { useEffect } from 'react'
import { peopleSuggestDuplicates, type Certainty, type SuggestDuplicates, type Suggestion } from '../bindings'
import { announce, Badge, Button, Section, type Tone } from '../components'
import { it } from '../messages/it'
import { navigate, useAnswer } from '../navigation'
import { useSettled } from './settled'
import { nameOf, personNote } from './words'

const t = it.people
const TONES: Record<Certainty, Tone> = { certain: 'danger', probable: 'warning', possible: 'info' }

const says = ({ person, contacts, addresses }: SuggestDuplicates) =>
  [person.surname, person.name, ...person.aliases].some((text) => (text ?? '').trim().length > 1) || person.identifiers.length > 0 || contacts.length > 0 || addresses.length > 0

export function useSimilar(typed: SuggestDuplicates): readonly Suggestion[] {
  const settled = useSettled(typed)
  const { data } = useAnswer({
    key: ['people.suggest_duplicates', settled],
    ask: () => peopleSuggestDuplicates(settled),
    kinds: ['person', 'address', 'contact', 'person_merge'],
    enabled: says(settled),
    keepLast: true,
  })
  return says(typed) ? (data ?? []) : []
}

function One({ suggestion }: { suggestion: Suggestion }) {
  const { card, certainty, reasons } = suggestion
  const badge = <Badge tone={TONES[certainty]}>{t.certainties[certainty]}</Badge>
  if (!card) {
    return (
      <li className="people-similar">
        {badge}
        <p>{t.hiddenSame}</p>
      </li>
    )
  }
  return (
    <li className="people-similar">
      <div className="line">
        <Button kind="link" aria-label={t.open(nameOf(card))} onPress={() => navigate('person', { person_id: card.id })}>
          {nameOf(card)}
        </Button>
        {badge}
      </div>
      <p className="item-note">{personNote(card)}</p>
      <p className="item-note">{reasons.map((reason) => t.reasons[reason]).join(', ')}</p>
    </li>
  )
}

export function Similar({ typed, found }: { typed: SuggestDuplicates; found: readonly Suggestion[] }) {
  const count = found.length
  useEffect(() => {
    if (count > 0) announce(t.sameCount(count))
  }, [count])
  return (
    <Section title={t.maybeSame}>
      {count === 0 ? <p className="item-note">{says(typed) ? t.nobodySame : t.typeToCompare}</p> : null}
      <ul className="people-list">
        {found.map((suggestion, index) => (
          <One key={suggestion.card?.id ?? index} suggestion={suggestion} />
        ))}
      </ul>
    </Section>
  )
}
