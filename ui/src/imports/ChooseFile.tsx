// Step 1: the file, how it was read, and reading it in another way.
import { useId, useRef, useState } from 'react'
import { importOpen, type OpenedTable, type OpenTable, type ImportSeparator, type ImportEncoding } from '../bindings'
import { Button, Notice, Progress, Section, SelectField, TextField, useSlow, type Choice } from '../components'
import { showInstant } from '../dates/civil'
import { it } from '../messages/it'
import { useCommand } from '../navigation'
import { describeError } from '../platform'
import { LARGEST, toBase64 } from './file'

const text = it.imports.choose

const choicesOf = <K extends string>(labels: Readonly<Record<K, string>>): Choice<K>[] =>
  (Object.keys(labels) as K[]).map((key) => ({ key, label: labels[key] }))

interface ChooseFileProps {
  file: { name: string; opened: OpenedTable } | null
  onOpened: (name: string, opened: OpenedTable) => void
  onNext: () => void
}

export function ChooseFile({ file, onOpened, onNext }: ChooseFileProps) {
  const picker = useRef<HTMLInputElement>(null)
  const hint = useId()
  const [refused, setRefused] = useState<string | null>(null)
  const open = useCommand(importOpen)
  const slow = useSlow(open.isPending)
  const send = (input: OpenTable) => open.mutate(input, { onSuccess: (opened) => onOpened(input.file_name, opened) })
  const pick = async (chosen: File | undefined) => {
    if (!chosen) return
    setRefused(chosen.size > LARGEST ? text.tooBig : null)
    if (chosen.size > LARGEST) return
    try {
      send({ file_name: chosen.name, content: await toBase64(chosen) })
    } catch {
      setRefused(text.unreadable)
    }
  }
  return (
    <>
      <Section title={it.imports.steps[0]}>
        <div className="form">
          <input
            ref={picker}
            type="file"
            accept=".xlsx,.xlsm,.csv,.txt,.tsv"
            className="visually-hidden"
            tabIndex={-1}
            aria-label={text.label}
            onChange={(event) => {
              void pick(event.target.files?.[0])
              event.target.value = ''
            }}
          />
          <div className="line">
            <Button kind={file ? 'secondary' : 'primary'} icon="upload" isPending={open.isPending} aria-describedby={hint} onPress={() => picker.current?.click()}>
              {text.pick}
            </Button>
            <span id={hint}>{text.hint}</span>
          </div>
          {slow && <Progress label={text.reading} />}
          {refused && <Notice kind="error" role="alert">{refused}</Notice>}
          {open.error ? <Notice kind="error" role="alert">{describeError(open.error)}</Notice> : null}
        </div>
      </Section>
      {file && <HowItWasRead key={JSON.stringify(file.opened.source)} file={file} isPending={open.isPending} onReread={send} />}
      {file && (
        <div className="line imports-steps">
          <Button kind="primary" isDisabled={open.isPending} onPress={onNext}>
            {it.imports.next}
          </Button>
        </div>
      )}
    </>
  )
}

interface HowItWasReadProps {
  file: { name: string; opened: OpenedTable }
  isPending: boolean
  onReread: (input: OpenTable) => void
}

function HowItWasRead({ file, isPending, onReread }: HowItWasReadProps) {
  const { source, heading_line, lines, findings, before } = file.opened
  const [sheet, setSheet] = useState(source.format === 'xlsx' ? source.sheet : null)
  const [separator, setSeparator] = useState<ImportSeparator | null>(source.format === 'csv' ? source.separator : null)
  const [encoding, setEncoding] = useState<ImportEncoding | null>(source.format === 'csv' ? source.encoding : null)
  const [heading, setHeading] = useState(String(heading_line))
  const reread = () => onReread({ file_name: file.name, sheet, separator, encoding, heading_line: Number.parseInt(heading, 10) || 0 })
  return (
    <Section title={file.name}>
      <div className="imports-read">
        <p>{text.read(lines)}</p>
        {before && (
          <Notice kind="info">{(before.state.is === 'running' ? text.interrupted : text.before)(showInstant(before.started_at))}</Notice>
        )}
        {findings.length > 0 && (
          <Notice kind="warning" title={text.noted}>
            <ul>
              {[...new Set(findings.map(({ code }) => code))].map((code) => (
                <li key={code}>{it.imports.findings[code]}</li>
              ))}
            </ul>
          </Notice>
        )}
      </div>
      <div className="form">
        <div className="form-row">
          {source.format === 'xlsx' && (
            <SelectField name="sheet" label={text.sheet} choices={source.sheets.map((name) => ({ key: name, label: name }))} value={sheet} onChange={setSheet} />
          )}
          {source.format === 'csv' && (
            <>
              <SelectField name="separator" label={text.separator} choices={choicesOf(it.imports.separators)} value={separator} onChange={setSeparator} />
              <SelectField name="encoding" label={text.encoding} choices={choicesOf(it.imports.encodings)} value={encoding} onChange={setEncoding} />
            </>
          )}
          <TextField name="heading_line" label={text.headingLine} hint={text.headingLineHint} inputMode="numeric" value={heading} onChange={setHeading} narrow />
        </div>
        <div className="line">
          <Button icon="refresh" isPending={isPending} onPress={reread}>
            {text.reread}
          </Button>
        </div>
      </div>
    </Section>
  )
}
