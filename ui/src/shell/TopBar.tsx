// The bar over every page: find, write, past notices, who works here, lock.
import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { ActionMenu, Button, Drawer, EmptyState, Icon, IconButton, KeyHint, Notice, usePastNotices } from '../components'
import { showInstant } from '../dates/civil'
import { it } from '../messages/it'
import { useSession } from '../navigation'
import { OfficeState } from '../office'
import { chooseTheme, type ThemeChoice } from '../styles/theme'
import { keepTheme } from './settings'

export interface TopBarProps {
  onFind: () => void
  onWrite: () => void
  onLock: () => void
  onOpenRail: () => void
  onShortcuts: () => void
}

function pickTheme(theme: ThemeChoice) {
  chooseTheme(theme)
  void keepTheme(theme)
}

function Notices({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const past = usePastNotices()
  return (
    <Drawer title={it.shell.notices} isOpen={isOpen} onClose={onClose}>
      {past.length === 0 ? (
        <EmptyState icon="horn" title={it.shell.noNotices}>
          {it.shell.noNoticesHelp}
        </EmptyState>
      ) : (
        past.map((one) => (
          <Notice key={one.id} kind={one.kind} title={showInstant(one.at)}>
            {one.text}
          </Notice>
        ))
      )}
    </Drawer>
  )
}

function Operator({ onShortcuts }: { onShortcuts: () => void }) {
  const name = useSession().operator_name ?? ''
  const initials = name.split(/\s+/).map((word) => word[0] ?? '').join('').slice(0, 2).toUpperCase()
  return (
    <div className="operator">
      <span className="operator-initials" aria-hidden>
        {initials || <Icon name="user" />}
      </span>
      <span className="operator-name">{name}</span>
      <ActionMenu
        label={it.shell.operatorMenu(name)}
        actions={[
          { key: 'shortcuts', label: it.shell.shortcuts, note: 'F1', onAction: onShortcuts },
          ...(['system', 'light', 'dark'] as const).map((theme) => ({
            key: theme,
            label: `${it.shell.theme}: ${it.shell.themes[theme]}`,
            onAction: () => pickTheme(theme),
          })),
        ]}
      />
    </div>
  )
}

export function TopBar({ onFind, onWrite, onLock, onOpenRail, onShortcuts }: TopBarProps) {
  const [noticesOpen, setNoticesOpen] = useState(false)
  return (
    <header className="top-bar">
      <span className="top-burger">
        <IconButton icon="burger" label={it.shell.openRail} onPress={onOpenRail} />
      </span>
      <AriaButton className="find-button" onPress={onFind} aria-keyshortcuts="Control+K">
        <Icon name="search" />
        <span className="find-text">{it.shell.findLong}</span>
        <KeyHint keys="Ctrl+K" />
      </AriaButton>
      <div className="top-actions">
        <OfficeState />
        <Button kind="primary" icon="pencil" onPress={onWrite} aria-keyshortcuts="Control+J">
          <span className="top-label">{it.shell.write}</span>
        </Button>
        <IconButton icon="horn" label={it.shell.notices} onPress={() => setNoticesOpen(true)} />
        <Operator onShortcuts={onShortcuts} />
        <Button icon="lock" onPress={onLock} aria-keyshortcuts="Control+L">
          <span className="top-label">{it.shell.lock}</span>
        </Button>
      </div>
      <Notices isOpen={noticesOpen} onClose={() => setNoticesOpen(false)} />
    </header>
  )
}
