// Typed dates and times. No native picker (in WebKitGTK its popup stays open); arrows move by a day, Page keys by a month.
import { useState, type KeyboardEvent } from 'react'
import { addDays, addMonths, parseDate, parseTime, showDate, showDateFull, today as todayInItaly, weekdayShort, type Lean } from '../dates/civil'
import { kit } from '../messages/kit'
import { announce } from './announce'
import type { FieldProps } from './Field'
import { TextField } from './TextField'

export interface DateFieldProps extends FieldProps {
  /** ISO date, or null when empty or not (yet) readable. */
  value: string | null
  onChange: (iso: string | null) => void
  /** Inclusive ISO limits. */
  min?: string
  max?: string
  /** "past" for dates of birth: 09/03/71 is 1971. */
  lean?: Lean
  /** The day on which "oggi" falls; the Italian today when left out. */
  today?: string
  /** Told when typed text cannot be read, so that a form can refuse to go on. */
  onUnreadable?: (unreadable: boolean) => void
}

const STEPS: Record<string, (iso: string) => string> = {
  ArrowUp: (iso) => addDays(iso, 1),
  ArrowDown: (iso) => addDays(iso, -1),
  PageUp: (iso) => addMonths(iso, 1),
  PageDown: (iso) => addMonths(iso, -1),
}

function faultOf(text: string, props: DateFieldProps, now: string): string | null {
  const parsed = parseDate(text, now, props.lean)
  if (parsed.kind === 'bad') return parsed.why === 'format' ? kit.dateFormat : kit.dateImpossible
  if (parsed.kind === 'empty') return null
  if (props.max && parsed.iso > props.max) return kit.dateTooLate(showDate(props.max))
  if (props.min && parsed.iso < props.min) return kit.dateTooEarly(showDate(props.min))
  return null
}

export function DateField(props: DateFieldProps) {
  const now = props.today ?? todayInItaly()
  const [text, setText] = useState(showDate(props.value))
  const [fault, setFault] = useState<string | null>(null)
  const [told, setTold] = useState(props.value)
  if (told !== props.value) {
    setTold(props.value)
    setText(showDate(props.value))
    setFault(null)
  }
  const parsed = parseDate(text, now, props.lean)

  const tell = (value: string | null, wrong: string | null) => {
    setFault(wrong)
    props.onUnreadable?.(wrong !== null)
    if (value !== props.value) {
      setTold(value)
      props.onChange(value)
    }
  }
  const settle = () => {
    const wrong = faultOf(text, props, now)
    const readable = parsed.kind === 'date' ? parsed.iso : null
    if (readable) setText(showDate(readable))
    tell(wrong ? null : readable, wrong)
  }
  const step = (event: KeyboardEvent) => {
    if (event.key === 'Enter') settle()
    const move = STEPS[event.key]
    if (!move || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    const next = parsed.kind === 'date' ? move(parsed.iso) : now
    if ((props.max && next > props.max) || (props.min && next < props.min)) return
    setText(showDate(next))
    tell(next, null)
    announce(showDateFull(next))
  }

  return (
    <TextField
      {...props}
      narrow={props.narrow ?? true}
      hint={props.hint ?? kit.dateHint}
      error={props.error ?? fault}
      value={text}
      onChange={(typed) => {
        setText(typed)
        if (fault) setFault(null)
      }}
      onBlur={settle}
      onKeyDown={step}
      inputMode="text"
      suffix={<span aria-hidden>{parsed.kind === 'date' ? weekdayShort(parsed.iso) : ''}</span>}
    />
  )
}

export interface TimeFieldProps extends FieldProps {
  /** "HH:MM" or null. */
  value: string | null
  onChange: (time: string | null) => void
  onUnreadable?: (unreadable: boolean) => void
}

export function TimeField(props: TimeFieldProps) {
  const [text, setText] = useState(props.value ?? '')
  const [fault, setFault] = useState<string | null>(null)
  const [told, setTold] = useState(props.value)
  if (told !== props.value) {
    setTold(props.value)
    setText(props.value ?? '')
    setFault(null)
  }
  const settle = () => {
    const read = parseTime(text)
    const wrong = text.trim() !== '' && read === null ? kit.timeFormat : null
    setFault(wrong)
    props.onUnreadable?.(wrong !== null)
    if (read) setText(read)
    if (read !== props.value) {
      setTold(read)
      props.onChange(read)
    }
  }
  return (
    <TextField
      {...props}
      narrow={props.narrow ?? true}
      error={props.error ?? fault}
      value={text}
      onChange={setText}
      onBlur={settle}
      onKeyDown={(event) => event.key === 'Enter' && settle()}
    />
  )
}
