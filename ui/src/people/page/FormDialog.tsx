// A short form in a dialog: Enter saves, Esc closes, what is refused is said on top and in its field.
import { useId, type ReactNode } from 'react'
import { Button, Dialog, Notice } from '../../components'
import { it } from '../../messages/it'
import { describeError, fieldOf } from '../../platform'

interface FormDialogProps {
  title: string
  isOpen: boolean
  onClose: () => void
  onSave: () => void
  isPending: boolean
  error: unknown
  children: ReactNode
  saveText?: string
  size?: 'small' | 'medium' | 'large'
  canSave?: boolean
}

export function FormDialog({ title, isOpen, onClose, onSave, isPending, error, children, saveText, size, canSave = true }: FormDialogProps) {
  const id = useId()
  const actions = (
    <>
      <Button onPress={onClose}>{it.kit.cancel}</Button>
      <Button kind="primary" type="submit" form={id} isPending={isPending} isDisabled={!canSave}>
        {saveText ?? it.kit.save}
      </Button>
    </>
  )
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose} actions={actions} size={size ?? 'medium'}>
      <form
        id={id} className="form" noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (canSave && !isPending) onSave()
        }}
      >
        {error ? <Notice kind="error" role="alert">{describeError(error)}</Notice> : null}
        {children}
      </form>
    </Dialog>
  )
}

/** The sentence for one field of a refused form. */
export const errorIn = (error: unknown, field: string) => (error && fieldOf(error) === field ? describeError(error) : null)
