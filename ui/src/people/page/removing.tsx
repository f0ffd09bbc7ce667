// "Inserito per errore": takes a row off the page, with its reason.
import { peopleRemove } from '../../bindings'
import { Button, Dialog, Notice, TextField, type MenuAction } from '../../components'
import { it } from '../../messages/it'
import { describeError } from '../../platform'
import { useEditing, type Editing } from './editing'

const t = it.people

interface Removing {
  id: string
  name: string
  reason: string
}

export function useRemoving(person: string, section: string) {
  return useEditing(`${section}-removing`, peopleRemove, ({ id, reason }: Removing) => ({ person, id, reason: reason || null }), t.removed)
}

export const removeAction = (removing: Editing<Removing>, id: string, name: string): MenuAction => ({
  key: 'remove',
  label: t.remove,
  danger: true,
  onAction: () => removing.open({ id, name, reason: '' }),
})

export function RemoveDialog({ removing }: { removing: Editing<Removing> }) {
  const { value, change, close, save, isPending, error } = removing
  const actions = (
    <>
      <Button onPress={close}>{it.kit.cancel}</Button>
      <Button kind="danger" isPending={isPending} onPress={save}>
        {t.remove}
      </Button>
    </>
  )
  return (
    <Dialog title={t.removeTitle} isOpen={value !== null} onClose={close} actions={actions} size="small">
      {error ? <Notice kind="error" role="alert">{describeError(error)}</Notice> : null}
      <p>
        <strong>{value?.name}</strong>
      </p>
      <p>{t.removeText}</p>
      <TextField name="remove-reason" label={t.removeReason} optional value={value?.reason ?? ''} onChange={(reason) => change({ reason })} />
    </Dialog>
  )
}

export type { Removing }
