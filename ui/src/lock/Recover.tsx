// The phrase is forgotten: the office's secret key opens the slot, and a new phrase takes the old one's place.
import { useMemo, useState, type FormEvent } from 'react'
import { archiveRecover, type ArchiveCard } from '../bindings'
import { Button, focusNamed, Notice, PassphraseField, Progress } from '../components'
import { it } from '../messages/it'
import { PassphraseChooser, passphraseAsks, usePassphrase } from '../passphrase'
import { describeError, showWindow } from '../platform'
import { Door } from './Door'

interface RecoverProps {
  archive: ArchiveCard
  onBack: () => void
}

export function Recover({ archive, onBack }: RecoverProps) {
  const asks = useMemo(() => passphraseAsks('lock', [archive.name]), [archive])
  const choice = usePassphrase(asks)
  const [key, setKey] = useState('')
  const [fault, setFault] = useState<{ field: string; text: string } | null>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)

  const recover = async (passphrase: string) => {
    setBusy(true)
    setError(null)
    try {
      await archiveRecover({ id: archive.id, office_key: key.trim(), passphrase })
      choice.wipe()
      setKey('')
      showWindow('main')
    } catch (thrown) {
      setError(thrown)
    } finally {
      setBusy(false)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    const settled = key.trim() === '' ? { field: 'office-key', text: it.lock.officeKeyMissing } : choice.settle()
    if ('passphrase' in settled) {
      setFault(null)
      void recover(settled.passphrase)
    } else {
      setFault(settled)
      focusNamed(settled.field)
    }
  }
  return (
    <Door title={it.lock.recoverTitle} wide>
      <p className="muted">{it.lock.recoverHelp}</p>
      {!archive.office_recovery && <Notice kind="warning">{it.lock.recoverNone}</Notice>}
      {error !== null && (
        <Notice kind="error" role="alert">
          {describeError(error)}
        </Notice>
      )}
      <form className="form" onSubmit={submit} noValidate>
        <PassphraseField
          name="office-key"
          label={it.lock.officeKey}
          hint={it.lock.officeKeyHint}
          required
          value={key}
          onChange={setKey}
          error={fault?.field === 'office-key' ? fault.text : null}
        />
        <PassphraseChooser choice={choice} error={fault} />
        <div className="form-actions">
          <Button type="submit" kind="primary" icon="key" isPending={busy}>
            {it.lock.recover}
          </Button>
          <Button onPress={onBack} isDisabled={busy}>
            {it.lock.back}
          </Button>
        </div>
        {busy && <Progress label={it.lock.recovering} />}
      </form>
    </Door>
  )
}
