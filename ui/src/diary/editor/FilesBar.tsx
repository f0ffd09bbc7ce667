// Whose files the text goes into: only the one she is in; brothers and sisters are offered, unticked.
import type { DraftText, FileInfo } from '../../bindings'
import { Badge, CheckboxList, IconButton, Notice } from '../../components'
import { it } from '../../messages/it'
import { FilePicker } from '../FilePicker'
import { nameOf, type Names } from '../words'
import { removeFile } from './draft'

const t = it.diary

interface Props {
  text: DraftText
  infos: readonly FileInfo[]
  names: Names
  collective: boolean
  onChange: (change: (text: DraftText) => DraftText) => void
}

export function FilesBar({ text, infos, names, collective, onChange }: Props) {
  const siblings = new Map(infos.filter((info) => text.files.includes(info.case)).flatMap((info) => info.siblings.map((one) => [one.case, one.service] as const)))
  const chosen = text.files.filter((file) => !siblings.has(file) || text.files.indexOf(file) === 0)
  const offered = [...siblings.keys()].filter((one) => one !== text.files[0])
  const closed = infos.filter((info) => text.files.includes(info.case) && !info.writable).map((info) => info.case)
  return (
    <div className="diary-filesbar">
      {text.files.length > 0 && (
        <div className="line">
          <span className="diary-label">{t.fields.files}</span>
          {chosen.map((file) => (
            <span key={file} className="diary-chip">
              {nameOf(names, file)} {names[file]?.service && <Badge>{names[file]?.service}</Badge>}
              <IconButton small icon="close" label={t.removeFile(nameOf(names, file))} onPress={() => onChange((now) => removeFile(now, file))} />
            </span>
          ))}
        </div>
      )}
      {closed.length > 0 && <Notice kind="warning">{t.fileClosed(closed.map((one) => nameOf(names, one)).join(', '))}</Notice>}
      {offered.length > 0 && (
        <CheckboxList
          name="siblings" label={t.fields.siblings} inline value={offered.filter((one) => text.files.includes(one))}
          choices={offered.map((key) => ({ key, label: `${nameOf(names, key)} · ${siblings.get(key) ?? ''}` }))}
          onChange={(ticked) =>
            onChange((now) => {
              const gone = offered.filter((one) => now.files.includes(one) && !ticked.includes(one))
              const kept = gone.reduce(removeFile, now)
              return { ...kept, files: [...kept.files, ...ticked.filter((one) => !kept.files.includes(one))] }
            })
          }
        />
      )}
      {text.files.length === 0 && !collective && (
        <FilePicker name="file" label={t.fields.files} hint={t.fields.filesNone} onPick={(id) => onChange((now) => ({ ...now, files: [...now.files, id] }))} />
      )}
    </div>
  )
}
