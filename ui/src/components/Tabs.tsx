// Tabs of one page. Arrow keys move, the count says how much waits behind each.
import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components'

export interface TabItem<K extends string = string> {
  key: K
  label: string
  count?: number
  content: ReactNode
}

export interface TabsProps<K extends string> {
  /** What the tabs are of, for screen readers. */
  label: string
  items: readonly TabItem<K>[]
  selected: K
  onSelect: (key: K) => void
}

export function Tabs<K extends string>({ label, items, selected, onSelect }: TabsProps<K>) {
  return (
    <AriaTabs className="tabs" selectedKey={selected} onSelectionChange={(key) => onSelect(key as K)}>
      <TabList className="tab-list" aria-label={label}>
        {items.map((item) => (
          <Tab key={item.key} id={item.key} className="tab">
            {item.label}
            {item.count !== undefined && <span className="tab-count">{item.count}</span>}
          </Tab>
        ))}
      </TabList>
      {items.map((item) => (
        <TabPanel key={item.key} id={item.key} className="tab-panel">
          {item.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
