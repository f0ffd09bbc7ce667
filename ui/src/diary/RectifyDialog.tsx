// Rettifica: what should be read, and why; the signed text stays.
import { useState } from 'react'
import { diaryRectify, type EntryView } from '../bindings'
import { Button, DateField, Dialog, Notice, notify, SelectField, TextArea, TextField, TimeField } from '../components'
import { it } from '../messages/it'
import { useCommand, useSession } from '../navigation'
import { describeError, fieldOf } from '../platform'

const t = it.diary.rectify
const WHOLE = 'whole'

export function RectifyDialog({ entry, onClose }: { entry: EntryView; onClose: () => void }) {
  const session = useSession()
  const [what, setWhat] = useState(entry.segments.find((one) => one.text !== null)?.id ?? WHOLE)
  const [reason, setReason] = useState('')
  const [text, setText] = useState('')
  const [date, setDate] = useState<string | null>(null)
  const [time, setTime] = useState<string | null>(null)
  const rectify = useCommand(diaryRectify)
  const choices = [
    ...entry.segments.flatMap((one) => (one.text === null ? [] : [{ key: one.id, label: `«${one.text.slice(0, 60)}${one.text.length > 60 ? '…' : ''}»` }])),
    { key: WHOLE, label: t.whole },
  ]
  const run = () =>
    rectify.mutate(
      { entry: entry.id, reason, corrections: text.trim() ? [{ segment: what === WHOLE ? null : what, text }] : [], occurred_on: date, starts: time },
      {
        onSuccess: () => {
          notify('success', t.done)
          onClose()
        },
      },
    )
  const wrong = rectify.error ? fieldOf(rectify.error) : null
  const errorOf = (name: string) => (wrong === name ? describeError(rectify.error) : null)
  return (
    <Dialog
      title={t.title} isOpen onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{it.kit.cancel}</Button>
          <Button kind="primary" icon="sign" isPending={rectify.isPending} onPress={run}>
            {t.sign}
          </Button>
        </>
      }
    >
      <p>{t.help}</p>
      {rectify.error && !wrong ? <Notice kind="error">{describeError(rectify.error)}</Notice> : null}
      <TextField name="reason" label={t.reason} required value={reason} onChange={setReason} error={errorOf('reason')} />
      <SelectField name="what" label={t.what} choices={choices} value={what} onChange={setWhat} />
      <TextArea name="text" label={t.text} value={text} onChange={setText} rows={3} error={errorOf('text')} />
      <div className="form-row">
        <DateField name="occurred_on" label={t.date} narrow value={date} max={session.today} onChange={setDate} error={errorOf('occurred_on')} />
        <TimeField name="starts" label={t.time} narrow value={time} onChange={setTime} />
      </div>
    </Dialog>
  )
}
