// The rows of a section: what they say, what marks them, what can be done with each.
import { useState, type ReactNode } from 'react'
import { ActionMenu, Button, IconButton, TwoVersions, type MenuAction } from '../../components'
import { it } from '../../messages/it'

const t = it.people

export interface Item {
  key: string
  /** What the row is called when spoken: its buttons are named by it. */
  name: string
  main: ReactNode
  label?: string
  note?: ReactNode
  badges?: ReactNode
  past?: boolean
  /** What two people wrote without seeing each other. */
  clashes?: unknown
  onEdit?: (() => void) | undefined
  actions?: readonly MenuAction[]
}

function Row({ item }: { item: Item }) {
  return (
    <li className="people-item" data-past={item.past || undefined}>
      {item.label && <span className="people-item-label">{item.label}</span>}
      <div className="people-item-body">
        <div className="line">
          <span>{item.main}</span>
          {item.badges}
          <TwoVersions of={item.clashes} />
        </div>
        {item.note && <div className="item-note">{item.note}</div>}
      </div>
      <div className="people-item-actions">
        {item.onEdit && <IconButton icon="pencil" small label={`${it.kit.edit}: ${item.name}`} onPress={item.onEdit} />}
        {item.actions && item.actions.length > 0 && <ActionMenu label={t.actionsFor(item.name)} actions={item.actions} />}
      </div>
    </li>
  )
}

/** Rows that hold today; those of the past behind a button. */
export function ItemList({ items, label, empty }: { items: readonly Item[]; label: string; empty: string }) {
  const [showsPast, setShowsPast] = useState(false)
  const past = items.filter((item) => item.past).length
  const shown = showsPast ? items : items.filter((item) => !item.past)
  return (
    <>
      {items.length === 0 && <p className="item-note">{empty}</p>}
      <ul className="people-list" aria-label={label}>
        {shown.map((item) => (
          <Row key={item.key} item={item} />
        ))}
      </ul>
      {past > 0 && (
        <Button kind="link" small onPress={() => setShowsPast(!showsPast)}>
          {showsPast ? t.hidePast : t.showPast(past)}
        </Button>
      )}
    </>
  )
}
