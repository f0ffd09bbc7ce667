// Citizenships: those held, each with a button that takes it away, and one more.
import type { Citizenship } from '../bindings'
import { ComboBox, IconButton } from '../components'
import { it } from '../messages/it'
import { useCitizenships } from './fields'

const t = it.people

interface CitizenshipsProps {
  value: readonly Citizenship[]
  hint: string | null
  onChange: (value: Citizenship[]) => void
}

const LIMIT = 12

export function Citizenships({ value, hint, onChange }: CitizenshipsProps) {
  const all = useCitizenships()
  const nameOf = (code: string) => all.find(({ key }) => key === code)?.label ?? code
  const load = (typed: string) => {
    const start = typed.toLowerCase()
    return Promise.resolve(all.filter(({ key, label }) => label.toLowerCase().startsWith(start) && !value.some(({ country }) => country === key)).slice(0, LIMIT))
  }
  return (
    <div className="field">
      {value.length > 0 && (
        <ul className="people-chips" aria-label={t.citizenships}>
          {value.map((held) => (
            <li key={held.country} className="people-chip">
              {nameOf(held.country)}
              <IconButton icon="close" small label={t.removeCitizenship(nameOf(held.country))} onPress={() => onChange(value.filter((one) => one !== held))} />
            </li>
          ))}
        </ul>
      )}
      <ComboBox
        key={value.length} name="citizenship" label={value.length > 0 ? t.addCitizenship : t.citizenships} hint={hint} value={null} load={load} minLength={1}
        onChange={(chosen) => chosen && onChange([...value, { country: chosen.key, period: {} }])}
      />
    </div>
  )
}
