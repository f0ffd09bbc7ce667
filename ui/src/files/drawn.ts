// A drawn signature as a picture: black on white, so that it prints as it was made.
import type { Stroke } from '../plans/SignaturePad'

const WIDTH = 1000
const HEIGHT = 334
const INK = 6

/** The picture in base64 (PNG); none where the window cannot draw. */
export function drawn(strokes: readonly Stroke[]): string | null {
  const canvas = document.createElement('canvas')
  canvas.width = WIDTH
  canvas.height = HEIGHT
  const pen = canvas.getContext('2d')
  if (!pen) return null
  pen.fillStyle = 'white'
  pen.fillRect(0, 0, WIDTH, HEIGHT)
  pen.strokeStyle = 'black'
  pen.lineWidth = INK
  pen.lineCap = 'round'
  pen.lineJoin = 'round'
  for (const stroke of strokes) {
    pen.beginPath()
    stroke.forEach(([x, y], index) => (index === 0 ? pen.moveTo(x, y) : pen.lineTo(x, y)))
    const [first] = stroke
    if (stroke.length === 1 && first) pen.lineTo(first[0] + 1, first[1])
    pen.stroke()
  }
  return canvas.toDataURL('image/png').split(',')[1] ?? null
}
