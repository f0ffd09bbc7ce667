// A signed note as its reader may see it: the text in paragraphs, what each claims to be, corrections beside it.
import { useState } from 'react'
import { agendaActionDone, diaryClassify, diaryConfirm, type EntryView, type RectificationView, type SegmentView } from '../bindings'
import { ActionMenu, Badge, Button, Icon, Notice, notify, type MenuAction } from '../components'
import { showDate, showInstant, weekdayShort } from '../dates/civil'
import { EntryFiles } from '../files'
import { it } from '../messages/it'
import { useCommand } from '../navigation'
import { Waits } from '../office'
import { describeError } from '../platform'
import { AnnulDialog } from './AnnulDialog'
import { PlaceDialog } from './PlaceDialog'
import { RectifyDialog } from './RectifyDialog'
import { CATEGORY_KEYS, categoryOf, categoryText, collectiveText, kindName, nameOf, outcomeText, participantText, placeText, type Names } from './words'

const t = it.diary

interface Props {
  entry: EntryView
  names: Names
  /** It has not gone to the office yet. */
  waits?: boolean
}

function Badges({ entry }: { entry: EntryView }) {
  return (
    <>
      {entry.level !== 'service' && <Badge icon="locked">{t.levelsShort[entry.level]}</Badge>}
      {entry.late && (
        <Badge tone="warning" icon="clock">
          {t.recordedOn(showDate(entry.recorded_on))}
        </Badge>
      )}
      {entry.transcribed && <Badge icon="copy">{t.transcribedBadge}</Badge>}
      {entry.several && <Badge>{t.oneActivity}</Badge>}
      {entry.files > 1 && <Badge icon="files">{t.andOthers(entry.files - 1)}</Badge>}
      {entry.rectifications.length > 0 && !entry.annulment && <Badge tone="info">{t.rectified}</Badge>}
      {entry.annulment && (
        <Badge tone="danger" icon="ban">
          {t.annulled}
        </Badge>
      )}
    </>
  )
}

function coAuthorText(entry: EntryView, operator: string, names: Names): string {
  const confirmed = entry.confirmed.find((one) => one.author === operator)
  return confirmed ? t.confirmedBy(nameOf(names, operator), showInstant(confirmed.signed_at)) : t.toConfirmBy(nameOf(names, operator))
}

function Confirm({ entry }: { entry: EntryView }) {
  const confirm = useCommand(diaryConfirm)
  if (!entry.may.confirm) return null
  return (
    <Notice title={t.confirmAsk}>
      <p>{t.confirmHelp}</p>
      {confirm.error ? <Notice kind="error">{describeError(confirm.error)}</Notice> : null}
      <Button small icon="check" isPending={confirm.isPending} onPress={() => confirm.mutate({ entry: entry.id }, { onSuccess: () => notify('success', t.confirmed) })}>
        {t.confirm}
      </Button>
    </Notice>
  )
}

function Circumstances({ entry, names }: Props) {
  const { header } = entry
  if (!header) return null
  const parts = [
    header.place && placeText(header.place),
    header.participants.length > 0 && header.participants.map((one) => participantText(one, names)).join(', '),
    header.time.minutes !== null && t.minutesShort(header.time.minutes),
    header.time.travel && t.travelShort(header.time.travel),
    header.co_authors.length > 0 && `${t.coAuthors} ${header.co_authors.map((one) => coAuthorText(entry, one, names)).join(', ')}`,
  ].filter(Boolean)
  return parts.length > 0 ? <p className="diary-circumstances">{parts.join(' · ')}</p> : null
}

function Rectifications({ all, names }: { all: readonly RectificationView[]; names: Names }) {
  return all.map((one, at) => (
    <div key={at} className="diary-rectification">
      <p className="diary-rectification-by">{`${t.rectifiedBy(nameOf(names, one.author), showInstant(one.signed_at))} · ${one.reason}`}</p>
      {one.text && (
        <p>
          <strong>{`${t.shouldRead}: `}</strong>
          {one.text}
        </p>
      )}
      {one.occurred_on && <p>{t.rightDay(showDate(one.occurred_on))}</p>}
      {one.starts && <p>{t.rightTime(one.starts)}</p>}
    </div>
  ))
}

function useClassify(entry: EntryView, segment: SegmentView): readonly MenuAction[] {
  const classify = useCommand(diaryClassify)
  const say = (category: SegmentView['category']) => () => classify.mutate({ entry: entry.id, segment: segment.id, category })
  return [
    ...CATEGORY_KEYS.map((key) => ({ key, label: t.categories[key], onAction: say(categoryOf(key)) })),
    { key: 'none', label: t.categoryClear, onAction: say(null) },
  ]
}

function Paragraph({ entry, segment, names }: Props & { segment: SegmentView }) {
  const actions = useClassify(entry, segment)
  const corrections = entry.rectifications.filter((one) => one.segment === segment.id)
  if (segment.text === null)
    return (
      <p className="diary-stub">
        <Icon name="locked" /> {segment.level === 'secret' ? t.stubSecret : t.stub}
      </p>
    )
  return (
    <div className="diary-read" data-category={segment.category?.type ?? 'none'}>
      <div className="diary-read-top">
        {segment.heading && <span className="diary-heading">{t.headings[segment.heading]}</span>}
        {(segment.category ?? entry.may.classify) && (
          <span className="diary-read-category" data-category={segment.category?.type ?? 'none'} title={segment.classified_later ? t.classifiedLater : undefined}>
            {categoryText(segment.category)}
          </span>
        )}
        {segment.level !== entry.level && <Badge icon="locked">{t.levelsShort[segment.level]}</Badge>}
        {entry.may.classify && <ActionMenu label={t.actions.classify} actions={actions} />}
      </div>
      <p className={corrections.some((one) => one.text) || entry.annulment ? 'diary-words diary-struck' : 'diary-words'}>{segment.text}</p>
      <Rectifications all={corrections} names={names} />
    </div>
  )
}

function Actions({ entry }: { entry: EntryView }) {
  const done = useCommand(agendaActionDone)
  const open = entry.actions.filter(({ action }) => action.state.type === 'open')
  if (open.length === 0) return null
  return (
    <ul className="diary-todo">
      {open.map(({ id, action }) => (
        <li key={id}>
          <Icon name="flag" />
          <span>{action.due ? `${action.what} – ${t.by(showDate(action.due))}` : action.what}</span>
          <Button kind="quiet" small icon="check" isPending={done.isPending} onPress={() => done.mutate({ id })}>
            {t.actions.done}
          </Button>
        </li>
      ))}
    </ul>
  )
}

type Open = 'rectify' | 'annul' | 'place' | 'attach' | null

function Menu({ entry, onOpen }: { entry: EntryView; onOpen: (open: Open) => void }) {
  const actions: MenuAction[] = []
  if (entry.may.attach) actions.push({ key: 'attach', label: it.files.add, onAction: () => onOpen('attach') })
  if (entry.may.rectify) actions.push({ key: 'rectify', label: t.actions.rectify, onAction: () => onOpen('rectify') })
  if (entry.case === null && entry.collective === null && !entry.annulment) actions.push({ key: 'place', label: t.actions.place, onAction: () => onOpen('place') })
  if (entry.may.annul) actions.push({ key: 'annul', label: t.actions.annul, danger: true, onAction: () => onOpen('annul') })
  return actions.length > 0 ? <ActionMenu actions={actions} /> : null
}

/** The paragraphs shown: of a note that she may not read none, and one "Riservato" for those that follow each other. */
const shownOf = (entry: EntryView): readonly SegmentView[] => {
  if (entry.segments.every((one) => one.text === null) && entry.hidden) return []
  return entry.segments.filter((one, at) => one.text !== null || entry.segments[at - 1]?.text !== null)
}

export function EntryCard({ entry, names, waits = false }: Props) {
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  const { header } = entry
  const when = `${weekdayShort(entry.occurred_on)} ${showDate(entry.occurred_on)}${entry.starts ? `, ${entry.starts}` : ''}`
  return (
    <article className="diary-entry" data-annulled={entry.annulment ? true : undefined} aria-label={`${header ? kindName(header.kind) : t.stub}, ${when}`}>
      <header className="diary-entry-header">
        <div className="diary-entry-title">
          <h3>{header ? kindName(header.kind) : t.stub}</h3>
          <span className="diary-when tabular">{when}</span>
          <span className="diary-author">{nameOf(names, entry.author)}</span>
          {header?.outcome && <Badge tone={header.outcome.type === 'held' ? 'neutral' : 'warning'}>{outcomeText(header.outcome)}</Badge>}
          <Badges entry={entry} />
          <Waits of={waits} />
        </div>
        <Menu entry={entry} onOpen={setOpen} />
      </header>
      {entry.collective && <p className="diary-circumstances">{collectiveText(entry.collective, names)}</p>}
      <Circumstances entry={entry} names={names} />
      {entry.transcribed && (
        <p className="diary-circumstances">{t.transcribedFrom(entry.transcribed.author, entry.transcribed.written_on ? showDate(entry.transcribed.written_on) : '')}</p>
      )}
      {entry.annulment && (
        <p className="diary-circumstances">
          {[t.annulledBy(nameOf(names, entry.annulment.author), showInstant(entry.annulment.signed_at)), t.annulledReasons[entry.annulment.reason], entry.annulment.note].filter(Boolean).join(' · ')}
        </p>
      )}
      <div className="diary-paragraphs">
        {shownOf(entry).map((segment) => (
          <Paragraph key={segment.id} entry={entry} segment={segment} names={names} />
        ))}
      </div>
      <Rectifications all={entry.rectifications.filter((one) => one.segment === null)} names={names} />
      {!entry.hidden && <EntryFiles entry={entry.id} caseId={entry.case} adding={open === 'attach'} onClose={close} />}
      <Actions entry={entry} />
      <Confirm entry={entry} />
      {open === 'rectify' && <RectifyDialog entry={entry} onClose={close} />}
      {open === 'annul' && <AnnulDialog entry={entry} onClose={close} />}
      {open === 'place' && <PlaceDialog entry={entry} onClose={close} />}
    </article>
  )
}
