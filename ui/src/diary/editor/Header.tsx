// The circumstances, compact: kind, day, hour, place, outcome, minutes; the rarer ones behind a button.
import { useState, type ReactNode } from 'react'
import { diaryTemplate, type EntryDraft, type EntryHeader } from '../../bindings'
import { Button, CheckboxField, DateField, SelectField, TextField, TimeField } from '../../components'
import { it } from '../../messages/it'
import { useSession } from '../../navigation'
import { KIND_CHOICES, OUTCOME_CHOICES, outcomeOf, PLACE_CHOICES, type Names } from '../words'
import { About } from './About'
import { CoAuthorsField } from './CoAuthorsField'
import { aboutCollective, changeKind } from './draft'
import { ParticipantsField } from './ParticipantsField'

const t = it.diary

interface Props {
  draft: EntryDraft
  names: Names
  /** The files, when there is one text. */
  files: ReactNode
  faults: Readonly<Record<string, string>>
  update: (change: (draft: EntryDraft) => EntryDraft) => void
}

const number = (text: string): number | null => {
  const digits = text.replace(/\D/g, '').slice(0, 4)
  return digits === '' ? null : Number(digits)
}

function Minutes({ draft, onHeader }: { draft: EntryDraft; onHeader: (change: Partial<EntryHeader>) => void }) {
  const { time } = draft.header
  return (
    <TextField
      name="minutes"
      label={t.fields.minutes}
      narrow
      inputMode="numeric"
      value={time.minutes === null ? '' : String(time.minutes)}
      onChange={(text) => onHeader({ time: { ...time, minutes: number(text), proposed: false } })}
      {...(time.proposed && time.minutes !== null
        ? {
            suffix: (
              <button type="button" className="diary-proposed" onClick={() => onHeader({ time: { ...time, proposed: false } })}>
                {t.minutesProposed}
              </button>
            ),
          }
        : {})}
    />
  )
}

function Rare({ draft, me, onHeader, update }: Pick<Props, 'draft' | 'update'> & { me: string; onHeader: (change: Partial<EntryHeader>) => void }) {
  const { header, transcribed } = draft
  return (
    <>
      <div className="form-row">
        <TimeField name="ends" label={t.fields.ends} narrow value={header.ends} onChange={(ends) => onHeader({ ends })} />
        <TextField
          name="travel" label={t.fields.travel} narrow inputMode="numeric" value={header.time.travel === null ? '' : String(header.time.travel)}
          onChange={(text) => onHeader({ time: { ...header.time, travel: number(text) } })}
        />
        <TextField
          name="operators" label={t.fields.operators} narrow inputMode="numeric" value={header.operators === null ? '' : String(header.operators)}
          onChange={(text) => onHeader({ operators: number(text.slice(0, 2)) })}
        />
        {header.place && (
          <TextField
            name="place-detail" label={t.fields.placeDetail} value={header.place.detail ?? ''}
            onChange={(detail) => header.place && onHeader({ place: { ...header.place, detail: detail || null } })}
          />
        )}
      </div>
      <CoAuthorsField value={header.co_authors} me={me} onChange={(co_authors) => onHeader({ co_authors })} />
      <CheckboxField
        name="transcribed" label={t.fields.transcribed} isSelected={transcribed !== null}
        onChange={(is) => update((now) => ({ ...now, transcribed: is ? { author: '', written_on: null } : null }))}
      />
      {transcribed && (
        <div className="form-row">
          <TextField
            name="transcribed-author" label={t.fields.transcribedAuthor} required value={transcribed.author}
            onChange={(author) => update((now) => ({ ...now, transcribed: { ...transcribed, author } }))}
          />
          <DateField
            name="transcribed-on" label={t.fields.transcribedOn} narrow lean="past" value={transcribed.written_on}
            onChange={(written_on) => update((now) => ({ ...now, transcribed: { ...transcribed, written_on } }))}
          />
        </div>
      )}
    </>
  )
}

/** Whether it is still open what the note is about; in a file that she is in nothing asks. */
const asksAbout = ({ collective, texts }: EntryDraft) => collective !== null || texts.every((text) => text.files.length === 0)

export function Header({ draft, names, files, faults, update }: Props) {
  const session = useSession()
  const [more, setMore] = useState(draft.transcribed !== null || draft.header.co_authors.length > 0)
  const { header } = draft
  const onHeader = (change: Partial<EntryHeader>) => update((now) => ({ ...now, header: { ...now.header, ...change } }))
  return (
    <div className="form diary-header">
      <div className="form-row diary-header-row">
        <SelectField
          name="kind" label={t.fields.kind} choices={KIND_CHOICES} value={header.kind}
          onChange={(kind) => void diaryTemplate({ kind }).then((proposed) => update((now) => changeKind(now, kind, proposed)))}
        />
        <DateField
          name="date" label={t.fields.date} narrow required value={draft.occurred_on} max={session.today} today={session.today} error={faults['date']}
          onChange={(occurred_on) => update((now) => ({ ...now, occurred_on }))}
        />
        <TimeField name="time" label={t.fields.time} narrow value={draft.starts} error={faults['time']} onChange={(starts) => update((now) => ({ ...now, starts }))} />
        <SelectField
          name="place" label={t.fields.place} narrow choices={PLACE_CHOICES} value={header.place?.kind ?? 'none'}
          onChange={(kind) => onHeader({ place: kind === 'none' ? null : { kind, detail: header.place?.detail ?? null } })}
        />
        <SelectField name="outcome" label={t.fields.outcome} narrow choices={OUTCOME_CHOICES} value={header.outcome?.type ?? 'none'} onChange={(key) => onHeader({ outcome: outcomeOf(key) })} />
        <Minutes draft={draft} onHeader={onHeader} />
      </div>
      {header.outcome?.type === 'cancelled' && (
        <TextField name="cancelled-by" label={t.cancelledByField} value={header.outcome.by ?? ''} onChange={(by) => onHeader({ outcome: { type: 'cancelled', by: by || null } })} />
      )}
      <div className="diary-header-pair">
        <div className="diary-about-files">
          {(more || asksAbout(draft)) && <About value={draft.collective} names={names} fault={faults['about'] ?? null} onChange={(collective) => update((now) => aboutCollective(now, collective))} />}
          {files}
        </div>
        <ParticipantsField value={header.participants} names={names} {...(draft.texts.length > 1 ? { label: t.sharedParticipants } : {})} onChange={(participants) => onHeader({ participants })} />
      </div>
      {more && <Rare draft={draft} me={session.operator} onHeader={onHeader} update={update} />}
      <div>
        <Button kind="link" icon={more ? 'collapse' : 'expand'} aria-expanded={more} onPress={() => setMore(!more)}>
          {more ? t.less : t.more}
        </Button>
      </div>
    </div>
  )
}
