// Every button of the window. One primary action a screen; "danger" is never the default of a dialog.
import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import { kit } from '../messages/kit'
import { Icon } from './Icon'
import type { IconName } from './icon-names'
import { KeyHint } from './KeyHint'

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  kind?: 'primary' | 'secondary' | 'quiet' | 'danger' | 'link'
  small?: boolean
  icon?: IconName
  /** Shown after the text, for example "Ctrl+J". */
  keys?: string
  children?: ReactNode
  ref?: Ref<HTMLButtonElement>
}

/** Pending is said by the button's own text: React Aria would announce it by the id of an element that may be gone by then. */
export function Button({ kind = 'secondary', small, icon, keys, children, ref, isPending = false, onPress, ...rest }: ButtonProps) {
  const className = `btn btn-${kind}${small ? ' btn-small' : ''}`
  const pending = isPending ? { 'data-pending': true, 'aria-busy': true } : {}
  return (
    <AriaButton {...rest} {...pending} {...(onPress && !isPending ? { onPress } : {})} ref={ref} className={className}>
      {isPending ? <span className="spinner" aria-hidden /> : icon && <Icon name={icon} />}
      {children}
      {isPending && <span className="visually-hidden">{kit.working}</span>}
      {keys && <KeyHint keys={keys} />}
    </AriaButton>
  )
}

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon' | 'aria-label'> {
  icon: IconName
  /** What it does, in words: the button's name. */
  label: string
}

/** A button that shows only an icon; its name is spoken and shown as a tooltip by the system. */
export function IconButton({ icon, label, kind = 'quiet', small, ref, ...rest }: IconButtonProps) {
  return (
    <span title={label} className="icon-button">
      <AriaButton {...rest} ref={ref} aria-label={label} className={`btn btn-${kind} btn-icon${small ? ' btn-small' : ''}`}>
        <Icon name={icon} />
      </AriaButton>
    </span>
  )
}
