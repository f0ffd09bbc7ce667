// Choosing the case that something goes into.
import { ComboBox } from '../components'
import { it } from '../messages/it'
import { findCases } from './find'

export function FilePicker({ name, label, onPick }: { name: string; label: string; onPick: (id: string, label: string) => void }) {
  return (
    <ComboBox
      name={name}
      label={label}
      hint={it.diary.fields.filesHint}
      value={null}
      onChange={(item) => item && onPick(item.key, item.label)}
      load={findCases}
      minLength={2}
    />
  )
}
