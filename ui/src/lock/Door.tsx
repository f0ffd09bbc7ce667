// The frame of every page of the lock window: the name, one card, its title.
import type { ReactNode } from 'react'
import { Icon } from '../components'
import { it } from '../messages/it'

interface DoorProps {
  title: string
  children: ReactNode
  wide?: boolean
}

export function Door({ title, children, wide }: DoorProps) {
  return (
    <div className="door">
      <header className="door-brand">
        <Icon name="folder" />
        <div>
          <p className="door-name">{it.lock.title}</p>
          <p className="door-tagline">{it.lock.tagline}</p>
        </div>
      </header>
      <main className={wide ? 'door-card door-wide' : 'door-card'}>
        <h1 id="page-title" tabIndex={-1}>
          {title}
        </h1>
        {children}
      </main>
    </div>
  )
}
