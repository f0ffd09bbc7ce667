// Step three: the office's recovery key. On by default; without it she must say that she knows what is lost.
import { useState, type FormEvent } from 'react'
import { Button, CheckboxField, focusNamed, Notice, RadioField, TextArea } from '../components'
import { it } from '../messages/it'

interface RecoveryStepProps {
  busy: boolean
  onBack: () => void
  onCreate: (recipient: string | null) => void
}

type Fault = { field: 'recipient' | 'risk'; text: string }

/** The shape of an age recipient; whether it is one, Rust decides. */
export const looksLikeRecipient = (text: string) => /^age1[02-9ac-hj-np-z]{58}$/.test(text)

export function RecoveryStep({ busy, onBack, onCreate }: RecoveryStepProps) {
  const [how, setHow] = useState<'with' | 'without'>('with')
  const [recipient, setRecipient] = useState('')
  const [risk, setRisk] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)

  const judge = (): Fault | null => {
    if (how === 'without') return risk ? null : { field: 'risk', text: it.lock.recoveryRiskMissing }
    const key = recipient.trim()
    if (key === '') return { field: 'recipient', text: it.lock.recoveryMissing }
    return looksLikeRecipient(key) ? null : { field: 'recipient', text: it.lock.recoveryShape }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    const found = judge()
    setFault(found)
    if (found) focusNamed(found.field)
    else onCreate(how === 'with' ? recipient.trim() : null)
  }
  return (
    <form className="form" onSubmit={submit} noValidate>
      <Notice kind="info">{it.lock.recoveryText}</Notice>
      <RadioField
        name="recovery"
        label={it.lock.recoveryHow}
        value={how}
        onChange={(next) => {
          setHow(next)
          setFault(null)
        }}
        choices={[
          { key: 'with', label: it.lock.recoveryWith },
          { key: 'without', label: it.lock.recoveryWithout },
        ]}
      />
      {how === 'with' ? (
        <TextArea
          name="recipient"
          label={it.lock.recoveryKey}
          hint={it.lock.recoveryKeyHint}
          required
          rows={2}
          value={recipient}
          onChange={setRecipient}
          error={fault?.field === 'recipient' ? fault.text : null}
        />
      ) : (
        <CheckboxField name="risk" label={it.lock.recoveryRisk} required isSelected={risk} onChange={setRisk} error={fault?.field === 'risk' ? fault.text : null} />
      )}
      <div className="form-actions">
        <Button type="submit" kind="primary" icon="lock" isPending={busy}>
          {it.lock.create}
        </Button>
        <Button onPress={onBack} isDisabled={busy}>
          {it.lock.back}
        </Button>
      </div>
    </form>
  )
}
