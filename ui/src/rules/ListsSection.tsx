// The region's lists of codes: the version in use, its codes, and loading one from a file.
import { useRef, useState } from 'react'
import { phasesLoadList, type CodeListCard } from '../bindings'
import { Badge, Button, Notice, notify, Section, TextField } from '../components'
import { showDate } from '../dates/civil'
import { LARGEST, toBase64 } from '../imports/file'
import { it } from '../messages/it'
import { useCommand, useDialogState } from '../navigation'
import { errorIn, FormDialog } from '../people'
import { useLists } from './asked'

const t = it.rules
const { listName } = it.phases

function FileField({ file, onPick, error }: { file: File | null; onPick: (file: File) => void; error: string | null }) {
  const picker = useRef<HTMLInputElement>(null)
  return (
    <div className="stack-tight">
      <input
        ref={picker} type="file" accept=".csv,.txt,.tsv,.xlsx" className="visually-hidden" tabIndex={-1} aria-label={t.file}
        onChange={(event) => {
          const [chosen] = event.target.files ?? []
          if (chosen) onPick(chosen)
          event.target.value = ''
        }}
      />
      {error && <Notice kind="error" role="alert">{error}</Notice>}
      <div className="line">
        <Button icon="upload" onPress={() => picker.current?.click()}>{t.pick}</Button>
        {file && <span>{t.picked(file.name)}</span>}
      </div>
    </div>
  )
}

function LoadDialog({ list, onClose }: { list: string; onClose: () => void }) {
  const [version, setVersion] = useDialogState('list.version', '')
  const [source, setSource] = useDialogState('list.source', '')
  const [file, setFile] = useState<File | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const command = useCommand(phasesLoadList)
  const save = async () => {
    setRefused(file === null ? t.fileMissing : file.size > LARGEST ? it.imports.choose.tooBig : null)
    if (file === null || file.size > LARGEST) return
    const content = await toBase64(file)
    command.mutate(
      { list, version, source, file_name: file.name, content },
      {
        onSuccess: () => {
          notify('success', t.listLoaded)
          onClose()
        },
      },
    )
  }
  return (
    <FormDialog title={t.loadList(listName(list))} isOpen onClose={onClose} onSave={() => void save()} saveText={t.load} isPending={command.isPending} error={command.error} size="medium">
      <TextField name="list-version" label={t.version} hint={t.versionHelp} required value={version} onChange={setVersion} error={errorIn(command.error, 'version')} />
      <TextField name="list-source" label={t.listSource} required value={source} onChange={setSource} error={errorIn(command.error, 'source')} />
      <FileField file={file} onPick={setFile} error={refused} />
    </FormDialog>
  )
}

function Line({ card, onLoad }: { card: CodeListCard; onLoad: (() => void) | null }) {
  const name = listName(card.list)
  return (
    <li className="cases-member">
      <span>
        {name} {card.version === null ? <Badge tone="neutral">{t.notLoaded}</Badge> : <span className="cases-note">{t.loadedAs(card.version, showDate(card.on))}</span>}
        {card.codes.length > 0 && (
          <details>
            <summary>{`${t.codes}: ${card.codes.length}`}</summary>
            <ul>
              {card.codes.map(({ code, label }) => (
                <li key={code}>{`${code} · ${label}`}</li>
              ))}
            </ul>
          </details>
        )}
      </span>
      {onLoad && <Button small icon="upload" aria-label={t.loadList(name)} onPress={onLoad}>{t.load}</Button>}
    </li>
  )
}

export function ListsSection({ writable }: { writable: boolean }) {
  const { data } = useLists()
  const [loading, setLoading] = useDialogState<string | null>('list', null)
  return (
    <Section title={t.lists}>
      <p className="muted">{t.listsHelp}</p>
      <ul className="cases-plain rules-lists">
        {(data ?? []).map((card) => (
          <Line key={card.list} card={card} onLoad={writable ? () => setLoading(card.list) : null} />
        ))}
      </ul>
      {loading && <LoadDialog list={loading} onClose={() => setLoading(null)} />}
    </Section>
  )
}
