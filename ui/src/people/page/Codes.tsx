// The codes of a person, past ones included: a provisional one stays when the final one comes.
import type { Identifier, IdentifierKind } from '../../bindings'
import { Button, IconButton, SelectField, TextField } from '../../components'
import { it } from '../../messages/it'
import { PeriodFields } from '../fields'
import { choicesOf } from '../words'

const t = it.people

interface CodesProps {
  value: readonly Identifier[]
  error: string | null
  hint: string | null
  onChange: (value: Identifier[]) => void
}

export function Codes({ value, error, hint, onChange }: CodesProps) {
  const set = (index: number, part: Partial<Identifier>) => onChange(value.map((one, at) => (at === index ? { ...one, ...part } : one)))
  return (
    <fieldset className="people-member">
      <legend>{t.codes}</legend>
      {value.map((one, index) => (
        <div key={index} className="form-row people-code">
          <SelectField<IdentifierKind> name={`code-kind-${index}`} label={t.codeKind} narrow choices={choicesOf(t.codeKinds)} value={one.kind} onChange={(kind) => set(index, { kind })} />
          <TextField
            name={index === 0 ? 'identifiers' : `code-${index}`} label={t.code} mono value={one.value} error={index === 0 ? error : null} hint={index === 0 ? hint : null}
            onChange={(typed) => set(index, { value: typed })}
          />
          <PeriodFields name={`code-period-${index}`} value={one.period} onChange={(period) => set(index, { period })} />
          <IconButton icon="close" small label={t.removeCode(one.value)} onPress={() => onChange(value.filter((_, at) => at !== index))} />
        </div>
      ))}
      <Button small icon="plus" onPress={() => onChange([...value, { kind: 'CF', value: '', period: {} }])}>
        {t.addCode}
      </Button>
    </fieldset>
  )
}
