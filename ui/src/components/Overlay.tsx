// Dialogs and drawers. Focus goes in and comes back, Esc closes, the destructive action is never the default.
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { kit } from '../messages/kit'
import { IconButton } from './Button'

export interface DialogProps {
  title: string
  isOpen: boolean
  onClose: () => void
  children: ReactNode
  /** Buttons, the safest first in reading order; the primary one last. */
  actions?: ReactNode
  size?: 'small' | 'medium' | 'large'
  /** For what interrupts: read aloud at once, and not closed by a click outside. */
  urgent?: boolean
}

function Body({ title, onClose, children, actions, urgent }: Omit<DialogProps, 'isOpen' | 'size'>) {
  return (
    <AriaDialog className="dialog" role={urgent ? 'alertdialog' : 'dialog'}>
      <header className="dialog-header">
        <Heading slot="title" level={2}>
          {title}
        </Heading>
        {!urgent && <IconButton icon="close-big" label={kit.close} small onPress={onClose} />}
      </header>
      <div className="dialog-body">{children}</div>
      {actions && <footer className="dialog-actions">{actions}</footer>}
    </AriaDialog>
  )
}

export function Dialog({ isOpen, size = 'medium', ...rest }: DialogProps) {
  return (
    <ModalOverlay
      className="overlay"
      isOpen={isOpen}
      onOpenChange={(open) => !open && rest.onClose()}
      isDismissable={false}
      isKeyboardDismissDisabled={rest.urgent ?? false}
    >
      <Modal className={`dialog-box dialog-${size}`}>
        <Body {...rest} />
      </Modal>
    </ModalOverlay>
  )
}

/** A panel from the right edge: for looking something up or a short form beside the page. */
export function Drawer({ isOpen, ...rest }: Omit<DialogProps, 'size' | 'urgent'>) {
  return (
    <ModalOverlay className="overlay overlay-drawer" isOpen={isOpen} onOpenChange={(open) => !open && rest.onClose()} isDismissable>
      <Modal className="drawer-box">
        <Body {...rest} />
      </Modal>
    </ModalOverlay>
  )
}
