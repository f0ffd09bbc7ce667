// What the period still holds: her drafts to sign, and signed paragraphs that are not in the text, to classify or to include.
import { useState } from 'react'
import { diaryClassify, diarySign, tutelaIncludeEntries, type DraftSummary, type EntryView, type ReportPage, type SegmentView } from '../../bindings'
import { Button, Notice, notify, Section, SelectField, TextField } from '../../components'
import { showDate } from '../../dates/civil'
import { kindName } from '../../diary'
import { it } from '../../messages/it'
import { navigate, useCommand } from '../../navigation'
import { describeError } from '../../platform'
import { laterCategory, LATER, type Later } from './words'

const t = it.report

interface Part {
  report: ReportPage
  onDone: () => void
}

function Draft({ draft, report, onDone }: Part & { draft: DraftSummary }) {
  const [unready, setUnready] = useState(false)
  const run = useCommand(async (id: string) => {
    const answer = await diarySign({ draft: id, content: null })
    if (answer.type !== 'signed') return false
    await tutelaIncludeEntries({ report: report.card.id, entries: answer.entries })
    return true
  })
  const signed = (done: boolean) => {
    setUnready(!done)
    if (!done) return
    notify('success', t.included)
    onDone()
  }
  const what = [showDate(draft.occurred_on), draft.kind && kindName(draft.kind), draft.excerpt].filter(Boolean).join(' · ')
  return (
    <li className="cases-member">
      <span>{what}</span>
      <span className="line">
        {(unready || run.error !== null) && <Notice kind="warning">{run.error !== null ? describeError(run.error) : t.draftUnready}</Notice>}
        <Button small aria-label={`${t.openDraft}: ${what}`} onPress={() => navigate('diary.draft', { draft_id: draft.id })}>{t.openDraft}</Button>
        <Button small icon="sign" aria-label={`${t.signInclude}: ${what}`} isPending={run.isPending} onPress={() => run.mutate(draft.id, { onSuccess: signed })}>{t.signInclude}</Button>
      </span>
    </li>
  )
}

/** A paragraph that says nothing of itself: one choice, and it stands under its heading. */
function Unclassified({ entry, segment, report, onDone }: Part & { entry: EntryView; segment: SegmentView }) {
  const [kind, setKind] = useState<Later>('observed')
  const [detail, setDetail] = useState('')
  const run = useCommand(async () => {
    await diaryClassify({ entry: entry.id, segment: segment.id, category: laterCategory(kind, detail) })
    return tutelaIncludeEntries({ report: report.card.id, entries: [entry.id] })
  })
  const asks = kind === 'reported' ? t.by : kind === 'assessment' ? t.method : kind === 'documented' ? t.document : null
  return (
    <div className="report-paragraph">
      <p className="report-quote">{segment.text}</p>
      {run.error !== null && <Notice kind="error" role="alert">{describeError(run.error)}</Notice>}
      <div className="line">
        <SelectField name={`later-${segment.id}`} label={t.whatIsIt} narrow choices={LATER.map((key) => ({ key, label: t.later[key] }))} value={kind} onChange={setKind} />
        {asks && <TextField name={`later-detail-${segment.id}`} label={asks} value={detail} onChange={setDetail} />}
        <Button small isPending={run.isPending} onPress={() => run.mutate(undefined, { onSuccess: onDone })}>{t.classifyInclude}</Button>
      </div>
    </div>
  )
}

function Entry({ entry, report, onDone }: Part & { entry: EntryView }) {
  const include = useCommand(tutelaIncludeEntries)
  const open = entry.segments.filter((one) => one.text !== null && one.category === null && one.level !== 'private' && one.level !== 'secret')
  const go = () => include.mutate({ report: report.card.id, entries: [entry.id] }, { onSuccess: onDone })
  const what = [showDate(entry.occurred_on), entry.header && kindName(entry.header.kind)].filter(Boolean).join(' · ')
  return (
    <li>
      <div className="cases-member">
        <Button kind="link" onPress={() => navigate('diary.entry', { entry_id: entry.id })}>{what}</Button>
        {open.length < entry.segments.length && <Button small aria-label={`${t.include}: ${what}`} isPending={include.isPending} onPress={go}>{t.include}</Button>}
      </div>
      {open.map((segment) => (
        <Unclassified key={segment.id} entry={entry} segment={segment} report={report} onDone={onDone} />
      ))}
    </li>
  )
}

export function Waiting({ report, onDone }: Part) {
  if (report.drafts.length === 0 && report.waiting.length === 0) return null
  return (
    <Section title={t.waiting}>
      {report.drafts.length > 0 && <h3 className="report-head">{t.drafts(report.drafts.length)}</h3>}
      <ul className="cases-plain">
        {report.drafts.map((draft) => (
          <Draft key={draft.id} draft={draft} report={report} onDone={onDone} />
        ))}
      </ul>
      {report.waiting.length > 0 && <h3 className="report-head">{t.entries}</h3>}
      <ul className="cases-plain">
        {report.waiting.map((entry) => (
          <Entry key={entry.id} entry={entry} report={report} onDone={onDone} />
        ))}
      </ul>
    </Section>
  )
}
