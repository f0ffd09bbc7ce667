// Fields that several forms of placements share: an amount, a percentage, a share.
import { useState } from 'react'
import type { RettaQuota } from '../bindings'
import { SelectField, TextField } from '../components'
import { it } from '../messages/it'
import { choicesOf } from '../messages/terms'
import { readEuro, readPercent, showEuro, typedEuro, typedPercent } from './money'

const t = it.placements

interface NumberFieldProps {
  name: string
  label: string
  value: number | null | undefined
  onChange: (value: number | null) => void
  hint?: string
  required?: boolean
}

/** An amount in euros, with up to four decimals; how it was understood stands behind it. */
export function EuroField({ value, onChange, ...field }: NumberFieldProps) {
  const [text, setText] = useState(typedEuro(value))
  const [told, setTold] = useState(value)
  if (told !== value) {
    setTold(value)
    setText(typedEuro(value))
  }
  const type = (typed: string) => {
    const read = readEuro(typed)
    setText(typed)
    setTold(read)
    onChange(read)
  }
  return <TextField {...field} narrow inputMode="decimal" value={text} onChange={type} suffix={<span aria-hidden>{value ? showEuro(value) : '€'}</span>} />
}

export function PercentField({ value, onChange, ...field }: NumberFieldProps) {
  const [text, setText] = useState(typedPercent(value))
  const [told, setTold] = useState(value)
  if (told !== value) {
    setTold(value)
    setText(typedPercent(value))
  }
  const type = (typed: string) => {
    const read = readPercent(typed)
    setText(typed)
    setTold(read)
    onChange(read)
  }
  return <TextField {...field} narrow inputMode="decimal" value={text} onChange={type} suffix={<span aria-hidden>%</span>} />
}

interface ShareFieldProps {
  name: string
  label: string
  value: RettaQuota
  onChange: (value: RettaQuota) => void
  hint?: string
}

function shareOf(is: RettaQuota['is']): RettaQuota {
  if (is === 'percentuale') return { is, hundredths: 0 }
  return is === 'giornaliera' ? { is, amount: 0 } : { is }
}

/** What somebody else than the comune pays. */
export function ShareField({ name, label, value, onChange, hint }: ShareFieldProps) {
  return (
    <div className="form-row">
      <SelectField name={name} label={label} choices={choicesOf(t.shareKinds)} value={value.is} onChange={(is) => onChange(shareOf(is))} {...(hint ? { hint } : {})} />
      {value.is === 'percentuale' && <PercentField name={`${name}-percent`} label={`${t.shareAmount}: ${label}`} value={value.hundredths} onChange={(hundredths) => onChange({ is: 'percentuale', hundredths: hundredths ?? 0 })} />}
      {value.is === 'giornaliera' && <EuroField name={`${name}-daily`} label={`${t.shareAmount}: ${label}`} value={value.amount} onChange={(amount) => onChange({ is: 'giornaliera', amount: amount ?? 0 })} />}
    </div>
  )
}
