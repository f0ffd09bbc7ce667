// What the act leaves to be done: what, by when.
import type { DraftAction } from '../../bindings'
import { Button, DateField, IconButton, TextField } from '../../components'
import { it } from '../../messages/it'

const t = it.diary

export function NextActions({ actions, onChange }: { actions: readonly DraftAction[]; onChange: (actions: DraftAction[]) => void }) {
  const change = (at: number, one: Partial<DraftAction>) => onChange(actions.map((action, index) => (index === at ? { ...action, ...one } : action)))
  return (
    <div className="diary-next">
      {actions.map((action, at) => (
        <div key={at} className="form-row">
          <TextField name={`next-${at}`} label={t.fields.next} autoFocus={action.what === ''} value={action.what} onChange={(what) => change(at, { what })} />
          <DateField name={`next-due-${at}`} label={t.fields.nextDue} narrow value={action.due} onChange={(due) => change(at, { due })} />
          <IconButton icon="close" label={t.fields.nextRemove} onPress={() => onChange(actions.filter((_, index) => index !== at))} />
        </div>
      ))}
      <div>
        <Button kind="quiet" small icon="plus" onPress={() => onChange([...actions, { what: '', who: null, due: null }])}>
          {t.fields.next}
        </Button>
      </div>
    </div>
  )
}
