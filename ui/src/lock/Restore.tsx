// Back to a copy, with the archive closed: choose one, give the phrase, and the archive is as it was then.
import { useEffect, useState, type FormEvent } from 'react'
import { archiveCopies, archiveRestore, type ArchiveCard, type Copy } from '../bindings'
import { Button, EmptyState, focusNamed, Notice, PassphraseField, Progress, RadioField } from '../components'
import { showInstant } from '../dates/civil'
import { showBytes } from '../dates/sizes'
import { it } from '../messages/it'
import { describeError, showWindow } from '../platform'
import { Door } from './Door'

interface RestoreProps {
  archive: ArchiveCard
  onBack: () => void
}

type Fault = { field: 'copy' | 'restore-passphrase'; text: string }

export function Restore({ archive, onBack }: RestoreProps) {
  const [copies, setCopies] = useState<readonly Copy[] | null>(null)
  const [taken, setTaken] = useState<string | null>(null)
  const [passphrase, setPassphrase] = useState('')
  const [fault, setFault] = useState<Fault | null>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  useEffect(() => {
    archiveCopies({ id: archive.id }).then(
      (found) => {
        setCopies(found)
        setTaken(found[0]?.taken ?? null)
      },
      (thrown: unknown) => setError(thrown),
    )
  }, [archive])

  const restore = async (copy: string) => {
    setBusy(true)
    setError(null)
    try {
      await archiveRestore({ id: archive.id, taken: copy, passphrase })
      setPassphrase('')
      showWindow('main')
    } catch (thrown) {
      setError(thrown)
      setPassphrase('')
    } finally {
      setBusy(false)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    const found: Fault | null = passphrase === '' ? { field: 'restore-passphrase', text: it.lock.passphraseMissing } : taken === null ? { field: 'copy', text: it.lock.restoreChoose } : null
    setFault(found)
    if (found) focusNamed(found.field)
    else if (taken) void restore(taken)
  }
  return (
    <Door title={it.lock.restoreTitle} wide>
      <p className="muted">{it.lock.restoreHelp}</p>
      {error !== null && (
        <Notice kind="error" role="alert">
          {describeError(error)}
        </Notice>
      )}
      {copies?.length === 0 && (
        <EmptyState icon="restore" title={it.lock.restoreNone}>
          {it.lock.restoreNoneHelp}
        </EmptyState>
      )}
      <form className="form" onSubmit={submit} noValidate>
        {copies !== null && copies.length > 0 && (
          <>
            <RadioField
              name="copy"
              label={it.lock.restoreCopies}
              value={taken}
              onChange={setTaken}
              error={fault?.field === 'copy' ? fault.text : null}
              choices={copies.map((copy) => ({ key: copy.taken, label: showInstant(copy.taken), note: showBytes(copy.bytes) }))}
            />
            <PassphraseField
              name="restore-passphrase"
              label={it.lock.passphrase}
              required
              value={passphrase}
              onChange={setPassphrase}
              error={fault?.field === 'restore-passphrase' ? fault.text : null}
            />
          </>
        )}
        <div className="form-actions">
          {copies !== null && copies.length > 0 && (
            <Button type="submit" kind="primary" icon="restore" isPending={busy}>
              {it.lock.restore}
            </Button>
          )}
          <Button onPress={onBack} isDisabled={busy}>
            {it.lock.back}
          </Button>
        </div>
        {busy && <Progress label={it.lock.restoring} />}
      </form>
    </Door>
  )
}
