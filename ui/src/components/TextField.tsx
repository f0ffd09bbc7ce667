// One line or several of free text.
import type { KeyboardEvent, ReactNode, Ref } from 'react'
import { useLayoutEffect, useRef } from 'react'
import { Group, Input, TextArea as AriaTextArea, TextField as AriaTextField, type KeyboardEvent as AriaKeyboardEvent } from 'react-aria-components'
import { ariaField, fieldClass, FieldTop, type FieldProps } from './Field'

export interface TextFieldProps extends FieldProps {
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
  onKeyDown?: (event: KeyboardEvent) => void
  type?: 'text' | 'password' | 'email' | 'tel' | 'search'
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email'
  autoComplete?: string
  maxLength?: number
  spellCheck?: boolean
  /** Fixed-width letters, for codes. */
  mono?: boolean
  /** After the text inside the frame: a unit, a weekday, a button. */
  suffix?: ReactNode
  inputRef?: Ref<HTMLInputElement>
}

/** React Aria keeps a key from the page when a field looks at it; the window's shortcuts must still hear it. */
const handing = (look: (event: KeyboardEvent) => void) => (event: AriaKeyboardEvent) => {
  event.continuePropagation()
  look(event as unknown as KeyboardEvent)
}

export function TextField(props: TextFieldProps) {
  const { value, onChange, onBlur, onKeyDown, suffix, mono } = props
  const input = (
    <Input
      ref={props.inputRef ?? null}
      className={mono ? 'control mono' : 'control'}
      data-focus-name={props.name}
      inputMode={props.inputMode}
      spellCheck={props.spellCheck ?? false}
    />
  )
  return (
    <AriaTextField
      {...ariaField(props)}
      className={fieldClass(props.narrow)}
      value={value}
      onChange={onChange}
      onBlur={() => onBlur?.()}
      {...(onKeyDown ? { onKeyDown: handing(onKeyDown) } : {})}
      isReadOnly={props.isReadOnly ?? false}
      type={props.type ?? 'text'}
      autoComplete={props.autoComplete ?? 'off'}
      {...(props.maxLength === undefined ? {} : { maxLength: props.maxLength })}
    >
      <FieldTop {...props} />
      {suffix === undefined ? (
        input
      ) : (
        <Group className="control-group">
          {input}
          <span className="control-suffix">{suffix}</span>
        </Group>
      )}
    </AriaTextField>
  )
}

export interface TextAreaProps extends FieldProps {
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
  onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void
  /** Lines shown when empty; it grows with the text up to `maxRows`. */
  rows?: number
  maxRows?: number
  maxLength?: number
  textRef?: Ref<HTMLTextAreaElement>
}

function useGrowing(value: string, maxRows: number) {
  const holder = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const area = holder.current?.querySelector('textarea')
    if (!area) return
    area.style.height = 'auto'
    const line = Number.parseFloat(getComputedStyle(area).lineHeight) || 22
    area.style.height = `${Math.min(area.scrollHeight + 2, line * maxRows)}px`
  }, [value, maxRows])
  return holder
}

export function TextArea(props: TextAreaProps) {
  const holder = useGrowing(props.value, props.maxRows ?? 24)
  return (
    <div ref={holder} className={fieldClass(props.narrow)}>
      <AriaTextField
        {...ariaField(props)}
        className="field"
        value={props.value}
        onChange={props.onChange}
        onBlur={() => props.onBlur?.()}
        isReadOnly={props.isReadOnly ?? false}
        {...(props.maxLength === undefined ? {} : { maxLength: props.maxLength })}
      >
        <FieldTop {...props} />
        <AriaTextArea
          ref={props.textRef ?? null}
          className="control"
          rows={props.rows ?? 3}
          data-focus-name={props.name}
          spellCheck
          lang="it"
          {...(props.onKeyDown ? { onKeyDown: props.onKeyDown } : {})}
        />
      </AriaTextField>
    </div>
  )
}
