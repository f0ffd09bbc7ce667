// The frame of a case's dialogs: a form, its buttons, what the command answered.
import { useId, type FormEvent, type ReactNode } from 'react'
import { Button, Dialog, Notice, notify } from '../components'
import { it } from '../messages/it'
import { useCommand } from '../navigation'
import { describeError } from '../platform'

interface CaseDialogProps<I, O> {
  title: string
  isOpen: boolean
  onClose: () => void
  /** The command. */
  run: (input: I) => Promise<O>
  /** What it is sent; null while something is missing, and then `onMissing` says what. */
  input: () => I | null
  submit: string
  danger?: boolean
  /** What is said when it is done; null where `onDone` says it. */
  done?: string | null
  size?: 'small' | 'medium' | 'large'
  onDone?: (answer: O) => void
  children: ReactNode
}

export function CaseDialog<I, O>({ title, isOpen, onClose, run, input, submit, danger, done = it.cases.saved, size = 'medium', onDone, children }: CaseDialogProps<I, O>) {
  const form = useId()
  const command = useCommand(run)
  const close = () => {
    command.reset()
    onClose()
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    const sent = input()
    if (sent === null) return
    command.mutate(sent, {
      onSuccess: (answer) => {
        if (done !== null) notify('success', done)
        onDone?.(answer)
        close()
      },
    })
  }
  return (
    <Dialog
      title={title} isOpen={isOpen} onClose={close} size={size}
      actions={
        <>
          <Button onPress={close}>{it.kit.cancel}</Button>
          <Button kind={danger ? 'danger' : 'primary'} type="submit" form={form} isPending={command.isPending}>
            {submit}
          </Button>
        </>
      }
    >
      <form id={form} className="form" onSubmit={send} noValidate>
        {command.error !== null && (
          <Notice kind="error" role="alert">
            {describeError(command.error)}
          </Notice>
        )}
        {children}
      </form>
    </Dialog>
  )
}
