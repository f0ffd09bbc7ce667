// Step one: who signs the notes, and what the page of the lock shows of her.
import { useState, type FormEvent } from 'react'
import { Button, CheckboxField, ErrorSummary, SelectField, TextField, type Choice, type FormError } from '../components'
import { it } from '../messages/it'

export type RoleCode = keyof typeof it.lock.roles

export interface Who {
  surname: string
  name: string
  qualifica: RoleCode | null
  coordinates: boolean
  initials: string
  showName: boolean
}

export const NOBODY: Who = { surname: '', name: '', qualifica: null, coordinates: false, initials: '', showName: false }

const ROLES: readonly Choice<RoleCode>[] = (Object.keys(it.lock.roles) as RoleCode[]).map((key) => ({ key, label: it.lock.roles[key] }))
const MAY_COORDINATE: readonly (RoleCode | null)[] = ['ASSISTENTE_SOCIALE', 'PSICOLOGO', 'PEDAGOGISTA']

const initialsOf = (who: Who) => ((who.name.trim()[0] ?? '') + (who.surname.trim()[0] ?? '')).toUpperCase()

function faultsOf(who: Who): FormError[] {
  const faults: FormError[] = []
  if (who.name.trim() === '') faults.push({ name: 'name', text: it.lock.missing.name })
  if (who.surname.trim() === '') faults.push({ name: 'surname', text: it.lock.missing.surname })
  if (who.qualifica === null) faults.push({ name: 'qualifica', text: it.lock.missing.qualifica })
  if (!/^\S{1,4}$/u.test(who.initials.trim())) faults.push({ name: 'initials', text: it.lock.missing.initials })
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
    // Until she changes them herself, the initials follow the name.
    const follows = who.initials === initialsOf(who) && part.initials === undefined
    const whole = follows ? { ...next, initials: initialsOf(next) } : next
    onChange(whole)
    const still = new Set(faultsOf(whole).map((one) => one.name))
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
        choices={ROLES}
        value={who.qualifica}
        onChange={(qualifica) => write({ qualifica })}
        error={faultOf('qualifica')}
      />
      {MAY_COORDINATE.includes(who.qualifica) && (
        <CheckboxField
          name="coordinates"
          label={it.lock.coordinates}
          hint={it.lock.coordinatesHint}
          isSelected={who.coordinates}
          onChange={(coordinates) => write({ coordinates })}
        />
      )}
      <div className="form-row">
        <TextField
          name="initials"
          label={it.lock.initials}
          hint={it.lock.initialsHint}
          required
          value={who.initials}
          onChange={(initials) => write({ initials })}
          error={faultOf('initials')}
          maxLength={4}
        />
      </div>
      <CheckboxField name="show-name" label={it.lock.showName} isSelected={who.showName} onChange={(showName) => write({ showName })} />
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
