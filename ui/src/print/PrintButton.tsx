// The page goes to the printer, once the audit has it: on top of it whose paper it is, of which case, when and by whom.
import { useEffect, useState } from 'react'
import { createPortal, flushSync } from 'react-dom'
import type { PaperHead } from '../bindings'
import { Button, notify, setOnPaper } from '../components'
import { showInstant } from '../dates/civil'
import { it } from '../messages/it'
import { useCommand } from '../navigation'
import { describeError } from '../platform'

const t = it.kit

/** Before the window in the document, so that it stands first on the paper. */
function top(): HTMLElement {
  const there = document.getElementById('paper-top')
  if (there) return there
  const made = document.createElement('div')
  made.id = 'paper-top'
  document.body.prepend(made)
  return made
}

/** A text as a style sheet's string. */
const quoted = (text: string) => `"${text.replace(/["\\\n]/g, ' ')}"`

function Head({ head }: { head: PaperHead }) {
  const { letterhead, service, code, by, at } = head
  return (
    <div className="paper-head" aria-hidden>
      <div>
        {letterhead.map((line, index) => (
          <div key={`${String(index)}-${line}`}>{line}</div>
        ))}
        {service && <div>{it.cases.serviceName(service)}</div>}
      </div>
      <div className="paper-of">
        {code && <div className="nowrap">{t.caseCode(code)}</div>}
        <div>{t.printedAt(showInstant(at), by)}</div>
      </div>
    </div>
  )
}

/** What stands at the foot of every page: the style sheet numbers them. */
function foot({ code, by, at }: PaperHead) {
  const { style } = document.documentElement
  style.setProperty('--paper-foot', quoted([code && t.caseCode(code), t.printedAt(showInstant(at), by)].filter(Boolean).join(' · ')))
  style.setProperty('--paper-page', quoted(t.pageOf.page))
  style.setProperty('--paper-of', quoted(t.pageOf.of))
}

interface Props {
  /** The command that says in the audit that it is printed. */
  note: () => Promise<PaperHead>
  label?: string
  small?: boolean
  isDisabled?: boolean
  /** Across: for what is wider than high. */
  wide?: boolean
}

export function PrintButton({ note, label = t.print, small = false, isDisabled = false, wide = false }: Props) {
  const command = useCommand(note)
  const [head, setHead] = useState<PaperHead | null>(null)
  // It stays ready while the page is open, for some web views draw the paper after they said that it is printed.
  useEffect(() => () => setOnPaper(null), [])
  const print = () =>
    command.mutate(undefined, {
      onSuccess: (noted) => {
        flushSync(() => {
          setHead(noted)
          setOnPaper(wide ? 'wide' : 'upright')
        })
        foot(noted)
        window.print()
      },
      onError: (error) => notify('error', describeError(error)),
    })
  return (
    <>
      <Button icon="print" small={small} isDisabled={isDisabled} isPending={command.isPending} onPress={print}>{label}</Button>
      {head && createPortal(<Head head={head} />, top())}
    </>
  )
}
