// A file is attached: chosen, named, and said what it is.
import { useState } from 'react'
import { filesAdd, type AttachedTo, type Purpose } from '../bindings'
import { CheckboxField, DateField, Notice, notify, SelectField, TextField, type Choice } from '../components'
import { it } from '../messages/it'
import { useCommand, useDialogState, useSession } from '../navigation'
import { errorIn, FormDialog } from '../people/page/FormDialog'
import { ChooseButton, newFile } from './ChosenFile'

const t = it.files
const PURPOSES: readonly Choice<Purpose>[] = (['document', 'sent_copy', 'photo'] as const).map((key) => ({ key, label: t.purposes[key] }))
const said = (text: string) => text.trim() || null

interface Props {
  on: AttachedTo
  /** In how many minors' files an order stands. */
  minors?: number
  /** It is a photo, with its reason. */
  photo?: boolean
  /** What must be done before, like keeping the draft that it hangs on. */
  before?: () => Promise<void>
  onClose: () => void
}

export function AddFileDialog({ on, minors = 1, photo = false, before, onClose }: Props) {
  const { today } = useSession()
  const [file, setFile] = useState<File | null>(null)
  const [chosen, setChosen] = useDialogState('file.chosen', '')
  const [title, setTitle] = useDialogState('file.title', '')
  const [purpose, setPurpose] = useDialogState<Purpose>('file.purpose', photo ? 'photo' : 'document')
  const [dated, setDated] = useDialogState<string | null>('file.dated', null)
  const [reason, setReason] = useDialogState('file.reason', '')
  const [everywhere, setEverywhere] = useDialogState('file.everywhere', minors > 1)
  const [unreadable, setUnreadable] = useState(false)
  const command = useCommand(filesAdd)
  const save = async () => {
    if (!file) return
    try {
      await before?.()
      const made = await newFile(file, { title: said(title), purpose, dated, reason: said(reason) })
      command.mutate({ on, file: made, everywhere }, {
        onSuccess: () => {
          notify('success', t.attached)
          onClose()
        },
      })
    } catch {
      setUnreadable(true)
    }
  }
  const isPhoto = purpose === 'photo'
  return (
    <FormDialog title={photo ? t.photoTitle : t.addTitle} isOpen onClose={onClose} onSave={() => void save()} canSave={file !== null} isPending={command.isPending} error={command.error} saveText={t.attach}>
      {unreadable && <Notice kind="error" role="alert">{t.unreadable}</Notice>}
      {!file && chosen && <Notice kind="warning">{t.again(chosen)}</Notice>}
      {file && <p role="status">{t.chosen(file.name, file.size)}</p>}
      <ChooseButton
        label={photo ? t.takePhoto : file ? t.chooseOther : t.choose} camera={photo} isSecondary={file !== null}
        onChosen={(picked) => {
          setFile(picked)
          setChosen(picked.name)
          setUnreadable(false)
        }}
      />
      <TextField name="file-title" label={t.name} hint={t.nameHint} value={title} onChange={setTitle} />
      <div className="form-row">
        {!photo && <SelectField<Purpose> name="file-purpose" label={t.purpose} narrow choices={PURPOSES} value={purpose} onChange={setPurpose} />}
        {!isPhoto && <DateField name="file-dated" label={t.dated} narrow max={today} value={dated} onChange={setDated} />}
      </div>
      {isPhoto && <TextField name="file-reason" label={t.reason} hint={t.reasonHint} required value={reason} onChange={setReason} error={errorIn(command.error, 'reason')} />}
      {minors > 1 && <CheckboxField name="file-everywhere" label={t.everywhere(minors)} isSelected={everywhere} onChange={setEverywhere} />}
    </FormDialog>
  )
}
