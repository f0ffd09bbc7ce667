// One datum that no other record holds: a field of its kind, and what the case says in its own words.
import { phasesSaveDatum, type Coded, type Datum, type PhasesPage, type Valore } from '../bindings'
import { Button, CheckboxList, Notice, notify, PartialDateField, RadioField, TextArea, TextField } from '../components'
import { it } from '../messages/it'
import { useCommand, useDialogState } from '../navigation'
import { errorIn, FormDialog } from '../people'
import { readEuro, typedEuro, valueWords } from './words'

const t = it.phases

interface Written {
  text: string
  codes: string[]
  yes: boolean | null
}

const key = (code: Coded) => `${code.version}|${code.code}`

function asWritten(value: Valore | null): Written {
  const none = { text: '', codes: [], yes: null }
  switch (value?.is) {
    case 'text':
    case 'day': return { ...none, text: value.value }
    case 'number': return { ...none, text: String(value.value) }
    case 'euro': return { ...none, text: typedEuro(value.value) }
    case 'yes_no': return { ...none, yes: value.value }
    case 'codes': return { ...none, codes: value.value.map(key) }
    default: return none
  }
}

/** The value that was written; undefined while it is none of its kind. */
function asValue(datum: Datum, written: Written, choices: readonly Coded[]): Valore | null | undefined {
  const text = written.text.trim()
  switch (datum.answer) {
    case 'text': return text === '' ? null : { is: 'text', value: text }
    case 'day': return text === '' ? null : { is: 'day', value: text }
    case 'number': return text === '' ? null : /^\d{1,4}$/.test(text) ? { is: 'number', value: Number(text) } : undefined
    case 'euro': {
      if (text === '') return null
      const amount = readEuro(text)
      return amount === null ? undefined : { is: 'euro', value: amount }
    }
    case 'yes_no': return written.yes === null ? null : { is: 'yes_no', value: written.yes }
    case 'coded': {
      const chosen = choices.filter((code) => written.codes.includes(key(code)))
      return chosen.length === 0 ? null : { is: 'codes', value: chosen }
    }
  }
}

interface FieldProps {
  datum: Datum
  page: PhasesPage
  written: Written
  onChange: (written: Written) => void
  error: string | null
}

function Field({ datum, page, written, onChange, error }: FieldProps) {
  const label = t.dataName(datum.key)
  const text = (typed: string | null) => onChange({ ...written, text: typed ?? '' })
  switch (datum.answer) {
    case 'text': return <TextArea name="datum" label={label} rows={3} value={written.text} onChange={text} error={error} />
    case 'day': return <PartialDateField name="datum" label={label} value={written.text || null} onChange={text} error={error} />
    case 'number': return <TextField name="datum" label={label} narrow inputMode="numeric" value={written.text} onChange={text} error={error} />
    case 'euro': return <TextField name="datum" label={label} narrow inputMode="decimal" suffix="€" value={written.text} onChange={text} error={error} />
    case 'yes_no': {
      const choices = [{ key: 'yes', label: t.yes }, { key: 'no', label: t.no }] as const
      return <RadioField<'yes' | 'no'> name="datum" label={label} inline choices={choices} value={written.yes === null ? null : written.yes ? 'yes' : 'no'} onChange={(one) => onChange({ ...written, yes: one === 'yes' })} />
    }
    case 'coded': {
      const choices = (page.choices[`CSI-${datum.code ?? ''}`] ?? []).map(({ code, label: words }) => ({ key: key(code), label: words, note: code.code }))
      return <CheckboxList name="datum" label={label} choices={choices} value={written.codes} onChange={(codes) => onChange({ ...written, codes })} error={error} />
    }
  }
}

export function DatumDialog({ datum, page, onClose }: { datum: Datum; page: PhasesPage; onClose: () => void }) {
  const own = datum.from === 'here' ? datum.value : null
  const [written, setWritten] = useDialogState<Written>('datum.written', asWritten(own))
  const [wrong, setWrong] = useDialogState('datum.wrong', false)
  const command = useCommand(phasesSaveDatum)
  const choices = (page.choices[`CSI-${datum.code ?? ''}`] ?? []).map(({ code }) => code)
  const send = (value: Valore | null) =>
    command.mutate(
      { case: page.case, element: datum.key, value, seen: page.seen[datum.key] ?? [] },
      {
        onSuccess: () => {
          notify('success', t.saved)
          onClose()
        },
      },
    )
  const save = () => {
    const value = asValue(datum, written, choices)
    setWrong(value === undefined)
    if (value !== undefined) send(value)
  }
  const other = datum.hint ?? (datum.from === 'here' ? null : datum.value)
  const error = wrong ? (datum.answer === 'euro' ? t.euroWrong : it.rules.numberWrong) : errorIn(command.error, 'value')
  return (
    <FormDialog title={t.dataName(datum.key)} isOpen onClose={onClose} onSave={save} isPending={command.isPending} error={command.error} size="medium">
      {other && <Notice>{t.hint(valueWords(other, page))}</Notice>}
      <Field datum={datum} page={page} written={written} onChange={setWritten} error={error} />
      {own && (
        <div className="line">
          <Button kind="quiet" icon="delete" onPress={() => send(null)}>{t.takeBack}</Button>
        </div>
      )}
    </FormDialog>
  )
}
