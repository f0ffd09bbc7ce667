// The ecomap of a person's household: what stands around it on a day.
import { picturesEcomap, type AroundLine, type EcomapPicture } from '../bindings'
import { it } from '../messages/it'
import { useAnswer, useSession, type Params } from '../navigation'
import { nameOf, relationName } from '../people'
import { PicturePage, useDay } from './PicturePage'

const t = it.pictures
const KINDS = ['person', 'relation', 'household', 'person_merge', 'social_tie']

/** What it is called: a person by name and tie, a thing by its own name or its kind. */
function called({ person, kind, surrounding, label }: AroundLine): string {
  if (person) return [nameOf(person), relationName(kind, person.sex).toLowerCase()].join(', ')
  return [label, surrounding ? t.surroundings[surrounding] : ''].filter(Boolean).join(', ')
}

const nature = ({ closeness, energy }: AroundLine) => [closeness ? t.closenesses[closeness].toLowerCase() : '', energy ? t.energies[energy].toLowerCase() : ''].filter(Boolean).join(', ')

function Words({ picture }: { picture: EcomapPicture }) {
  const of = (id: string) => picture.household.find((card) => card.id === id)
  return (
    <ul className="drawing-words">
      <li>{`${t.together}: ${picture.household.map(nameOf).join(', ')}`}</li>
      {picture.around.map((line) => {
        const whose = of(line.of)
        return <li key={line.id}>{[called(line), whose ? t.of(nameOf(whose)) : '', nature(line)].filter(Boolean).join(' · ')}</li>
      })}
    </ul>
  )
}

export function EcomapPage({ params }: { params: Params }) {
  const person = params['person_id'] ?? ''
  const { today } = useSession()
  const [day, setDay] = useDay()
  const asked = { person, on: day, words: t.surroundings }
  const { data, error, isPending } = useAnswer({ key: ['pictures.ecomap', person, day], ask: () => picturesEcomap(asked), kinds: KINDS, keepLast: true })
  const about = data?.household.find((card) => card.id === data.about)
  return (
    <PicturePage
      kind={t.ecomap} name={about ? nameOf(about) : ''} day={day ?? today} setDay={setDay} answer={data} error={error} isPending={isPending} picture={{ ecomap: asked }} shapes={false}
      nameOf={(figure) => {
        const line = data?.around.find(({ id }) => id === figure.key)
        const seen = figure.texts.map(({ text }) => text).join(' ')
        if (line) return [seen, line.person ? relationName(line.kind, line.person.sex).toLowerCase() : '', nature(line)].filter(Boolean).join(', ')
        return `${t.together}: ${data?.household.map(nameOf).join(', ') ?? ''}`
      }}
      empty={data && data.around.length === 0 ? t.emptyEcomap : null} words={data && <Words picture={data} />}
    />
  )
}
