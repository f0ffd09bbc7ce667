// The files of a note: of a signed one as its reader sees them; of one being written, with photo and signature on the screen.
import { useState } from 'react'
import { Button } from '../components'
import { it } from '../messages/it'
import { AddFileDialog } from './AddFileDialog'
import { DRAFT, ENTRY, useFiles } from './asked'
import { FileLines } from './FileList'
import { SignFileDialog } from './SignDialog'

const t = it.files

/** Those of a signed note. */
export function EntryFiles({ entry, caseId, adding, onClose }: { entry: string; caseId: string | null; adding: boolean; onClose: () => void }) {
  const on = { kind: ENTRY, id: entry }
  const { data } = useFiles(on, caseId)
  return (
    <>
      <FileLines on={on} answer={data} />
      {adding && <AddFileDialog on={on} onClose={onClose} />}
    </>
  )
}

/** Those of a note being written: they go with it when it is signed. */
export function DraftFiles({ draft, isKept, ensure }: { draft: string; isKept: boolean; ensure: () => Promise<void> }) {
  const on = { kind: DRAFT, id: draft }
  const { data } = useFiles(on, null, isKept)
  const [open, setOpen] = useState<'file' | 'photo' | 'sign' | null>(null)
  const close = () => setOpen(null)
  return (
    <div className="files" role="group" aria-label={t.title}>
      <div className="line">
        <Button small kind="quiet" icon="clip" onPress={() => setOpen('file')}>{t.add}</Button>
        <Button small kind="quiet" icon="camera" onPress={() => setOpen('photo')}>{t.photo}</Button>
        <Button small kind="quiet" icon="sign" onPress={() => setOpen('sign')}>{t.sign}</Button>
        {(data?.files.length ?? 0) > 0 && <span className="field-hint">{t.ofDraft}</span>}
      </div>
      <FileLines on={on} answer={data} />
      {(open === 'file' || open === 'photo') && <AddFileDialog on={on} photo={open === 'photo'} before={ensure} onClose={close} />}
      {open === 'sign' && <SignFileDialog on={on} before={ensure} onClose={close} />}
    </div>
  )
}
