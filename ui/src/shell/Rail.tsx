// The left rail: the places of the window, icon and word; under 60 rem it opens over the page from a button.
import { Button, Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { Icon, IconButton } from '../components'
import { it } from '../messages/it'
import { navigate, type RailPlace } from '../navigation'
import { OWN_ARCHIVE, PLACES, type Place } from './places'

interface ItemProps {
  place: Place
  current: boolean
  onGone: () => void
}

function Item({ place, current, onGone }: ItemProps) {
  return (
    <li>
      <Button
        className="rail-item"
        aria-current={current ? 'page' : undefined}
        onPress={() => {
          onGone()
          navigate(place.place)
        }}
      >
        <Icon name={place.icon} />
        <span>{place.label}</span>
      </Button>
    </li>
  )
}

function Places({ current, onGone }: { current: RailPlace | undefined; onGone: () => void }) {
  return (
    <>
      <p className="rail-brand">
        <Icon name="folder" />
        {it.shell.brand}
      </p>
      <ul className="rail-list">
        {PLACES.map((place) => (
          <Item key={place.place} place={place} current={place.place === current} onGone={onGone} />
        ))}
      </ul>
      <ul className="rail-list rail-foot">
        <Item place={OWN_ARCHIVE} current={current === 'archive'} onGone={onGone} />
      </ul>
    </>
  )
}

export function Rail({ current }: { current: RailPlace | undefined }) {
  return (
    <nav className="rail" aria-label={it.shell.rail}>
      <Places current={current} onGone={() => undefined} />
    </nav>
  )
}

interface RailDrawerProps {
  current: RailPlace | undefined
  isOpen: boolean
  onClose: () => void
}

/** The same rail over the page, when the window is narrow. */
export function RailDrawer({ current, isOpen, onClose }: RailDrawerProps) {
  return (
    <ModalOverlay className="overlay overlay-rail" isOpen={isOpen} onOpenChange={(open) => !open && onClose()} isDismissable>
      <Modal className="rail rail-over">
        <Dialog className="dialog" aria-label={it.shell.rail}>
          <div className="rail-close">
            <IconButton icon="close-big" label={it.shell.closeRail} onPress={onClose} />
          </div>
          <nav aria-label={it.shell.rail}>
            <Places current={current} onGone={onClose} />
          </nav>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
