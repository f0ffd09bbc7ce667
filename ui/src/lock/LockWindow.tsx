// The lock window: which of its pages is shown. Nothing here outlives the window.
import { useCallback, useEffect, useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import { archiveList, type ArchiveCard } from '../bindings'
import { Button, Notice, Progress, useSlow } from '../components'
import { it } from '../messages/it'
import { describeError } from '../platform'
import { Choose } from './Choose'
import { Create } from './Create'
import { Door } from './Door'
import { Recover } from './Recover'
import { Restore } from './Restore'
import { Unlock } from './Unlock'

type At = { page: 'choose' } | { page: 'create' } | { page: 'unlock' | 'recover' | 'restore'; archive: ArchiveCard }

function firstPage(archives: readonly ArchiveCard[]): At {
  const [only, other] = archives
  if (!only) return { page: 'create' }
  return other ? { page: 'choose' } : { page: 'unlock', archive: only }
}

function Pages({ archives }: { archives: readonly ArchiveCard[] }) {
  const [at, setAt] = useState<At>(() => firstPage(archives))
  const choose = () => setAt({ page: 'choose' })
  switch (at.page) {
    case 'choose':
      return <Choose archives={archives} onOpen={(archive) => setAt({ page: 'unlock', archive })} onNew={() => setAt({ page: 'create' })} />
    case 'create':
      return <Create first={archives.length === 0} onBack={archives.length > 0 ? choose : null} />
    case 'unlock':
      return (
        <Unlock
          archive={at.archive}
          onBack={choose}
          onForgot={() => setAt({ page: 'recover', archive: at.archive })}
          onRestore={() => setAt({ page: 'restore', archive: at.archive })}
        />
      )
    case 'restore':
      return <Restore archive={at.archive} onBack={() => setAt({ page: 'unlock', archive: at.archive })} />
    case 'recover':
      return <Recover archive={at.archive} onBack={() => setAt({ page: 'unlock', archive: at.archive })} />
  }
}

export function LockWindow() {
  const [archives, setArchives] = useState<readonly ArchiveCard[] | null>(null)
  const [error, setError] = useState<unknown>(null)
  const slow = useSlow(archives === null && error === null)
  const load = useCallback(() => {
    archiveList().then(
      (found) => {
        setError(null)
        setArchives(found)
      },
      (thrown: unknown) => setError(thrown),
    )
  }, [])
  useEffect(load, [load])
  return (
    <I18nProvider locale="it-IT">
      {archives ? (
        <Pages archives={archives} />
      ) : (
        <Door title={it.lock.title}>
          {slow && <Progress label={it.lock.loading} />}
          {error !== null && (
            <Notice kind="error" role="alert" actions={<Button onPress={load}>{it.shell.retry}</Button>}>
              {describeError(error)}
            </Notice>
          )}
        </Door>
      )}
    </I18nProvider>
  )
}
