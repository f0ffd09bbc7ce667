// Somebody signs on the screen, with a finger or a pen: the drawing hangs on the note as a picture.
import { useState } from 'react'
import { filesAdd, type AttachedTo } from '../bindings'
import { Notice, notify, TextField } from '../components'
import { it } from '../messages/it'
import { useCommand, useDialogState } from '../navigation'
import { FormDialog } from '../people/page/FormDialog'
import { SignaturePad, type Stroke } from '../plans/SignaturePad'
import { drawn } from './drawn'

const t = it.files

interface Props {
  on: AttachedTo
  before: () => Promise<void>
  onClose: () => void
}

export function SignFileDialog({ on, before, onClose }: Props) {
  const [signer, setSigner] = useDialogState('sign.signer', '')
  const [what, setWhat] = useDialogState('sign.what', '')
  const [strokes, setStrokes] = useState<Stroke[]>([])
  const [missing, setMissing] = useState(false)
  const command = useCommand(filesAdd)
  const save = async () => {
    const content = strokes.length > 0 ? drawn(strokes) : null
    setMissing(content === null)
    if (!content) return
    await before()
    const file = { name: 'firma.png', content, title: t.signatureOf(signer.trim()), purpose: 'signature' as const, dated: null, reason: what.trim() || null }
    command.mutate({ on, file, everywhere: false }, {
      onSuccess: () => {
        notify('success', t.attached)
        onClose()
      },
    })
  }
  return (
    <FormDialog title={t.signTitle} isOpen onClose={onClose} onSave={() => void save()} canSave={signer.trim() !== ''} isPending={command.isPending} error={command.error} saveText={t.attach}>
      <TextField name="signer" label={t.signer} required value={signer} onChange={setSigner} />
      <TextField name="sign-what" label={t.signFor} value={what} onChange={setWhat} />
      <SignaturePad strokes={strokes} onChange={setStrokes} />
      {missing && <Notice kind="error" role="alert">{t.signMissing}</Notice>}
      <p className="field-hint">{t.notDigital}</p>
    </FormDialog>
  )
}
