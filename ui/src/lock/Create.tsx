// A new archive in three steps: who she is, her passphrase, the office's recovery key. Going back loses nothing but the phrase.
import { useEffect, useState } from 'react'
import { archiveCreate } from '../bindings'
import { Notice, Progress, Stepper } from '../components'
import { it } from '../messages/it'
import { describeError, showWindow } from '../platform'
import { Door } from './Door'
import { RecoveryStep } from './RecoveryStep'
import { NOBODY, WhoStep, type Who } from './WhoStep'
import { PhraseStep } from './PhraseStep'

interface CreateProps {
  /** The first archive of this computer. */
  first: boolean
  onBack: (() => void) | null
}

type Step = 0 | 1 | 2

export function Create({ first, onBack }: CreateProps) {
  const [step, setStep] = useState<Step>(0)
  const [who, setWho] = useState<Who>(NOBODY)
  const [passphrase, setPassphrase] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  useEffect(() => document.getElementById('page-title')?.focus(), [step])

  const create = async (officeKey: string | null) => {
    const { qualifica } = who
    if (qualifica === null) return
    setBusy(true)
    setError(null)
    try {
      await archiveCreate({
        surname: who.surname.trim(),
        name: who.name.trim(),
        qualifica,
        services: [],
        passphrase,
        office_key: officeKey,
        no_recovery_understood: officeKey === null,
      })
      setPassphrase('')
      showWindow('main')
    } catch (thrown) {
      setError(thrown)
    } finally {
      setBusy(false)
    }
  }

  return (
    <Door title={it.lock.createTitle} wide>
      {first && step === 0 && <p className="muted">{it.lock.createWelcome}</p>}
      <Stepper steps={it.lock.steps} current={step} />
      {error !== null && (
        <Notice kind="error" role="alert">
          {describeError(error)}
        </Notice>
      )}
      {step === 0 && <WhoStep who={who} onChange={setWho} onBack={onBack} onNext={() => setStep(1)} />}
      {step === 1 && (
        <PhraseStep
          personal={[who.surname, who.name]}
          onBack={() => setStep(0)}
          onNext={(chosen) => {
            setPassphrase(chosen)
            setStep(2)
          }}
        />
      )}
      {step === 2 && (
        <RecoveryStep
          busy={busy}
          onBack={() => {
            setPassphrase('')
            setStep(1)
          }}
          onCreate={(officeKey) => void create(officeKey)}
        />
      )}
      {busy && <Progress label={it.lock.creating} />}
    </Door>
  )
}
