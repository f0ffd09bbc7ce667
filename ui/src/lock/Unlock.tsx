// One field, one button. A wrong phrase is said calmly; after several, the wait counts down by itself.
import { useEffect, useState, type FormEvent } from 'react'
import { archiveUnlock, type ArchiveCard } from '../bindings'
import { announce, Button, focusNamed, Notice, PassphraseField, Progress } from '../components'
import { it } from '../messages/it'
import { describeError, showWindow, toIpcError } from '../platform'
import { Door } from './Door'

interface UnlockProps {
  archive: ArchiveCard
  onBack: () => void
  onForgot: () => void
  onRestore: () => void
}

/** Whole seconds until the next try is looked at. */
function useCountdown() {
  const [left, setLeft] = useState(0)
  const counting = left > 0
  useEffect(() => {
    if (!counting) return
    const timer = setInterval(() => {
      setLeft((now) => {
        if (now === 1) announce(it.lock.waitDone)
        return Math.max(0, now - 1)
      })
    }, 1000)
    return () => clearInterval(timer)
  }, [counting])
  return [left, setLeft] as const
}

function secondsOf(thrown: unknown): number {
  const { code, params } = toIpcError(thrown)
  const seconds = params['seconds']
  return code === 'unlock_wait' && typeof seconds === 'number' ? seconds : 0
}

/** A copy helps where the file is at fault, not where the phrase is. */
const mayRestore = (thrown: unknown) => ['storage', 'not_found'].includes(toIpcError(thrown).kind)

export function Unlock({ archive, onBack, onForgot, onRestore }: UnlockProps) {
  const [passphrase, setPassphrase] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [wait, setWait] = useCountdown()
  const who = archive.name || archive.initials

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy || wait > 0 || passphrase === '') return
    setBusy(true)
    setError(null)
    try {
      await archiveUnlock({ id: archive.id, passphrase })
      setPassphrase('')
      showWindow('main')
    } catch (thrown) {
      setError(thrown)
      setWait(secondsOf(thrown))
      setPassphrase('')
      focusNamed('unlock-passphrase')
    } finally {
      setBusy(false)
    }
  }
  const wrong = error !== null && toIpcError(error).code === 'wrong_passphrase'
  return (
    <Door title={it.lock.unlockTitle}>
      <p className="door-who">
        <span className="door-initials">{archive.initials}</span>
        <span>{who}</span>
      </p>
      {error !== null && !wrong && wait === 0 && (
        <Notice kind="error" role="alert" actions={mayRestore(error) ? <Button onPress={onRestore}>{it.lock.restoreOpen}</Button> : undefined}>
          {describeError(error)}
        </Notice>
      )}
      {wait > 0 && <Notice kind="warning">{it.lock.waitText(wait)}</Notice>}
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <PassphraseField
          name="unlock-passphrase"
          label={it.lock.passphrase}
          value={passphrase}
          onChange={setPassphrase}
          error={wrong ? describeError(error) : null}
          autoFocus
        />
        <Button type="submit" kind="primary" icon="unlocked" isPending={busy} isDisabled={wait > 0}>
          {it.lock.unlock}
        </Button>
        {busy && <Progress label={it.lock.unlocking} />}
      </form>
      <div className="line line-between">
        <Button kind="link" onPress={onForgot}>
          {it.lock.forgot}
        </Button>
        <Button kind="link" onPress={onRestore}>
          {it.lock.restoreOpen}
        </Button>
        <Button kind="link" onPress={onBack}>
          {it.lock.otherArchive}
        </Button>
      </div>
    </Door>
  )
}
