// Who is it? The archives on this computer, by what their owners chose to show.
import { Button as AriaButton } from 'react-aria-components'
import type { ArchiveCard } from '../bindings'
import { Button, Icon } from '../components'
import { it } from '../messages/it'
import { Door } from './Door'

interface ChooseProps {
  archives: readonly ArchiveCard[]
  onOpen: (archive: ArchiveCard) => void
  onNew: () => void
}

export function Choose({ archives, onOpen, onNew }: ChooseProps) {
  return (
    <Door title={it.lock.chooseTitle}>
      <p className="muted">{it.lock.chooseHelp}</p>
      <ul className="door-list" aria-label={it.lock.archives}>
        {archives.map((archive) => (
          <li key={archive.id}>
            <AriaButton className="door-archive" onPress={() => onOpen(archive)}>
              <span className="door-initials">{archive.initials}</span>
              <span className="door-archive-name">{archive.name}</span>
              <Icon name="chevron-right" />
            </AriaButton>
          </li>
        ))}
      </ul>
      <div>
        <Button kind="quiet" icon="plus" onPress={onNew}>
          {it.lock.newArchive}
        </Button>
      </div>
    </Door>
  )
}
