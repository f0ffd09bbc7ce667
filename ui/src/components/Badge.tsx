// A state in a word. The word carries the meaning; the colour only helps the eye.
import type { ReactNode } from 'react'
import { Icon } from './Icon'
import type { IconName } from './icon-names'

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger'

export interface BadgeProps {
  tone?: Tone
  icon?: IconName
  children: ReactNode
}

export function Badge({ tone = 'neutral', icon, children }: BadgeProps) {
  return (
    <span className={`badge badge-${tone}`}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  )
}
