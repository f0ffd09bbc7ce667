// A field to sign in with finger, pen or mouse. The lines are kept as points in thousandths of its width; who uses the
// keyboard signs on paper, or says why not.
import { useRef, type PointerEvent } from 'react'
import { Button } from '../components'
import { it } from '../messages/it'

export type Stroke = [number, number][]

const t = it.plans
const WIDTH = 1000
const HEIGHT = 333
/** Nearer than this, a point adds nothing to a line. */
const STEP = 6
const LIMIT = 1000

const pathOf = (strokes: readonly Stroke[]) => strokes.map((stroke) => stroke.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join(' ')).join(' ')

/** A signature as it was drawn. */
export function Drawn({ strokes, label }: { strokes: readonly Stroke[]; label: string }) {
  return (
    <svg className="plans-signature" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <path className="plans-ink" d={pathOf(strokes)} />
    </svg>
  )
}

export function SignaturePad({ strokes, onChange }: { strokes: readonly Stroke[]; onChange: (strokes: Stroke[]) => void }) {
  const drawing = useRef(false)
  const point = (event: PointerEvent<SVGSVGElement>): [number, number] => {
    const box = event.currentTarget.getBoundingClientRect()
    const across = (value: number) => Math.round((value * WIDTH) / box.width)
    return [across(event.clientX - box.left), across(event.clientY - box.top)]
  }
  const count = strokes.reduce((sum, stroke) => sum + stroke.length, 0)
  const begin = (event: PointerEvent<SVGSVGElement>) => {
    drawing.current = true
    event.currentTarget.setPointerCapture(event.pointerId)
    onChange([...strokes, [point(event)]])
  }
  const go = (event: PointerEvent<SVGSVGElement>) => {
    const now = strokes[strokes.length - 1]
    if (!drawing.current || !now || count >= LIMIT) return
    const [x, y] = point(event)
    const [lastX, lastY] = now[now.length - 1] ?? [x, y]
    if (Math.hypot(x - lastX, y - lastY) < STEP) return
    onChange([...strokes.slice(0, -1), [...now, [x, y]]])
  }
  const end = () => {
    drawing.current = false
  }
  return (
    <div className="form">
      <svg className="plans-pad" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t.pad} onPointerDown={begin} onPointerMove={go} onPointerUp={end} onPointerCancel={end}>
        <path className="plans-ink" d={pathOf(strokes)} />
      </svg>
      <div className="line">
        <span className="field-hint">{t.pad}</span>
        <Button small isDisabled={strokes.length === 0} onPress={() => onChange([])}>{t.clearPad}</Button>
      </div>
    </div>
  )
}
