// "Non avvenuto": who did not come, who called it off; with a signed line in the diary, because it is evidence.
import { useState } from 'react'
import { agendaNotHappened, type Outcome } from '../bindings'
import { Button, CheckboxField, Dialog, Notice, notify, RadioField, TextField } from '../components'
import { it } from '../messages/it'
import { useCommand } from '../navigation'
import { describeError } from '../platform'

const t = it.agenda
type Failed = Exclude<Outcome['type'], 'held'>
const FAILED: readonly Failed[] = ['no_answer', 'absent', 'postponed', 'cancelled', 'refused']

export function NotHappenedDialog({ id, hasCase, onClose }: { id: string; hasCase: boolean; onClose: () => void }) {
  const [outcome, setOutcome] = useState<Failed | null>(null)
  const [by, setBy] = useState('')
  const [note, setNote] = useState('')
  const [inDiary, setInDiary] = useState(hasCase)
  const [missing, setMissing] = useState<readonly string[]>([])
  const settle = useCommand(agendaNotHappened)
  const run = () =>
    outcome &&
    settle.mutate(
      { id, outcome: outcome === 'cancelled' ? { type: outcome, by: by || null } : { type: outcome }, note: note || null, in_diary: inDiary },
      {
        onSuccess: (answer) => {
          if (answer.type === 'not_yet') return setMissing(answer.findings.filter((one) => one.blocks).map((one) => it.diary.findings[one.code]))
          notify('success', t.settled)
          onClose()
        },
      },
    )
  return (
    <Dialog
      title={t.notHappenedTitle} isOpen onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{it.kit.cancel}</Button>
          <Button kind="primary" isDisabled={!outcome} isPending={settle.isPending} onPress={run}>
            {t.confirm}
          </Button>
        </>
      }
    >
      <RadioField name="outcome" label={t.outcome} value={outcome} onChange={setOutcome} choices={FAILED.map((key) => ({ key, label: it.diary.outcomes[key] }))} />
      {outcome === 'cancelled' && <TextField name="by" label={it.diary.cancelledByField} value={by} onChange={setBy} />}
      <TextField name="note" label={t.why} value={note} onChange={setNote} />
      {hasCase && <CheckboxField name="in-diary" label={t.inDiary} hint={t.inDiaryHelp} isSelected={inDiary} onChange={setInDiary} />}
      {missing.map((text) => (
        <Notice key={text} kind="error" role="alert">
          {text}
        </Notice>
      ))}
      {settle.error ? <Notice kind="error">{describeError(settle.error)}</Notice> : null}
    </Dialog>
  )
}
