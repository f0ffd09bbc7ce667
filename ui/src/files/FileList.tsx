// The files that hang on a record: what each is, who attached it, and opening it inside the window.
import { useState } from 'react'
import { filesRemove, type AttachedTo, type FilesOf, type FileView } from '../bindings'
import { Badge, Button, Icon, IconButton, TextField } from '../components'
import { showDate, showInstant } from '../dates/civil'
import { it } from '../messages/it'
import { navigate, useCommand, useDialogState } from '../navigation'
import { errorIn, FormDialog } from '../people/page/FormDialog'
import { AddFileDialog } from './AddFileDialog'
import { useFiles } from './asked'
import './files.css'

const t = it.files

export const titleOf = (file: FileView) => file.title ?? file.name ?? (file.removed ? t.removedUnnamed : t.untitled)

function RemoveDialog({ file, onClose }: { file: FileView; onClose: () => void }) {
  const [reason, setReason] = useDialogState('remove.reason', '')
  const command = useCommand(filesRemove)
  const save = () => command.mutate({ id: file.id, reason }, { onSuccess: onClose })
  return (
    <FormDialog title={t.removeTitle} isOpen onClose={onClose} onSave={save} isPending={command.isPending} error={command.error} saveText={t.removeButton} canSave={reason.trim() !== ''}>
      <p>{t.removeText}</p>
      <TextField name="remove-reason" label={t.reason} required value={reason} onChange={setReason} error={errorIn(command.error, 'reason')} />
    </FormDialog>
  )
}

function Line({ file, names }: { file: FileView; names: FilesOf['names'] }) {
  const [removing, setRemoving] = useState(false)
  const who = (operator: string | null | undefined) => (operator ? (names[operator]?.name ?? '') : '')
  const { removed } = file
  const title = titleOf(file)
  const opens = file.here === 'here' && (!removed || file.name !== null)
  return (
    <li className="files-line" data-removed={removed ? true : undefined}>
      <Icon name={file.purpose === 'signature' ? 'sign' : 'clip'} />
      <span className="files-about">
        {opens ? <Button kind="link" aria-label={t.open(title)} onPress={() => navigate('file', { file_id: file.id })}>{title}</Button> : <span>{title}</span>}
        <span className="muted">
          {[file.purpose === 'document' ? '' : t.purposes[file.purpose], t.about(file.media, file.size), file.dated ? showDate(file.dated) : '', file.at ? t.by(who(file.by), showInstant(file.at)) : ''].filter(Boolean).join(' · ')}
        </span>
        {file.reason && <span>{file.reason}</span>}
        {file.here === 'elsewhere' && <Badge tone="info" icon="clock">{t.elsewhere}</Badge>}
        {file.here === 'missing' && <Badge tone="danger" icon="warning-circle">{t.lost}</Badge>}
        {removed && <span>{t.removed(who(removed.by), showInstant(removed.at), removed.reason)}</span>}
      </span>
      {file.may_remove && <IconButton icon="delete" label={t.remove(title)} small onPress={() => setRemoving(true)} />}
      {removing && <RemoveDialog file={file} onClose={() => setRemoving(false)} />}
    </li>
  )
}

/** The lines alone; nothing where there are no files. */
export function FileLines({ on, answer }: { on: AttachedTo; answer: FilesOf | undefined }) {
  const files = (answer?.files ?? []).filter((file) => file.on?.id === on.id)
  if (!answer || files.length === 0) return null
  return (
    <ul className="files-list" aria-label={t.title}>
      {files.map((file) => (
        <Line key={file.id} file={file} names={answer.names} />
      ))}
    </ul>
  )
}

interface Props {
  on: AttachedTo
  caseId: string | null
  /** She may attach. */
  writes: boolean
  minors?: number
}

/** Files of a record with a heading and the button that attaches one. */
export function FileList({ on, caseId, writes, minors = 1 }: Props) {
  const { data } = useFiles(on, caseId)
  const [adding, setAdding] = useDialogState<boolean>(`files-${on.id}`, false)
  const some = data?.files.some((file) => file.on?.id === on.id) ?? false
  if (!writes && !some) return null
  return (
    <div className="files">
      <div className="line">
        <h4>{t.title}</h4>
        {writes && <Button small icon="clip" onPress={() => setAdding(true)}>{t.add}</Button>}
      </div>
      <FileLines on={on} answer={data} />
      {adding && <AddFileDialog on={on} minors={minors} onClose={() => setAdding(false)} />}
    </div>
  )
}
