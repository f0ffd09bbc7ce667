// The genogram of a person: her family on a day, drawn from the ties in the record.
import { picturesGenogram, type GenogramPicture, type PersonCard, type TieLine } from '../bindings'
import { it } from '../messages/it'
import { useAnswer, useSession, type Params } from '../navigation'
import { nameOf, relationName } from '../people'
import { PicturePage, useDay } from './PicturePage'

const t = it.pictures
const KINDS = ['person', 'relation', 'household', 'person_merge']

function Words({ picture }: { picture: GenogramPicture }) {
  const cards = new Map(picture.people.map((card) => [card.id, card]))
  const called = (id: string) => {
    const card = cards.get(id)
    return card ? nameOf(card) : it.people.unknown
  }
  const line = ({ subject, other, kind, bond, closeness, ended }: TieLine) => {
    const tie = t.isOf(relationName(kind, cards.get(other)?.sex ?? null), called(subject))
    const more = [bond ? it.people.bonds[bond].toLowerCase() : '', closeness ? t.closenesses[closeness].toLowerCase() : '', ended ? t.ended : ''].filter(Boolean)
    return `${called(other)}: ${[tie, ...more].join(', ')}`
  }
  return (
    <ul className="drawing-words">
      {picture.together.length > 1 && <li>{`${t.together}: ${picture.together.map(called).join(', ')}`}</li>}
      {picture.ties.map((tie) => (
        <li key={`${tie.subject} ${tie.other} ${tie.kind}`}>{line(tie)}</li>
      ))}
    </ul>
  )
}

export function GenogramPage({ params }: { params: Params }) {
  const person = params['person_id'] ?? ''
  const { today } = useSession()
  const [day, setDay] = useDay()
  const asked = { person, on: day }
  const { data, error, isPending } = useAnswer({ key: ['pictures.genogram', person, day], ask: () => picturesGenogram(asked), kinds: KINDS, keepLast: true })
  const card = (id: string | null): PersonCard | undefined => data?.people.find((one) => one.id === id)
  const about = card(data?.about ?? null)
  return (
    <PicturePage
      kind={t.genogram} name={about ? nameOf(about) : ''} day={day ?? today} setDay={setDay} answer={data} error={error} isPending={isPending} picture={{ genogram: asked }} shapes
      nameOf={({ texts }) => texts.map(({ text, centred }) => (centred ? it.people.years(Number(text)) : text)).join(' ')}
      empty={data && data.ties.length === 0 ? t.emptyGenogram : null} words={data && <Words picture={data} />}
    />
  )
}
