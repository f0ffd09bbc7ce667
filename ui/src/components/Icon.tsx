// An inlined icon of Bootstrap Italia. Decorative unless it has a label: meaning never hangs on the picture alone.
import { createElement, type ReactNode } from 'react'
import icons from 'virtual:icons'
import type { IconName } from './icon-names'

type IconNode = [tag: string, attributes: Record<string, string>, children: IconNode[]]

const draw = (nodes: IconNode[]): ReactNode[] =>
  nodes.map(([tag, attributes, children], index) => createElement(tag, { key: index, ...attributes }, ...draw(children)))

export interface IconProps {
  name: IconName
  /** Spoken name; leave out when the text beside it already says it. */
  label?: string
  className?: string
}

export function Icon({ name, label, className }: IconProps) {
  return (
    <svg
      className={className ? `icon ${className}` : 'icon'}
      viewBox="0 0 24 24"
      focusable="false"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      {draw(icons[name] ?? [])}
    </svg>
  )
}
