// A few ways of looking at the same thing (giorno / settimana / mese): one is on.
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import type { Choice } from './SelectField'

export interface SegmentedProps<K extends string> {
  label: string
  choices: readonly Choice<K>[]
  value: K
  onChange: (value: K) => void
}

export function Segmented<K extends string>({ label, choices, value, onChange }: SegmentedProps<K>) {
  return (
    <ToggleButtonGroup
      className="segmented"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const [key] = keys
        if (key !== undefined) onChange(key as K)
      }}
    >
      {choices.map((choice) => (
        <ToggleButton key={choice.key} id={choice.key} className="segmented-item">
          {choice.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
