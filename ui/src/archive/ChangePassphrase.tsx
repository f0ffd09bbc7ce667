// A new passphrase: the present one first, for who walks by an open window does not know it.
import { useMemo, useState, type FormEvent } from 'react'
import { archiveChangePassphrase } from '../bindings'
import { Button, Dialog, focusNamed, notify, Notice, PassphraseField } from '../components'
import { it } from '../messages/it'
import { useSession } from '../navigation'
import { PassphraseChooser, passphraseAsks, usePassphrase } from '../passphrase'
import { describeError, toIpcError } from '../platform'

interface Props {
  isOpen: boolean
  onClose: () => void
}

const FORM = 'change-passphrase'

function Fields({ onDone, onBusy }: { onDone: () => void; onBusy: (busy: boolean) => void }) {
  const { operator_name } = useSession()
  const asks = useMemo(() => passphraseAsks('main', (operator_name ?? '').split(/\s+/)), [operator_name])
  const choice = usePassphrase(asks)
  const [present, setPresent] = useState('')
  const [fault, setFault] = useState<{ field: string; text: string } | null>(null)
  const [error, setError] = useState<unknown>(null)

  const change = async (passphrase: string) => {
    onBusy(true)
    setError(null)
    try {
      await archiveChangePassphrase({ present, new: passphrase })
      choice.wipe()
      setPresent('')
      notify('success', it.archive.phraseChanged)
      onDone()
    } catch (thrown) {
      if (toIpcError(thrown).code === 'wrong_passphrase') {
        setFault({ field: 'present', text: describeError(thrown) })
        focusNamed('present')
      } else setError(thrown)
    } finally {
      onBusy(false)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (present !== '' && choice.source === 'generated' && (choice.missing || choice.shown !== null)) {
      if (choice.shown !== null) choice.hide()
      return
    }
    const settled = present === '' ? { field: 'present', text: it.archive.phrasePresentMissing } : choice.settle()
    if ('passphrase' in settled) {
      setFault(null)
      void change(settled.passphrase)
    } else {
      setFault(settled)
      focusNamed(settled.field)
    }
  }
  return (
    <form id={FORM} className="form" onSubmit={submit} noValidate>
      {error !== null && (
        <Notice kind="error" role="alert">
          {describeError(error)}
        </Notice>
      )}
      <PassphraseField
        name="present"
        label={it.archive.phrasePresent}
        required
        autoFocus
        value={present}
        onChange={setPresent}
        error={fault?.field === 'present' ? fault.text : null}
      />
      <PassphraseChooser choice={choice} error={fault} />
      <p className="field-hint">{it.archive.phraseOldCopies}</p>
    </form>
  )
}

export function ChangePassphrase({ isOpen, onClose }: Props) {
  const [busy, setBusy] = useState(false)
  return (
    <Dialog
      title={it.archive.phraseChange}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{it.kit.cancel}</Button>
          <Button kind="primary" type="submit" form={FORM} isPending={busy}>
            {it.archive.phraseChange}
          </Button>
        </>
      }
    >
      <Fields onDone={onClose} onBusy={setBusy} />
    </Dialog>
  )
}
