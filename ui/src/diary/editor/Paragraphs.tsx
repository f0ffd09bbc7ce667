// The flow of text: paragraphs one under the other, moved through with the keyboard as in any page of writing.
import { useEffect, useRef, useState } from 'react'
import type { DraftText } from '../../bindings'
import type { Names } from '../words'
import { changeParagraph, joinParagraph, pasteParagraphs, splitParagraph, type Paragraph } from './draft'
import { focusNameOf, ParagraphBox, type ParagraphActions } from './ParagraphBox'

interface Target {
  id: string
  caret: number
}

function putCursor({ id, caret }: Target) {
  const area = document.querySelector<HTMLTextAreaElement>(`[data-focus-name="${focusNameOf(id)}"]`)
  area?.focus()
  const at = caret < 0 ? (area?.value.length ?? 0) : caret
  area?.setSelectionRange(at, at)
}

interface Props {
  text: DraftText
  names: Names
  /** The cursor goes here when the page opens. */
  startHere: boolean
  onChange: (change: (text: DraftText) => DraftText) => void
}

/** Where writing goes on: the first empty paragraph, else the end of the last. */
function beginning(text: DraftText): Target | null {
  const next = text.segments.find((one) => one.text === '') ?? text.segments.at(-1)
  return next?.id ? { id: next.id, caret: -1 } : null
}

export function Paragraphs({ text, names, startHere, onChange }: Props) {
  const [target, setTarget] = useState<Target | null>(() => (startHere ? beginning(text) : null))
  const opening = useRef(true)
  useEffect(() => {
    // At the opening, a cursor that the unlocking put back stays where it is.
    const elsewhere = opening.current && document.activeElement?.closest('.diary-flow, .diary-header')
    opening.current = false
    if (target && !elsewhere) putCursor(target)
  }, [target])
  const paragraphs = text.segments as Paragraph[]
  const actionsOf = (paragraph: Paragraph, at: number): ParagraphActions => ({
    change: (change) => onChange((now) => changeParagraph(now, paragraph.id, change)),
    split: (before, after) => {
      const done = splitParagraph(text, paragraph.id, before, after)
      onChange(() => done.text)
      setTarget({ id: done.created, caret: 0 })
    },
    join: () => {
      const done = joinParagraph(text, paragraph.id)
      if (!done) return
      onChange(() => done.text)
      setTarget({ id: done.into, caret: done.caret })
    },
    paste: (pasted, from, to) => {
      const done = pasteParagraphs(text, paragraph.id, pasted, from, to)
      if (!done) return false
      onChange(() => done.text)
      setTarget({ id: done.last, caret: done.caret })
      return true
    },
    move: (step) => {
      const next = paragraphs[at + step]
      if (next) putCursor({ id: next.id, caret: step < 0 ? -1 : 0 })
      return next !== undefined
    },
  })
  return (
    <div className="diary-flow">
      {paragraphs.map((paragraph, at) => (
        <ParagraphBox
          key={paragraph.id}
          paragraph={paragraph}
          number={at + 1}
          only={paragraphs.length === 1}
          files={text.files}
          names={names}
          actions={actionsOf(paragraph, at)}
        />
      ))}
    </div>
  )
}
