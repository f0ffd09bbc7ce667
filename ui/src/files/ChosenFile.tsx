// One file chosen from the disk or dropped: its name and size, its bytes only when it is attached.
import { useId, useRef, useState, type DragEvent } from 'react'
import type { NewFile, Purpose } from '../bindings'
import { Button, Notice } from '../components'
import { it } from '../messages/it'
import { useViewState } from '../navigation'
import { toBase64 } from '../platform'

const t = it.files

/** The commands refuse what is larger too. */
const LARGEST = 20 * 1024 * 1024
const ACCEPT = '.pdf,.png,.jpg,.jpeg,.webp,.p7m'

interface ChooseProps {
  label: string
  onChosen: (file: File) => void
  /** A picture, from the camera where there is one. */
  camera?: boolean
  isSecondary?: boolean
}

/** The button that opens the platform's own dialog; a file can be dropped on it too. */
export function ChooseButton({ label, onChosen, camera = false, isSecondary = false }: ChooseProps) {
  const picker = useRef<HTMLInputElement>(null)
  const hint = useId()
  const [refused, setRefused] = useState(false)
  const [over, setOver] = useState(false)
  const take = (file: File | undefined) => {
    if (!file) return
    setRefused(file.size > LARGEST)
    if (file.size <= LARGEST) onChosen(file)
  }
  const drag = (event: DragEvent, is: boolean) => {
    event.preventDefault()
    setOver(is)
  }
  const drop = (event: DragEvent) => {
    drag(event, false)
    take(event.dataTransfer.files[0])
  }
  return (
    <div className="files-drop" data-over={over || undefined} onDragOver={(event) => drag(event, true)} onDragLeave={(event) => drag(event, false)} onDrop={drop}>
      <input
        ref={picker} type="file" accept={camera ? 'image/*' : ACCEPT} {...(camera ? { capture: 'environment' as const } : {})} className="visually-hidden" tabIndex={-1} aria-label={t.label}
        onChange={(event) => {
          take(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      <Button kind={isSecondary ? 'secondary' : 'primary'} icon={camera ? 'camera' : 'upload'} aria-describedby={hint} onPress={() => picker.current?.click()}>
        {label}
      </Button>
      <span id={hint} className="field-hint">{camera ? t.photoHint : t.hint}</span>
      {refused && <Notice kind="error" role="alert">{t.tooBig}</Notice>}
    </div>
  )
}

export interface About {
  title?: string | null
  purpose?: Purpose
  dated?: string | null
  reason?: string | null
}

/** A chosen file as the commands take it. */
export async function newFile(file: File, about: About = {}): Promise<NewFile> {
  const content = await toBase64(file)
  return { name: file.name, content, title: about.title ?? null, purpose: about.purpose ?? null, dated: about.dated ?? null, reason: about.reason ?? null }
}

/** Where the focus goes when something has to be chosen again. */
export const AGAIN = 'file-again'

/** Files chosen on a page: of those that went with a lock the names are left, so that she is told to choose them again. */
export function useChosenFiles(key: string) {
  const [files, setFiles] = useState<File[]>([])
  const [names, setNames] = useViewState<string[]>(key, [])
  const [again, setAgain] = useState(names)
  const keep = (next: File[], left: string[]) => {
    setFiles(next)
    setAgain(left)
    setNames([...left, ...next.map((file) => file.name)])
  }
  return {
    files,
    again,
    onChange: (next: File[]) => keep(next, again.filter((name) => !next.some((file) => file.name === name))),
    onForget: (name: string) => keep(files, again.filter((other) => other !== name)),
  }
}

/** Chosen before, and not in memory any more. */
function Again({ name, onForget }: { name: string; onForget: () => void }) {
  return (
    <Notice kind="warning">
      <p>{t.again(name)}</p>
      <div className="notice-actions" data-focus-name={AGAIN}>
        <Button small onPress={onForget}>{t.forget(name)}</Button>
      </div>
    </Notice>
  )
}

type Chosen = ReturnType<typeof useChosenFiles>

/** Files chosen for a record that is not there yet. */
export function ChosenFiles({ files, again, onChange, onForget }: Chosen) {
  return (
    <div className="form">
      {again.map((name) => (
        <Again key={name} name={name} onForget={() => onForget(name)} />
      ))}
      {files.length > 0 && (
        <ul className="files-list">
          {files.map((file, index) => (
            <li key={`${file.name}-${String(index)}`}>
              <span>{t.chosen(file.name, file.size)}</span>
              <Button small kind="quiet" icon="close" aria-label={t.unchoose(file.name)} onPress={() => onChange(files.filter((_, at) => at !== index))}>{t.removeButton}</Button>
            </li>
          ))}
        </ul>
      )}
      <ChooseButton label={files.length > 0 ? t.chooseOther : t.choose} isSecondary onChosen={(file) => onChange([...files, file])} />
    </div>
  )
}
