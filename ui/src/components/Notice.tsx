// A message that stays on the page, an empty list that says what to do, and the summary of a form's errors.
import { useEffect, useRef, type ReactNode } from 'react'
import { kit } from '../messages/kit'
import { focusNamed } from './focus'
import { Icon } from './Icon'
import type { IconName } from './icon-names'

export type NoticeKind = 'info' | 'success' | 'warning' | 'error'

export const NOTICE_ICONS: Record<NoticeKind, IconName> = {
  info: 'info-circle',
  success: 'check-circle',
  warning: 'warning-circle',
  error: 'error',
}

export interface NoticeProps {
  kind?: NoticeKind
  title?: string
  children?: ReactNode
  actions?: ReactNode
  /** Read aloud when it appears: "status" politely, "alert" at once. */
  role?: 'status' | 'alert'
}

export function Notice({ kind = 'info', title, children, actions, role }: NoticeProps) {
  return (
    <div className={`notice notice-${kind}`} role={role}>
      <Icon name={NOTICE_ICONS[kind]} label={kit.kinds[kind]} />
      <div className="notice-body">
        {title && <p className="notice-title">{title}</p>}
        {typeof children === 'string' ? <p>{children}</p> : children}
        {actions && <div className="notice-actions">{actions}</div>}
      </div>
    </div>
  )
}

export interface EmptyStateProps {
  title: string
  icon?: IconName
  /** What to do now. */
  children?: ReactNode
  action?: ReactNode
}

export function EmptyState({ title, icon, children, action }: EmptyStateProps) {
  return (
    <div className="empty">
      {icon && <Icon name={icon} />}
      <p className="empty-title">{title}</p>
      {typeof children === 'string' ? <p>{children}</p> : children}
      {action}
    </div>
  )
}

export interface FormError {
  /** The `name` of the field to go to. */
  name: string
  text: string
}

/** On top of a form after a refused attempt: takes the focus and links to each field. */
export function ErrorSummary({ errors }: { errors: readonly FormError[] }) {
  const box = useRef<HTMLDivElement>(null)
  const signature = errors.map((one) => one.name + one.text).join('|')
  useEffect(() => {
    if (signature) box.current?.focus()
  }, [signature])
  if (errors.length === 0) return null
  return (
    <div ref={box} className="notice notice-error error-summary" role="alert" tabIndex={-1}>
      <Icon name="error" />
      <div className="notice-body">
        <p className="notice-title">{kit.errorsTitle(errors.length)}</p>
        <ul>
          {errors.map((one) => (
            <li key={one.name + one.text}>
              <a
                href={`#${one.name}`}
                onClick={(event) => {
                  event.preventDefault()
                  focusNamed(one.name)
                }}
              >
                {one.text}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
