// The rarer actions of a page or a row, behind one button.
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { kit } from '../messages/kit'
import { Button, IconButton } from './Button'
import { ItemText } from './ItemText'

export interface MenuAction {
  key: string
  label: string
  note?: string
  danger?: boolean
  isDisabled?: boolean
  onAction: () => void
}

export interface ActionMenuProps {
  actions: readonly MenuAction[]
  /** The button's name; with `showLabel` it is written, else only spoken. */
  label?: string
  showLabel?: boolean
}

export function ActionMenu({ actions, label = kit.more, showLabel }: ActionMenuProps) {
  return (
    <MenuTrigger>
      {showLabel ? <Button icon="more-items">{label}</Button> : <IconButton icon="more-items" label={label} />}
      <Popover className="popover" placement="bottom end">
        <Menu className="menu" aria-label={label} disabledKeys={actions.filter((one) => one.isDisabled).map((one) => one.key)}>
          {actions.map((action) => (
            <MenuItem
              key={action.key}
              id={action.key}
              textValue={action.label}
              className="menu-item"
              data-danger={action.danger || undefined}
              onAction={action.onAction}
            >
              <ItemText label={action.label} note={action.note} />
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
