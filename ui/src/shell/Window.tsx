// The window around every page: skip link, rail, top bar, page, palette, shortcuts, idle notice, lock.
import { useEffect, useRef, useState } from 'react'
import { Progress, ToastRegion } from '../components'
import { it } from '../messages/it'
import { goBack, navigate, useShortcut } from '../navigation'
import { routes } from '../navigation/registry'
import { currentEntry, useCurrentEntry } from '../navigation/router'
import { startShortcuts } from '../navigation/shortcuts'
import { resumeAt, type Resume } from '../navigation/view-state'
import { listenToNews } from '../platform'
import { Palette } from '../search'
import { askLock, IdleNotice, useIdleLock } from './idle'
import { Rail, RailDrawer } from './Rail'
import { Screen } from './Screen'
import { ShortcutsDialog } from './Shortcuts'
import { TopBar } from './TopBar'

type Over = 'find' | 'shortcuts' | 'rail' | null

/** A note from anywhere: in the case where she is, if she is in one. */
function writeInDiary() {
  const { case_id } = currentEntry().params
  navigate('diary.new', case_id ? { case_id } : {})
}

function useWindowShortcuts(open: (over: Over) => void) {
  useEffect(startShortcuts, [])
  useShortcut('Ctrl+K', it.shell.keys.find, () => open('find'))
  useShortcut('Ctrl+J', it.shell.keys.write, writeInDiary)
  useShortcut('Alt+N', it.shell.keys.write, writeInDiary)
  useShortcut('Ctrl+L', it.shell.keys.lock, () => void askLock())
  useShortcut('Alt+←', it.shell.keys.back, goBack)
  useShortcut('F1', it.shell.keys.shortcuts, () => open('shortcuts'))
  useShortcut('?', it.shell.keys.shortcuts, () => open('shortcuts'))
  useShortcut('Alt+1', it.shell.keys.goTo(it.shell.today), () => navigate('today'))
  useShortcut('Alt+2', it.shell.keys.goTo(it.shell.people), () => navigate('people'))
  useShortcut('Alt+3', it.shell.keys.goTo(it.shell.cases), () => navigate('cases'))
  useShortcut('Alt+4', it.shell.keys.goTo(it.shell.agenda), () => navigate('agenda'))
  useShortcut('Alt+5', it.shell.keys.goTo(it.office.title), () => navigate('office'))
  useShortcut('Alt+6', it.shell.keys.goTo(it.shell.archiveShort), () => navigate('archive'))
}

export function Window({ resume }: { resume: Resume | null }) {
  const [over, setOver] = useState<Over>(null)
  const content = useRef<HTMLElement>(null)
  const entry = useCurrentEntry()
  const { left, leaving, stay } = useIdleLock()
  useWindowShortcuts(setOver)
  useEffect(listenToNews, [])
  useEffect(() => {
    if (resume && content.current) return resumeAt(resume, content.current)
    return undefined
  }, [resume])
  const close = () => setOver(null)
  const rail = routes.get(entry.name)?.rail
  return (
    <div className="window">
      <a
        className="skip-link"
        href="#content"
        onClick={(event) => {
          event.preventDefault()
          content.current?.focus()
        }}
      >
        {it.shell.skip}
      </a>
      <Rail current={rail} />
      <div className="window-main">
        <TopBar
          onFind={() => setOver('find')}
          onWrite={writeInDiary}
          onLock={() => void askLock()}
          onOpenRail={() => setOver('rail')}
          onShortcuts={() => setOver('shortcuts')}
        />
        <main id="content" ref={content} className="content" tabIndex={-1} aria-label={it.shell.content}>
          <Screen entry={entry} />
        </main>
      </div>
      <RailDrawer current={rail} isOpen={over === 'rail'} onClose={close} />
      <Palette isOpen={over === 'find'} onClose={close} />
      <ShortcutsDialog isOpen={over === 'shortcuts'} onClose={close} />
      <IdleNotice left={left} onStay={stay} />
      {leaving && (
        <div className="leaving" role="status">
          <Progress label={it.shell.locking} />
        </div>
      )}
      <ToastRegion />
      <p className="paper-refused">{it.kit.printRefused}</p>
    </div>
  )
}
