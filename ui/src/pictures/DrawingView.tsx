// A drawing of the archive on the screen: the same strokes as in the file; a person's figure opens her page.
import type { KeyboardEvent } from 'react'
import type { Drawing, Figure, Stroke, Text } from '../bindings'
import { navigate } from '../navigation'

const Path = ({ stroke }: { stroke: Stroke }) => <path className={`sign sign-${stroke.sign}`} d={stroke.path} />

const classOf = ({ centred, small }: Text) => [centred ? 'text-centred' : '', small ? 'text-small' : ''].filter(Boolean).join(' ')

function Drawn({ figure }: { figure: Figure }) {
  return (
    <>
      {figure.strokes.map((stroke) => (
        <Path key={stroke.sign} stroke={stroke} />
      ))}
      {figure.texts.map((text) => (
        <text key={`${String(text.y)} ${text.text}`} className={classOf(text)} x={text.x} y={text.y}>
          {/* The space parts the words of one figure for who hears them. */}
          {`${text.text} `}
        </text>
      ))}
    </>
  )
}

function PersonFigure({ figure, person, label }: { figure: Figure; person: string; label: string }) {
  const open = () => navigate('person', { person_id: person })
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    open()
  }
  return (
    <g role="link" tabIndex={0} aria-label={label} className="figure-link" onClick={open} onKeyDown={onKey}>
      <Drawn figure={figure} />
    </g>
  )
}

interface DrawingViewProps {
  drawing: Drawing
  title: string
  /** A figure's name as it is read aloud. */
  nameOf: (figure: Figure) => string
  /** As large as it is, or all of it within the page. */
  full: boolean
}

export function DrawingView({ drawing, title, nameOf, full }: DrawingViewProps) {
  const { width, height } = drawing
  return (
    <div className="drawing" tabIndex={full ? 0 : -1} role="group" aria-label={title}>
      <svg className={full ? 'drawing-full' : 'drawing-whole'} width={width} height={height} viewBox={`0 0 ${String(width)} ${String(height)}`} role="group" aria-label={title}>
        {drawing.strokes.map((stroke) => (
          <Path key={`${stroke.sign} ${stroke.path}`} stroke={stroke} />
        ))}
        {drawing.figures.map((figure) =>
          figure.person === null ? (
            <g key={figure.key} role="img" aria-label={nameOf(figure)}>
              <Drawn figure={figure} />
            </g>
          ) : (
            <PersonFigure key={figure.key} figure={figure} person={figure.person} label={nameOf(figure)} />
          ),
        )}
      </svg>
    </div>
  )
}
