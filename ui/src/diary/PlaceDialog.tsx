// Giving a waiting note its file.
import { useState } from 'react'
import { diaryPlace, type EntryView, type SigningFinding } from '../bindings'
import { Button, Dialog, Notice, notify } from '../components'
import { it } from '../messages/it'
import { useCommand } from '../navigation'
import { describeError } from '../platform'
import { FilePicker } from './FilePicker'

const t = it.diary.place

export function PlaceDialog({ entry, onClose }: { entry: EntryView; onClose: () => void }) {
  const [file, setFile] = useState<{ id: string; label: string } | null>(null)
  const [findings, setFindings] = useState<readonly SigningFinding[]>([])
  const place = useCommand(diaryPlace)
  const run = () =>
    file &&
    place.mutate(
      { entry: entry.id, files: [file.id] },
      {
        onSuccess: (answer) => {
          if (answer.type === 'not_yet') return setFindings(answer.findings.filter((one) => one.blocks))
          notify('success', t.done)
          onClose()
        },
      },
    )
  return (
    <Dialog
      title={t.title} isOpen onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{it.kit.cancel}</Button>
          <Button kind="primary" icon="sign" isDisabled={!file} isPending={place.isPending} onPress={run}>
            {t.confirm}
          </Button>
        </>
      }
    >
      <p>{t.help}</p>
      <FilePicker name="place-file" label={it.diary.fields.filesAdd} onPick={(id, label) => setFile({ id, label })} />
      {file && <p className="diary-chip">{file.label}</p>}
      {findings.map((one) => (
        <Notice key={one.code} kind="error" role="alert">
          {it.diary.findings[one.code]}
        </Notice>
      ))}
      {place.error ? <Notice kind="error">{describeError(place.error)}</Notice> : null}
    </Dialog>
  )
}
