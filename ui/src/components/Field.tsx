// What every field shares: a visible label, a hint, and an error that starts with "Errore:" and stands before the control.
import type { ReactNode } from 'react'
import { FieldError, Label, Text } from 'react-aria-components'
import { kit } from '../messages/kit'

export interface FieldProps {
  label: string
  /** Stable name: the error summary links to it, and focus returns to it after a lock. */
  name: string
  hint?: ReactNode
  /** The text of what is wrong and how to mend it, without "Errore:". */
  error?: string | null | undefined
  required?: boolean
  /** Marks the field "(facoltativo)" where most others are required. */
  optional?: boolean
  isDisabled?: boolean
  isReadOnly?: boolean
  autoFocus?: boolean
  /** As wide as a date or a number, instead of filling the row. */
  narrow?: boolean
}

export function fieldClass(narrow: boolean | undefined) {
  return narrow ? 'field field-narrow' : 'field'
}

export function LabelText({ label, required, optional }: Pick<FieldProps, 'label' | 'required' | 'optional'>) {
  return (
    <>
      {required || optional ? `${label} ` : label}
      {required && <span className="field-mark">{kit.required}</span>}
      {optional && <span className="field-mark">{kit.optional}</span>}
    </>
  )
}

type TopProps = Pick<FieldProps, 'label' | 'required' | 'optional' | 'hint' | 'error'>

/** Label, hint and error, wired by React Aria to the control that follows. */
export function FieldTop({ label, required, optional, hint, error }: TopProps) {
  return (
    <>
      <Label className="field-label">
        <LabelText label={label} required={required ?? false} optional={optional ?? false} />
      </Label>
      {hint && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      {error && <FieldError className="field-error">{`${kit.errorPrefix} ${error}`}</FieldError>}
    </>
  )
}

/** The properties that React Aria's fields take from ours. */
export function ariaField(props: FieldProps) {
  return {
    name: props.name,
    isRequired: props.required ?? false,
    isInvalid: Boolean(props.error),
    isDisabled: props.isDisabled ?? false,
    autoFocus: props.autoFocus ?? false,
    validationBehavior: 'aria' as const,
  }
}
