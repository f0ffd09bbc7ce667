// Taking an import back: first what would go and what stays, then the doing.
import { importUndo, importUndoCheck, type ImportSummary, type KeptLine } from '../bindings'
import { Button, Dialog, Notice, notify, Progress } from '../components'
import { it } from '../messages/it'
import { useAnswer, useCommand } from '../navigation'
import { describeError } from '../platform'

const text = it.imports.undo
const SHOWN = 20

function Kept({ lines }: { lines: readonly KeptLine[] }) {
  if (lines.length === 0) return null
  return (
    <Notice kind="warning" title={text.keeps(lines.length)}>
      <ul>
        {lines.slice(0, SHOWN).map((kept) => (
          <li key={kept.line}>{text.keptLine(kept.line, kept.name, text.why[kept.why])}</li>
        ))}
        {lines.length > SHOWN && <li>{text.more(lines.length - SHOWN)}</li>}
      </ul>
    </Notice>
  )
}

export function UndoDialog({ subject, onClose }: { subject: Pick<ImportSummary, 'id' | 'file_name'>; onClose: () => void }) {
  const check = useAnswer({ key: ['import.undo_check', subject.id], ask: () => importUndoCheck({ id: subject.id }) })
  const undo = useCommand(importUndo)
  const error = check.error ?? undo.error
  const run = () =>
    undo.mutate(
      { id: subject.id },
      {
        onSuccess: (report) => {
          notify('success', text.done(report.removed, report.kept.length))
          onClose()
        },
      },
    )
  return (
    <Dialog
      title={text.title}
      isOpen
      onClose={onClose}
      urgent
      actions={
        <>
          <Button onPress={onClose}>{text.keep}</Button>
          <Button kind="danger" isDisabled={!check.data || check.data.removed === 0 || undo.isPending} onPress={run}>
            {text.confirm}
          </Button>
        </>
      }
    >
      <p>{subject.file_name}</p>
      {check.isPending && <Progress label={text.checking} />}
      {undo.isPending && <Progress label={text.doing} />}
      {check.data && <p>{text.removes(check.data.removed)}</p>}
      {check.data && <Kept lines={check.data.kept} />}
      {error ? <Notice kind="error" role="alert">{describeError(error)}</Notice> : null}
    </Dialog>
  )
}
