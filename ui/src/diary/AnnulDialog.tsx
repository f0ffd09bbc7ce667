// Annulla (resta traccia): why, and where the text goes when the file was the wrong one.
import { useState } from 'react'
import { diaryAnnul, type AnnulmentReason, type EntryView } from '../bindings'
import { Button, Dialog, Notice, notify, RadioField, TextField } from '../components'
import { it } from '../messages/it'
import { navigate, useCommand } from '../navigation'
import { describeError, fieldOf } from '../platform'

const t = it.diary.annul
type Offered = Exclude<AnnulmentReason, 'COLLOCATA'>
const REASONS: readonly Offered[] = ['FASCICOLO_SBAGLIATO', 'DOPPIONE', 'NON_AVVENUTO', 'ALTRO']

export function AnnulDialog({ entry, onClose }: { entry: EntryView; onClose: () => void }) {
  const [reason, setReason] = useState<Offered | null>(null)
  const [note, setNote] = useState('')
  const annul = useCommand(diaryAnnul)
  const run = () =>
    reason &&
    annul.mutate(
      { entry: entry.id, reason, note: note || null },
      {
        onSuccess: ({ draft }) => {
          notify('success', t.done)
          onClose()
          if (draft) navigate('diary.draft', { draft_id: draft })
        },
      },
    )
  return (
    <Dialog
      title={t.title} isOpen onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{it.kit.cancel}</Button>
          <Button kind="danger" isDisabled={!reason} isPending={annul.isPending} onPress={run}>
            {t.sign}
          </Button>
        </>
      }
    >
      <p>{t.help}</p>
      <RadioField name="reason" label={t.reason} value={reason} onChange={setReason} choices={REASONS.map((key) => ({ key, label: it.diary.annulledReasons[key] }))} />
      {reason === 'FASCICOLO_SBAGLIATO' && <Notice>{t.wrongFile}</Notice>}
      {reason === 'ALTRO' && (
        <TextField name="note" label={t.note} required value={note} onChange={setNote} error={annul.error && fieldOf(annul.error) === 'note' ? describeError(annul.error) : null} />
      )}
      {annul.error && !fieldOf(annul.error) ? <Notice kind="error">{describeError(annul.error)}</Notice> : null}
    </Dialog>
  )
}
