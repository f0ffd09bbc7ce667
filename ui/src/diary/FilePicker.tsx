// Choosing the case that something goes into.
import { ComboBox } from '../components'
import { it } from '../messages/it'
import { findCases } from './find'

interface Props {
  name: string
  label: string
  hint?: string
  autoFocus?: boolean
  onPick: (id: string, label: string) => void
}

export function FilePicker({ name, label, hint = it.diary.fields.filesHint, autoFocus = false, onPick }: Props) {
  return (
    <ComboBox
      name={name}
      label={label}
      hint={hint}
      autoFocus={autoFocus}
      value={null}
      onChange={(item) => item && onPick(item.key, item.label)}
      load={findCases}
      minLength={2}
    />
  )
}
