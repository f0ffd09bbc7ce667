// Step two: the passphrase.
import { useMemo, useState, type FormEvent } from 'react'
import { Button, focusNamed } from '../components'
import { it } from '../messages/it'
import { PassphraseChooser, passphraseAsks, usePassphrase } from '../passphrase'

interface PhraseStepProps {
  /** Words that may not make up the phrase: her own name. */
  personal: readonly string[]
  onBack: () => void
  onNext: (passphrase: string) => void
}

export function PhraseStep({ personal, onBack, onNext }: PhraseStepProps) {
  const known = personal.join('\n')
  const asks = useMemo(() => passphraseAsks('lock', known.split('\n')), [known])
  const choice = usePassphrase(asks)
  const [error, setError] = useState<{ field: string; text: string } | null>(null)
  const next = (event: FormEvent) => {
    event.preventDefault()
    const settled = choice.settle()
    if ('passphrase' in settled) {
      setError(null)
      choice.wipe()
      onNext(settled.passphrase)
    } else {
      setError(settled)
      focusNamed(settled.field)
    }
  }
  const stillShown = choice.source === 'generated' && (choice.missing || choice.shown !== null)
  return (
    <form className="form" onSubmit={next} noValidate>
      <PassphraseChooser choice={choice} error={error} />
      <div className="form-actions">
        {!stillShown && (
          <Button type="submit" kind="primary">
            {it.lock.next}
          </Button>
        )}
        <Button onPress={onBack}>{it.lock.back}</Button>
      </div>
    </form>
  )
}
