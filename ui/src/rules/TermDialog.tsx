// The length of one term in this office, with a reason; a day of the year, a day of the month, or a number of its unit.
import { deadlinesChangeRules, type DeadlineRule, type DeadlineRules, type Length } from '../bindings'
import { Button, notify, TextArea, TextField } from '../components'
import { lengthWords } from '../deadlines'
import { it } from '../messages/it'
import { useCommand, useDialogState } from '../navigation'
import { errorIn, FormDialog } from '../people'

const t = it.rules

/** What is typed: the number of its unit, or month and day. */
interface Written {
  first: string
  second: string
}

function written(length: Length): Written {
  switch (length.unit) {
    case 'yearly': return { first: String(length.count.day), second: String(length.count.month) }
    case 'monthly_on': return { first: String(length.count.day), second: String(length.count.months) }
    default: return { first: String(length.count), second: '' }
  }
}

const number = (text: string) => (/^-?\d{1,3}$/.test(text.trim()) ? Number(text) : null)

function lengthOf(unit: Length['unit'], { first, second }: Written): Length | null {
  const [one, other] = [number(first), number(second)]
  if (one === null) return null
  switch (unit) {
    case 'yearly': return other === null ? null : { unit, count: { month: other, day: one } }
    case 'monthly_on': return other === null ? null : { unit, count: { months: other, day: one } }
    default: return { unit, count: one }
  }
}

function LengthFields({ unit, value, onChange, error }: { unit: Length['unit']; value: Written; onChange: (value: Written) => void; error: string | null }) {
  const label = { yearly: t.day, monthly_on: t.day }[unit as 'yearly' | 'monthly_on'] ?? t.units[unit]
  return (
    <div className="form-row">
      <TextField name="term-first" label={label} narrow {...(unit === 'days' ? { hint: t.before } : { inputMode: 'numeric' as const })} value={value.first} onChange={(first) => onChange({ ...value, first })} error={error} />
      {unit === 'yearly' && <TextField name="term-second" label={t.month} narrow inputMode="numeric" value={value.second} onChange={(second) => onChange({ ...value, second })} />}
      {unit === 'monthly_on' && <TextField name="term-second" label={t.monthsAfter} narrow inputMode="numeric" value={value.second} onChange={(second) => onChange({ ...value, second })} />}
    </div>
  )
}

export function TermDialog({ rule, rules, onClose }: { rule: DeadlineRule; rules: DeadlineRules; onClose: () => void }) {
  const usual = rule.usual ?? { unit: 'days' as const, count: 0 }
  const [value, setValue] = useDialogState<Written>('term.written', written(rule.length ?? usual))
  const [reason, setReason] = useDialogState('term.reason', '')
  const [tried, setTried] = useDialogState('term.tried', false)
  const command = useCommand(deadlinesChangeRules)
  const length = lengthOf(usual.unit, value)
  const save = () => {
    setTried(true)
    if (length === null || reason.trim() === '') return
    const office = { ...rules.office, lengths: { ...rules.office.lengths, [rule.code]: length } }
    command.mutate(
      { office, reason },
      {
        onSuccess: () => {
          notify('success', t.saved)
          onClose()
        },
      },
    )
  }
  return (
    <FormDialog title={it.deadlines.codes[rule.code]} isOpen onClose={onClose} onSave={save} isPending={command.isPending} error={command.error} size="medium">
      <p className="field-hint">{`${t.usual}: ${lengthWords(usual)}. ${it.deadlines.source(rule.source.text)} (${t.sources[rule.source.type]})`}</p>
      <LengthFields unit={usual.unit} value={value} onChange={setValue} error={tried && length === null ? t.numberWrong : errorIn(command.error, 'lengths')} />
      <div className="line"><Button kind="quiet" icon="restore" onPress={() => setValue(written(usual))}>{t.backToUsual}</Button></div>
      <TextArea name="term-reason" label={t.reason} hint={t.reasonHelp} required rows={2} value={reason} onChange={setReason} error={tried && reason.trim() === '' ? t.reasonMissing : errorIn(command.error, 'reason')} />
    </FormDialog>
  )
}
