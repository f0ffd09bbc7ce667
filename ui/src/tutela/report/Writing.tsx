// The text of a report while it is written: kept as a draft with every pause, saved for all who work on it.
import { useState, type ReactNode } from 'react'
import { tutelaEditReport, tutelaRefreshReport, type ReportPage, type Shown, type RelazioneTesto } from '../../bindings'
import { Button, Notice, notify, Section, TextArea } from '../../components'
import { keptText, useAutosave } from '../../drafts/useAutosave'
import { it } from '../../messages/it'
import { useCommand, useShortcut } from '../../navigation'
import { describeError } from '../../platform'
import { ClosingFields } from './ClosingFields'
import { Activities, Family } from './Opening'
import { SectionFields } from './SectionFields'
import { SECTIONS, type Text } from './words'

const t = it.report
const FREE = ['living', 'resources', 'proposals'] as const

interface Props {
  report: ReportPage
  stored: Shown<RelazioneTesto>
  /** Something was typed that is not saved yet. */
  dirty: boolean
  onTyped: (dirty: boolean) => void
  /** It was saved, or read again: the page asks for what stands now. */
  onSaved: () => void
}

interface CourtProps {
  own: Text
  onChange: (text: Text) => void
  free: (key: (typeof FREE)[number], rows: number) => ReactNode
}

/** Facts, statements and evaluations apart, as a court asks. */
function CourtFields({ own, onChange, free }: CourtProps) {
  return (
    <>
      <Section title={t.activities}>
        <Activities list={own.activities} linked />
      </Section>
      {SECTIONS.map((section) => (
        <SectionFields key={section} section={section} list={own[section]} onChange={(list) => onChange({ ...own, [section]: list })} />
      ))}
      <Section title={t.rest}>
        <div className="report-free">
          {FREE.map((key) => (
            <div key={key}>{free(key, 4)}</div>
          ))}
        </div>
      </Section>
    </>
  )
}

export function Writing({ report, stored, dirty, onTyped, onSaved }: Props) {
  const { card, draft } = report
  const [seen] = useState(() => (draft?.text ? draft.seen : stored.seen))
  const [own, setOwn] = useState<Text>(() => draft?.text ?? stored.value)
  const [done, setDone] = useState(false)
  const [form] = useState(() => ({ kind: 'relazione_testo', subject: () => stored.value.relazione ?? card.id, startedFrom: { seen } }))
  const { kept, flush, stop } = useAutosave(form, draft?.id ?? '', own, draft?.saved_at ?? null, () => undefined)
  const edit = useCommand(tutelaEditReport)
  const refresh = useCommand(tutelaRefreshReport)
  const change = (next: Text) => {
    setOwn(next)
    onTyped(true)
  }
  const save = async () => {
    await flush()
    edit.mutate({ report: card.id, text: own, seen, draft: draft?.id ?? null }, {
      onSuccess: () => {
        stop()
        setDone(true)
        notify('success', it.tutela.saved)
        onSaved()
      },
    })
  }
  useShortcut('Ctrl+S', t.save, () => void save(), dirty && !done)
  const again = () => refresh.mutate({ report: card.id }, { onSuccess: onSaved })
  const free = (key: (typeof FREE)[number] | 'family', rows: number) => <TextArea name={`report-${key}`} label={t.free[key]} rows={rows} value={own[key] ?? ''} onChange={(words) => change({ ...own, [key]: words === '' ? null : words })} />
  const error = edit.error ?? refresh.error
  return (
    <fieldset className="report-writing" disabled={done || edit.isPending}>
      <legend className="visually-hidden">{t.text}</legend>
      {error !== null && <Notice kind="error" role="alert">{describeError(error)}</Notice>}
      <Section title={t.family} actions={!dirty && <Button small isPending={refresh.isPending} onPress={again}>{report.closes_case ? t.final.refresh : t.refresh}</Button>}>
        <Family people={own.people} />
        {free('family', 2)}
      </Section>
      {report.closes_case ? <ClosingFields own={own} onChange={change} /> : <CourtFields own={own} onChange={change} free={free} />}
      <div className="report-save">
        <span className="muted" role="status">{dirty ? `${t.onlyYou} · ${keptText(kept)}` : t.allSaved}</span>
        <Button kind="primary" isPending={edit.isPending} isDisabled={!dirty || done} onPress={() => void save()}>{t.save}</Button>
      </div>
    </fieldset>
  )
}
