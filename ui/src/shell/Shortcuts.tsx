// The list of keyboard shortcuts as they stand on this page, and the switch of those of one key.
import { CheckboxField, Dialog, KeyHint } from '../components'
import { it } from '../messages/it'
import { allowSingleKeys, useShortcutList, useSingleKeys, type Shortcut } from '../navigation/shortcuts'

/** What several keys do is one line. */
function byLabel(all: readonly Shortcut[]): [string, string[]][] {
  const lines = new Map<string, string[]>()
  for (const { label, keys } of all) lines.set(label, [...(lines.get(label) ?? []), keys])
  return [...lines]
}

export function ShortcutsDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const all = useShortcutList()
  const single = useSingleKeys()
  return (
    <Dialog title={it.shell.shortcuts} isOpen={isOpen} onClose={onClose}>
      <p className="muted">{it.shell.shortcutsHelp}</p>
      <ul className="shortcut-list">
        {byLabel(all).map(([label, keys]) => (
          <li key={label}>
            <span>{label}</span>
            <span className="visually-hidden">{keys.join(', ')}</span>
            <span className="line">
              {keys.map((one) => (
                <KeyHint key={one} keys={one} />
              ))}
            </span>
          </li>
        ))}
      </ul>
      <CheckboxField name="single-keys" label={it.shell.singleKeys} isSelected={single} onChange={allowSingleKeys} />
    </Dialog>
  )
}
