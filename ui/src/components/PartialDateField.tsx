// A date of which perhaps only the year is known. Three small fields; a whole date typed or pasted in the first spreads out.
import { useId, useState } from 'react'
import { Input, Label, TextField as AriaTextField } from 'react-aria-components'
import { parseDate, today } from '../dates/civil'
import { asEstimated, isEstimated, partialParts, readPartial, type PartialFault, type PartialParts } from '../dates/partial'
import { kit } from '../messages/kit'
import { CheckboxField } from './ChoiceFields'
import { LabelText, type FieldProps } from './Field'

export interface PartialDateFieldProps extends FieldProps {
  /** "2011", "2011-05", "2011-05-07", with "~" after it when estimated; or null. */
  value: string | null
  onChange: (value: string | null) => void
  onUnreadable?: (unreadable: boolean) => void
  /** Offers "stimata": for who has no papers (the value then ends with "~"). */
  estimable?: boolean
}

const FAULTS: Record<PartialFault, string> = {
  year: kit.partialYear,
  month: kit.partialMonth,
  day: kit.partialDay,
  'day-needs-month': kit.partialDayNeedsMonth,
}

const PARTS = [
  { part: 'day', label: kit.day, size: 2 },
  { part: 'month', label: kit.month, size: 2 },
  { part: 'year', label: kit.year, size: 4 },
] as const

/** A whole date in the first field ("7/5/2011", "07052011") becomes its three parts. */
function spread(typed: string): PartialParts | null {
  if (!/^\d{1,2}[/.\-\s]\d{1,2}[/.\-\s]\d{2,4}$|^\d{6}(\d{2})?$/.test(typed.trim())) return null
  const parsed = parseDate(typed, today(), 'past')
  return parsed.kind === 'date' ? partialParts(parsed.iso) : null
}

export function PartialDateField(props: PartialDateFieldProps) {
  const id = useId()
  const [parts, setParts] = useState(() => partialParts(props.value))
  const [told, setTold] = useState(props.value)
  const [fault, setFault] = useState<string | null>(null)
  const [estimated, setEstimated] = useState(isEstimated(props.value))
  if (told !== props.value) {
    setTold(props.value)
    setParts(partialParts(props.value))
    setEstimated(isEstimated(props.value))
    setFault(null)
  }
  const tell = (value: string | null) => {
    if (value === props.value) return
    setTold(value)
    props.onChange(value)
  }
  const write = (part: keyof PartialParts, typed: string) => {
    const next = (part === 'day' ? spread(typed) : null) ?? { ...parts, [part]: typed }
    setParts(next)
    const read = readPartial(next)
    if (fault && 'value' in read) setFault(null)
    props.onUnreadable?.('fault' in read)
    tell('value' in read ? asEstimated(read.value, estimated) : null)
  }
  const settle = () => {
    const read = readPartial(parts)
    setFault('fault' in read ? FAULTS[read.fault] : null)
  }
  const error = props.error ?? fault
  return (
    <div
      role="group"
      className="field"
      aria-labelledby={`${id}-label`}
      aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && settle()}
    >
      <span id={`${id}-label`} className="field-label">
        <LabelText label={props.label} required={props.required ?? false} optional={props.optional ?? false} />
      </span>
      <span id={`${id}-hint`} className="field-hint">
        {props.hint ?? kit.partialHint}
      </span>
      {error && (
        <span id={`${id}-error`} className="field-error">
          {`${kit.errorPrefix} ${error}`}
        </span>
      )}
      <div className="date-parts">
        {PARTS.map(({ part, label, size }) => (
          <AriaTextField
            key={part}
            className={part === 'year' ? 'date-part date-part-year' : 'date-part'}
            value={parts[part]}
            onChange={(typed) => write(part, typed)}
            isInvalid={Boolean(error)}
            isDisabled={props.isDisabled ?? false}
            validationBehavior="aria"
            autoFocus={(props.autoFocus ?? false) && part === 'day'}
          >
            <Label>{label}</Label>
            <Input
              className="control"
              inputMode="numeric"
              autoComplete="off"
              maxLength={part === 'day' ? 10 : size}
              data-focus-name={part === 'day' ? props.name : `${props.name}.${part}`}
            />
          </AriaTextField>
        ))}
        {props.estimable && (
          <div className="date-estimated">
            <CheckboxField
              name={`${props.name}.estimated`}
              label={kit.estimated}
              isSelected={estimated}
              onChange={(on) => {
                setEstimated(on)
                tell(asEstimated(props.value, on))
              }}
            />
          </div>
        )}
      </div>
    </div>
  )
}
