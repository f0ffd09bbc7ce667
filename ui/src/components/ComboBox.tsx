// Search-as-you-type choice over a remote or long list (persons, comuni, cases). Says how many results there are.
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Button, ComboBox as AriaComboBox, Group, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { kit } from '../messages/kit'
import { announce } from './announce'
import { ariaField, fieldClass, FieldTop, type FieldProps } from './Field'
import { Icon } from './Icon'
import { ItemText } from './ItemText'

export interface ComboItem {
  key: string
  label: string
  /** Second line: what tells two of the same name apart. Plain text only. */
  note?: string
}

export interface ComboBoxProps<T extends ComboItem> extends FieldProps {
  value: T | null
  onChange: (item: T | null) => void
  /** Answers what matches; an aborted signal means that she typed on. */
  load: (query: string, signal: AbortSignal) => Promise<readonly T[]>
  /** Letters needed before asking (default 3). */
  minLength?: number
  /** Called when she types words that match nothing and leaves the field: free text is accepted. */
  onFreeText?: (text: string) => void
  /** Under the list, for example "Nuova persona…". */
  footer?: ReactNode
}

const SETTLE_MS = 120

function useMatches<T extends ComboItem>(query: string, minLength: number, load: ComboBoxProps<T>['load']) {
  const [found, setFound] = useState<{ query: string; items: readonly T[] } | null>(null)
  const [failed, setFailed] = useState(false)
  const loadNow = useRef(load)
  useEffect(() => {
    loadNow.current = load
  })
  const asked = query.trim().length >= minLength
  useEffect(() => {
    if (!asked) return
    const stop = new AbortController()
    const timer = setTimeout(() => {
      loadNow.current(query.trim(), stop.signal).then(
        (items) => {
          if (stop.signal.aborted) return
          setFailed(false)
          setFound({ query, items })
          announce(kit.resultCount(items.length))
        },
        () => !stop.signal.aborted && setFailed(true),
      )
    }, SETTLE_MS)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [query, asked])
  const settled = asked && found?.query === query
  return { asked, settled, failed, items: asked && found ? found.items : [] }
}

export function ComboBox<T extends ComboItem>(props: ComboBoxProps<T>) {
  const { value, onChange, minLength = 3 } = props
  const [text, setText] = useState(value?.label ?? '')
  const [shown, setShown] = useState(value)
  if (shown?.key !== value?.key) {
    setShown(value)
    setText(value?.label ?? '')
  }
  const query = value && text === value.label ? '' : text
  const matches = useMatches<T>(query, minLength, props.load)
  const status = matches.failed ? kit.searchFailed : matches.asked ? (matches.settled ? kit.resultCount(matches.items.length) : kit.searching) : kit.typeMore(minLength)

  const leave = () => {
    if (text.trim() === '' && value) onChange(null)
    else if (value && text !== value.label) setText(value.label)
    else if (!value && text.trim() !== '') props.onFreeText?.(text.trim())
  }

  return (
    <AriaComboBox
      {...ariaField(props)}
      className={fieldClass(props.narrow)}
      items={matches.items}
      inputValue={text}
      onInputChange={(next) => {
        setText(next)
        if (next === '' && value) onChange(null)
      }}
      value={value?.key ?? null}
      onChange={(key) => {
        const item = matches.items.find((one) => one.key === key)
        if (!item) return
        setText(item.label)
        onChange(item)
      }}
      onBlur={leave}
      allowsCustomValue
      allowsEmptyCollection
      defaultFilter={() => true}
      menuTrigger="input"
    >
      <FieldTop {...props} />
      <Group className="control-group">
        <Input className="control" data-focus-name={props.name} spellCheck={false} />
        <Button className="control-button">
          <Icon name="search" />
        </Button>
      </Group>
      <Popover className="popover">
        <ListBox className="listbox" renderEmptyState={() => <div className="item-note listbox-item">{status}</div>}>
          {(item: T) => (
            <ListBoxItem id={item.key} textValue={item.label} className="listbox-item">
              <ItemText label={item.label} note={item.note} />
            </ListBoxItem>
          )}
        </ListBox>
        {props.footer ? <div className="listbox-foot">{props.footer}</div> : null}
      </Popover>
    </AriaComboBox>
  )
}
