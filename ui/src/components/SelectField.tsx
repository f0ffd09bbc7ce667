// One choice from a short fixed list (for long or remote lists: ComboBox; for two to four: RadioField).
import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'
import { kit } from '../messages/kit'
import { ariaField, fieldClass, FieldTop, type FieldProps } from './Field'
import { Icon } from './Icon'
import { ItemText } from './ItemText'

export interface Choice<K extends string = string> {
  key: K
  label: string
  note?: string
}

export interface SelectFieldProps<K extends string> extends FieldProps {
  choices: readonly Choice<K>[]
  value: K | null
  onChange: (value: K) => void
  /** Shown while nothing is chosen. */
  emptyText?: string
}

export function SelectField<K extends string>(props: SelectFieldProps<K>) {
  return (
    <Select
      {...ariaField(props)}
      className={fieldClass(props.narrow)}
      placeholder={props.emptyText ?? kit.choose}
      value={props.value}
      onChange={(key) => key !== null && props.onChange(key as K)}
    >
      <FieldTop {...props} />
      <Button className="control select-button" data-focus-name={props.name}>
        <SelectValue className="select-value">{({ selectedText, defaultChildren }) => selectedText || defaultChildren}</SelectValue>
        <Icon name="expand" />
      </Button>
      <Popover className="popover">
        <ListBox className="listbox" items={props.choices}>
          {(choice) => (
            <ListBoxItem id={choice.key} textValue={choice.label} className="listbox-item">
              <ItemText label={choice.label} note={choice.note} />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  )
}
