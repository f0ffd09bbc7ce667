// Step one: who signs the notes.
import { useState, type FormEvent } from 'react'
import type { Role } from '../bindings'
import { Button, ErrorSummary, SelectField, TextField, type FormError } from '../components'
import { it } from '../messages/it'
import { choicesOf, ROLES } from '../messages/terms'

export interface Who {
  surname: string
  name: string
  qualifica: Role | null
}

export const NOBODY: Who = { surname: '', name: '', qualifica: null }

const QUALIFICHE = choicesOf(ROLES)

function faultsOf(who: Who): FormError[] {
  const faults: FormError[] = []
  if (who.name.trim() === '') faults.push({ name: 'name', text: it.lock.missing.name })
  if (who.surname.trim() === '') faults.push({ name: 'surname', text: it.lock.missing.surname })
  if (who.qualifica === null) faults.push({ name: 'qualifica', text: it.lock.missing.qualifica })
  return faults
}

interface WhoStepProps {
  who: Who
  onChange: (who: Who) => void
  onBack: (() => void) | null
  onNext: () => void
}

export function WhoStep({ who, onChange, onBack, onNext }: WhoStepProps) {
  const [faults, setFaults] = useState<readonly FormError[]>([])
  const faultOf = (name: string) => faults.find((one) => one.name === name)?.text
  const write = (part: Partial<Who>) => {
    const next = { ...who, ...part }
    onChange(next)
    const still = new Set(faultsOf(next).map((one) => one.name))
    setFaults(faults.filter((one) => still.has(one.name)))
  }
  const next = (event: FormEvent) => {
    event.preventDefault()
    const found = faultsOf(who)
    setFaults(found)
    if (found.length === 0) onNext()
  }
  return (
    <form className="form" onSubmit={next} noValidate>
      <ErrorSummary errors={faults.map((one) => ({ ...one, text: capital(one.text) }))} />
      <div className="form-row">
        <TextField name="name" label={it.lock.name} required value={who.name} onChange={(name) => write({ name })} error={faultOf('name')} autoComplete="off" />
        <TextField name="surname" label={it.lock.surname} required value={who.surname} onChange={(surname) => write({ surname })} error={faultOf('surname')} />
      </div>
      <SelectField
        name="qualifica"
        label={it.lock.qualifica}
        hint={it.lock.qualificaHint}
        required
        choices={QUALIFICHE}
        value={who.qualifica}
        onChange={(qualifica) => write({ qualifica })}
        error={faultOf('qualifica')}
      />
      <div className="form-actions">
        <Button type="submit" kind="primary">
          {it.lock.next}
        </Button>
        {onBack && <Button onPress={onBack}>{it.lock.back}</Button>}
      </div>
    </form>
  )
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
