// The first thing after the door: asks who works here, puts her pages back, then shows the window.
import { useQuery, QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import { sessionInfo, sessionSettings } from '../bindings'
import { Button, Notice, Progress, useSlow } from '../components'
import { it } from '../messages/it'
import { queries, SessionContext, type SessionInfo } from '../navigation'
import { readViewState, type Resume } from '../navigation/view-state'
import { call, describeError, showWindow, toIpcError } from '../platform'
import { chooseTheme, themeOf } from '../styles/theme'
import { Window } from './Window'

interface Opened {
  session: SessionInfo
  resume: Resume | null
}

async function open(): Promise<Opened> {
  const [session, settings] = await Promise.all([sessionInfo(), sessionSettings()])
  chooseTheme(themeOf(settings.theme))
  await call('main', 'shell.idle', { minutes: session.idle_minutes })
  return { session, resume: readViewState(session.view) }
}

function Opening() {
  const [opened, setOpened] = useState<Opened | null>(null)
  const { data, error, refetch, isPending } = useQuery({ queryKey: ['start'], queryFn: open, meta: { kinds: [] } })
  const slow = useSlow(isPending)
  if (data && !opened) setOpened(data)
  const locked = error !== null && toIpcError(error).kind === 'locked'
  useEffect(() => {
    if (locked) showWindow('lock')
  }, [locked])
  if (opened) {
    return (
      <SessionContext value={opened.session}>
        <Window resume={opened.resume} />
      </SessionContext>
    )
  }
  return (
    <main className="start">
      {slow && <Progress label={it.shell.opening} />}
      {error && !locked && (
        <Notice kind="error" role="alert" title={it.shell.brand} actions={<Button onPress={() => void refetch()}>{it.shell.retry}</Button>}>
          {describeError(error)}
        </Notice>
      )}
    </main>
  )
}

export function Start() {
  return (
    <I18nProvider locale="it-IT">
      <QueryClientProvider client={queries}>
        <Opening />
      </QueryClientProvider>
    </I18nProvider>
  )
}
