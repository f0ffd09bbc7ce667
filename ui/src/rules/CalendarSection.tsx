// What the office decides about its calendar: patron saint, 4 October, birthdays of 29 February, when a term is about to end.
import { deadlinesChangeRules, type DeadlineOffice, type DeadlineRules, type LeapBirth } from '../bindings'
import { Button, CheckboxField, Facts, notify, RadioField, Section, SelectField, TextArea, TextField } from '../components'
import { showDateLong } from '../dates/civil'
import { it } from '../messages/it'
import { useCommand, useDialogState } from '../navigation'
import { errorIn, FormDialog } from '../people'

const t = it.rules
const two = (n: number) => String(n).padStart(2, '0')
/** "7 dicembre" of "12-07". */
const dayWords = (monthDay: string) => showDateLong(`2024-${monthDay}`).replace(/ \d{4}$/, '')
const MONTHS = Array.from({ length: 12 }, (_, at) => ({ key: two(at + 1), label: dayWords(`${two(at + 1)}-01`).replace(/^\S+ /, '') }))
const LEAPS = (Object.keys(t.leaps) as LeapBirth[]).map((key) => ({ key, label: t.leaps[key] }))

interface Written {
  day: string
  month: string | null
  year: string
  holiday: boolean
  leap: LeapBirth
  soon: string
  reason: string
}

function officeOf(office: DeadlineOffice, { day, month, year, holiday, leap, soon }: Written): DeadlineOffice | null {
  const [patronDay, from, days] = [Number(day), Number(year), Number(soon)]
  const patron = day.trim() === '' || month === null ? null : patronDay >= 1 && patronDay <= 31 ? `${month}-${two(patronDay)}` : undefined
  if (patron === undefined || (holiday && !/^\d{4}$/.test(year.trim())) || !/^\d{1,2}$/.test(soon.trim())) return null
  return { ...office, patron, san_francesco_from: holiday ? from : null, leap_birth: leap, soon_days: days }
}

function CalendarDialog({ rules, onClose }: { rules: DeadlineRules; onClose: () => void }) {
  const { office } = rules
  const [month = null, day = ''] = office.patron?.split('-') ?? []
  const first: Written = {
    day: day === '' ? '' : String(Number(day)), month, year: String(office.san_francesco_from ?? 2026), holiday: office.san_francesco_from !== null, leap: office.leap_birth, soon: String(office.soon_days), reason: '',
  }
  const [value, setValue] = useDialogState<Written>('calendar.written', first)
  const [tried, setTried] = useDialogState('calendar.tried', false)
  const command = useCommand(deadlinesChangeRules)
  const set = (part: Partial<Written>) => setValue({ ...value, ...part })
  const decided = officeOf(office, value)
  const save = () => {
    setTried(true)
    if (decided === null || value.reason.trim() === '') return
    command.mutate(
      { office: decided, reason: value.reason },
      {
        onSuccess: () => {
          notify('success', t.saved)
          onClose()
        },
      },
    )
  }
  const wrong = tried && decided === null ? t.numberWrong : null
  return (
    <FormDialog title={t.editCalendar} isOpen onClose={onClose} onSave={save} isPending={command.isPending} error={command.error} size="medium">
      <fieldset className="cases-paper">
        <legend>{t.patron}</legend>
        <div className="form-row">
          <TextField name="patron-day" label={t.patronDay} narrow inputMode="numeric" hint={t.patronHelp} value={value.day} onChange={(text) => set({ day: text })} error={wrong} />
          <SelectField name="patron-month" label={t.patronMonth} choices={MONTHS} value={value.month} onChange={(one) => set({ month: one })} />
        </div>
        {value.month !== null && <div className="line"><Button kind="quiet" icon="delete" onPress={() => set({ day: '', month: null })}>{t.patronNone}</Button></div>}
      </fieldset>
      <CheckboxField name="san-francesco" label={t.sanFrancesco} hint={t.sanFrancescoHelp} isSelected={value.holiday} onChange={(holiday) => set({ holiday })} />
      {value.holiday && <TextField name="san-francesco-year" label={t.sanFrancescoYear} narrow inputMode="numeric" value={value.year} onChange={(year) => set({ year })} />}
      <RadioField<LeapBirth> name="leap" label={t.leap} inline choices={LEAPS} value={value.leap} onChange={(leap) => set({ leap })} />
      <TextField name="soon" label={t.soon} narrow inputMode="numeric" value={value.soon} onChange={(soon) => set({ soon })} error={errorIn(command.error, 'soon_days')} />
      <TextArea name="calendar-reason" label={t.reason} hint={t.reasonHelp} required rows={2} value={value.reason} onChange={(reason) => set({ reason })} error={tried && value.reason.trim() === '' ? t.reasonMissing : errorIn(command.error, 'reason')} />
    </FormDialog>
  )
}

export const patronWords = (patron: string | null) => (patron ? dayWords(patron) : t.noPatron)
export const sanFrancescoWords = (from: number | null) => (from === null ? t.sanFrancescoNever : t.sanFrancescoFrom(from))

export function CalendarSection({ rules }: { rules: DeadlineRules }) {
  const [editing, setEditing] = useDialogState('calendar', false)
  const { office } = rules
  return (
    <Section title={t.calendar} actions={rules.writable && <Button small icon="pencil" onPress={() => setEditing(true)}>{t.editCalendar}</Button>}>
      <Facts
        facts={[
          { label: t.patron, value: patronWords(office.patron) }, { label: t.sanFrancesco, value: sanFrancescoWords(office.san_francesco_from) },
          { label: t.leap, value: t.leaps[office.leap_birth] }, { label: t.soon, value: t.soonDays(office.soon_days) },
        ]}
      />
      {editing && <CalendarDialog rules={rules} onClose={() => setEditing(false)} />}
    </Section>
  )
}
