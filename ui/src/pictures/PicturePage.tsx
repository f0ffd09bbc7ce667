// What genogram and ecomap share: the day, the drawing, its signs, saving and printing, and the same in words.
import type { ReactNode } from 'react'
import { picturesSave, type Drawing, type Figure, type PictureKind, type StrokeSign } from '../bindings'
import { Button, DateField, Notice, notify, Page, PageHeader, Progress, Section, Segmented, useSlow } from '../components'
import { showDate } from '../dates/civil'
import { it } from '../messages/it'
import { goBack, useCommand, useSession, useViewState } from '../navigation'
import { describeError, offerFile } from '../platform'
import { PrintButton } from '../print'
import { DrawingView } from './DrawingView'

const t = it.pictures

/** The day that the picture shows; today until she says another. */
export function useDay() {
  return useViewState<string | null>('on', null)
}

const SHAPES = { square: 'M2 2h16v16h-16z', circle: 'M2 10a8 8 0 1 0 16 0a8 8 0 1 0 -16 0z', diamond: 'M10 1l9 9l-9 9l-9 -9z' }

/** The signs that stand in this drawing, and no others. */
function Legend({ drawing, shapes }: { drawing: Drawing; shapes: boolean }) {
  const drawn = new Set([...drawing.strokes, ...drawing.figures.flatMap(({ strokes }) => strokes)].map(({ sign }) => sign))
  const signs = (Object.keys(t.signs) as StrokeSign[]).filter((sign) => drawn.has(sign) && t.signs[sign] !== '')
  return (
    <ul className="drawing-legend" aria-label={t.legend}>
      {shapes &&
        (['square', 'circle', 'diamond'] as const).map((shape) => (
          <li key={shape}>
            <svg width="20" height="20" aria-hidden>
              <path className="sign sign-figure" d={SHAPES[shape]} />
            </svg>
            {t[shape]}
          </li>
        ))}
      {signs.map((sign) => (
        <li key={sign}>
          <svg width="36" height="20" aria-hidden>
            <path className={`sign sign-${sign}`} d={SIGNS[sign] ?? 'M2 10H34'} />
          </svg>
          {t.signs[sign]}
        </li>
      ))}
    </ul>
  )
}

/** Signs whose legend is more than a line. */
const SIGNS: Partial<Record<StrokeSign, string>> = {
  about: 'M10 2h16v16h-16zM13 5h10v10h-10z',
  death: 'M10 2l16 16m0 -16l-16 16',
  parted: 'M14 17L20 3M20 17L26 3',
  household: 'M2 3h32v14h-32z',
  conflict: 'M2 10L7 5L12 15L17 5L22 15L27 5L34 10',
  violent: 'M2 10L7 5L12 15L17 5L22 15L27 5L34 10',
  broken: 'M2 10H15M21 10H34M15 3V17M21 3V17',
  arrow: 'M12 4L24 10L12 16Z',
}

interface PicturePageProps {
  kind: string
  name: string
  day: string
  setDay: (day: string | null) => void
  answer: { drawing: Drawing } | undefined
  error: unknown
  isPending: boolean
  /** What to save or print. */
  picture: PictureKind
  nameOf: (figure: Figure) => string
  /** What stands instead of a drawing of her alone. */
  empty: string | null
  shapes: boolean
  words: ReactNode
}

export function PicturePage(props: PicturePageProps) {
  const { kind, name, day, setDay, answer, error, isPending, picture, nameOf, empty, shapes, words } = props
  const { today } = useSession()
  const [size, setSize] = useViewState<'whole' | 'full'>('size', 'whole')
  const slow = useSlow(isPending)
  const leave = useCommand(picturesSave)
  const title = t.titleOf(kind, name, showDate(day))
  const save = () =>
    leave.mutate({ picture, title, by: 'file' }, {
      onSuccess: ({ svg }) => {
        offerFile(`${kind.toLowerCase()}.svg`, svg, 'image/svg+xml')
        notify('success', t.saved)
      },
    })
  const print = async () => {
    const { head } = await picturesSave({ picture, title, by: 'print' })
    return head ?? Promise.reject(new Error(title))
  }
  const actions = (
    <>
      <Button icon="download" isDisabled={!answer} isPending={leave.isPending} onPress={save}>
        {t.save}
      </Button>
      <PrintButton wide label={t.print} isDisabled={!answer} note={print} />
    </>
  )
  return (
    <Page>
      <PageHeader title={kind} subtitle={name && t.about(name, showDate(day))} back={{ label: it.shell.back, onPress: goBack }} actions={actions} />
      {error || leave.error ? (
        <Notice kind="error" role="alert">
          {describeError(error ?? leave.error)}
        </Notice>
      ) : null}
      {slow && <Progress label={it.kit.working} />}
      <div className="line drawing-tools no-print">
        <DateField name="on" label={t.on} hint={t.onHint} narrow max={today} value={day} onChange={setDay} />
        <Segmented label={t.size} choices={[{ key: 'whole', label: t.whole }, { key: 'full', label: t.full }]} value={size} onChange={setSize} />
      </div>
      {answer && (
        <>
          {empty && <Notice kind="info">{empty}</Notice>}
          <DrawingView drawing={answer.drawing} title={t.picture(title)} nameOf={nameOf} full={size === 'full'} />
          <Legend drawing={answer.drawing} shapes={shapes} />
          <Section title={t.inWords}>{words}</Section>
        </>
      )}
    </Page>
  )
}
