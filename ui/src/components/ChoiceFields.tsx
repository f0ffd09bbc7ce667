// Tick boxes and radio buttons. A radio group is for two to five choices that she should see at once.
import type { ReactNode } from 'react'
import { CheckboxButton, CheckboxField as AriaCheckboxField, CheckboxGroup, FieldError, RadioButton, RadioField as AriaRadioField, RadioGroup, Text } from 'react-aria-components'
import { kit } from '../messages/kit'
import { ariaField, FieldTop, LabelText, type FieldProps } from './Field'
import { Icon } from './Icon'
import type { Choice } from './SelectField'

export interface CheckboxFieldProps extends Omit<FieldProps, 'narrow'> {
  isSelected: boolean
  onChange: (selected: boolean) => void
  isIndeterminate?: boolean
}

function Tick({ indeterminate, selected }: { indeterminate: boolean; selected: boolean }) {
  return <span className="choice-mark">{indeterminate ? <Icon name="minus" /> : selected ? <Icon name="check" /> : null}</span>
}

export function CheckboxField(props: CheckboxFieldProps) {
  return (
    <AriaCheckboxField
      {...ariaField(props)}
      className="field"
      isSelected={props.isSelected}
      isIndeterminate={props.isIndeterminate ?? false}
      onChange={props.onChange}
    >
      {props.error && <FieldError className="field-error">{`${kit.errorPrefix} ${props.error}`}</FieldError>}
      <CheckboxButton className="choice" data-focus-name={props.name}>
        {({ isSelected, isIndeterminate }) => (
          <>
            <Tick indeterminate={isIndeterminate} selected={isSelected} />
            <span>
              <LabelText label={props.label} required={props.required ?? false} />
            </span>
          </>
        )}
      </CheckboxButton>
      {props.hint && (
        <Text slot="description" className="field-hint choice-hint">
          {props.hint}
        </Text>
      )}
    </AriaCheckboxField>
  )
}

export interface CheckboxListProps<K extends string> extends FieldProps {
  choices: readonly Choice<K>[]
  value: readonly K[]
  onChange: (value: K[]) => void
  inline?: boolean
}

/** Several choices of one list, under one label. */
export function CheckboxList<K extends string>(props: CheckboxListProps<K>) {
  return (
    <CheckboxGroup {...ariaField(props)} className="field" value={[...props.value]} onChange={(keys) => props.onChange(keys as K[])}>
      <FieldTop {...props} />
      <div className="radio-list" data-inline={props.inline || undefined}>
        {props.choices.map((choice) => (
          <AriaCheckboxField key={choice.key} value={choice.key}>
            <CheckboxButton className="choice" data-focus-name={props.name}>
              {({ isSelected }) => (
                <>
                  <Tick indeterminate={false} selected={isSelected} />
                  <ChoiceText choice={choice} />
                </>
              )}
            </CheckboxButton>
          </AriaCheckboxField>
        ))}
      </div>
    </CheckboxGroup>
  )
}

function ChoiceText({ choice }: { choice: Choice }): ReactNode {
  return (
    <span className="choice-text">
      <span>{choice.label}</span>
      {choice.note && <span className="field-hint">{choice.note}</span>}
    </span>
  )
}

export interface RadioFieldProps<K extends string> extends FieldProps {
  choices: readonly Choice<K>[]
  value: K | null
  onChange: (value: K) => void
  /** Side by side; for short labels. */
  inline?: boolean
}

export function RadioField<K extends string>(props: RadioFieldProps<K>) {
  return (
    <RadioGroup
      {...ariaField(props)}
      className="field"
      value={props.value}
      onChange={(key) => props.onChange(key as K)}
      orientation={props.inline ? 'horizontal' : 'vertical'}
    >
      <FieldTop {...props} />
      <div className="radio-list" data-inline={props.inline || undefined}>
        {props.choices.map((choice) => (
          <AriaRadioField key={choice.key} value={choice.key}>
            <RadioButton className="choice choice-radio" data-focus-name={props.name}>
              <span className="choice-mark" />
              <ChoiceText choice={choice} />
            </RadioButton>
          </AriaRadioField>
        ))}
      </div>
    </RadioGroup>
  )
}
