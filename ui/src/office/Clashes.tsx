// Where two people wrote without seeing each other, on the page of the case or person: both versions side by side, who
// wrote what and when, what differs; she keeps one, keeps both, or writes a third.
import { useId, useState } from 'react'
import { officeClashes, officeSettleClash, type ClashChoice, type ClashValue, type ClashView } from '../bindings'
import { Badge, Button, Notice, notify, PartialDateField, Section, SelectField, TextField } from '../components'
import { showInstant } from '../dates/civil'
import { showPartial } from '../dates/partial'
import { it } from '../messages/it'
import { useAnswer, useCommand } from '../navigation'
import { describeError } from '../platform'
import './office.css'
import { choicesFor, differences, isDate, valueText } from './values'
import { Waits } from './waiting'

const t = it.office

type Settle = (choice: ClashChoice) => void

interface Shown {
  clash: ClashView
  settle: Settle
  isPending: boolean
}

function Version({ clash, value, first, settle, isPending }: Shown & { value: ClashValue; first: boolean }) {
  const field = clash.field ?? ''
  const other = clash.values.find((one) => one !== value)
  const text = valueText(field, value.value)
  const who = value.by ? (clash.names[value.by]?.name ?? t.clashUnknown) : t.clashUnknown
  return (
    <li className="office-version" data-shown={first || undefined}>
      <p className="office-version-top">
        <strong>{first ? t.clashShown : t.clashOther}</strong>
        <Waits of={value.waits} />
        {value.late && <Badge tone="warning">{t.clashLate}</Badge>}
      </p>
      <p className="office-version-value">
        {differences(text, other ? valueText(field, other.value) : '').map((piece, at) => (piece.differs ? <mark key={at}>{piece.text}</mark> : <span key={at}>{piece.text}</span>))}
      </p>
      <p className="muted">{t.clashBy(who, value.at ? showInstant(value.at) : '')}</p>
      <Button small icon="check" aria-label={`${t.clashKeep}: ${text}`} isDisabled={isPending} onPress={() => settle({ type: 'keep', write: value.write })}>
        {t.clashKeep}
      </Button>
    </li>
  )
}

/** A third value, by a field of the values' own sort; none for what has several parts. */
function Third({ clash, settle, onClose }: Shown & { onClose: () => void }) {
  const field = clash.field ?? ''
  const first = clash.values[0]?.value
  const [value, setValue] = useState<string | null>(typeof first === 'string' ? first : null)
  const label = t.clashThird(t.fieldName(field))
  const codes = choicesFor(field)
  return (
    <div className="form-row office-third">
      {codes ? (
        <SelectField name="third" label={label} value={value ?? ''} choices={Object.entries(codes).map(([key, text]) => ({ key, label: text }))} onChange={setValue} />
      ) : clash.values.some((one) => isDate(one.value)) ? (
        <PartialDateField name="third" label={label} value={value} onChange={setValue} />
      ) : (
        <TextField name="third" label={label} value={value ?? ''} onChange={setValue} />
      )}
      <div className="line">
        <Button small onPress={onClose}>{t.clashCancel}</Button>
        <Button small kind="primary" onPress={() => settle({ type: 'write', value: value === '' ? null : value })}>{t.clashSave}</Button>
      </div>
    </div>
  )
}

const isPlain = ({ values }: ClashView) => values.every(({ value }) => value === null || typeof value === 'string')

function earliest({ values }: ClashView): string | null {
  const days = values.map(({ value }) => value).filter(isDate).sort()
  return days[0] ?? null
}

function Choices(props: Shown) {
  const { clash, settle, isPending } = props
  const [writes, setWrites] = useState(false)
  const day = clash.strictest_counts ? earliest(clash) : null
  return (
    <>
      {clash.strictest_counts && <Notice>{day ? t.clashStrictestDate(showPartial(day)) : t.clashStrictest}</Notice>}
      <ul className="office-versions">
        {clash.values.map((value, at) => (
          <Version key={value.write} {...props} value={value} first={at === 0} />
        ))}
      </ul>
      {writes ? (
        <Third {...props} onClose={() => setWrites(false)} />
      ) : (
        <div className="line">
          {clash.may_keep_both && <Button small icon="files" isDisabled={isPending} onPress={() => settle({ type: 'both' })}>{t.clashBoth}</Button>}
          {isPlain(clash) ? <Button small icon="pencil" isDisabled={isPending} onPress={() => setWrites(true)}>{t.clashWrite}</Button> : <span className="muted">{t.clashOnlyKeep}</span>}
        </div>
      )}
    </>
  )
}

function Removed({ settle, isPending }: Shown) {
  return (
    <div className="line">
      <span>{t.clashGoneTitle}</span>
      <Button small icon="restore" isDisabled={isPending} onPress={() => settle({ type: 'restore' })}>{t.clashRestore}</Button>
      <Button small icon="delete" isDisabled={isPending} onPress={() => settle({ type: 'delete', reason: t.clashDeleteReason })}>{t.clashDelete}</Button>
    </div>
  )
}

function Clash({ subject, clash }: { subject: string; clash: ClashView }) {
  const [open, setOpen] = useState(false)
  const id = useId()
  const settling = useCommand(officeSettleClash)
  const settle: Settle = (choice) =>
    settling.mutate({ subject, record: clash.record, field: clash.field ?? null, choice, seen: clash.seen }, { onSuccess: () => notify('success', t.clashDone) })
  const what = t.field(clash.kind, clash.field ?? null)
  const shown = clash.values[0]
  const props = { clash, settle, isPending: settling.isPending }
  return (
    <li className="office-clash">
      <div className="line">
        <strong>{what}</strong>
        {shown && <span>{valueText(clash.field ?? '', shown.value)}</span>}
        <Button small icon="files" aria-expanded={open} aria-controls={id} aria-label={`${open ? t.clashHide : t.clashCompare}: ${what}`} onPress={() => setOpen(!open)}>
          {open ? t.clashHide : t.clashCompare}
        </Button>
      </div>
      <div id={id} hidden={!open} className="stack-tight">
        {settling.error ? <Notice kind="error" role="alert">{describeError(settling.error)}</Notice> : null}
        {(clash.field ?? null) === null ? <Removed {...props} /> : <Choices {...props} />}
      </div>
    </li>
  )
}

const useClashes = (subject: string) => useAnswer({ key: ['office.clashes', subject], ask: () => officeClashes({ subject }) })

function Group({ subject }: { subject: string }) {
  const { data } = useClashes(subject)
  return (data ?? []).map((clash) => <Clash key={`${clash.record}-${clash.field ?? ''}`} subject={subject} clash={clash} />)
}

/** The clashes of a case and its person, or of a person; nothing where there are none. */
export function Clashes({ subject, and = null }: { subject: string; and?: string | null }) {
  const own = useClashes(subject)
  const other = useAnswer({ key: ['office.clashes', and], ask: () => officeClashes({ subject: and ?? '' }), enabled: and !== null })
  if (!own.data?.length && !other.data?.length) return null
  return (
    <Section title={t.clashSection}>
      <div className="stack-tight">
        <p className="muted">{t.clashHelp}</p>
        <ul className="office-lines">
          <Group subject={subject} />
          {and !== null && <Group subject={and} />}
        </ul>
      </div>
    </Section>
  )
}
