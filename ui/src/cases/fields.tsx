// Fields that several dialogs of a case share: a code, an operator, a comune, a paper.
import { placesSearch, staffList, type Coded, type Paper, type Service } from '../bindings'
import { casesCodes } from '../bindings'
import { ComboBox, DateField, SelectField, TextField, type ComboItem } from '../components'
import { it } from '../messages/it'
import { useAnswer } from '../navigation'

const t = it.cases

/** The codes of a service's dialogs. */
export const useCodes = (service: Service) => useAnswer({ key: ['cases.codes', service], ask: () => casesCodes({ service }), kinds: [] }).data

/** Who works here. */
export const useStaff = () => useAnswer({ key: ['staff.list'], ask: staffList, kinds: ['operator'] }).data ?? []

interface CodeFieldProps {
  name: string
  label: string
  codes: readonly Coded[]
  value: Coded | null
  onChange: (code: Coded) => void
  error?: string | null
  required?: boolean
}

export function CodeField({ codes, value, onChange, ...field }: CodeFieldProps) {
  const choices = codes.map((code) => ({ key: code.code, label: t.codeName(code) }))
  return (
    <SelectField
      {...field} choices={choices} value={value?.code ?? null}
      onChange={(key) => {
        const code = codes.find((one) => one.code === key)
        if (code) onChange(code)
      }}
    />
  )
}

const NOBODY = ''

interface OperatorFieldProps {
  name: string
  label: string
  value: string | null
  onChange: (operator: string | null) => void
  /** The text of "nobody"; without it somebody must be chosen. */
  nobody?: string
  hint?: string
  error?: string | null
}

export function OperatorField({ value, onChange, nobody, ...field }: OperatorFieldProps) {
  const staff = useStaff().filter((one) => one.active || one.id === value)
  const choices = staff.map((one) => ({ key: one.id, label: one.me ? t.me(one.label) : one.label }))
  return (
    <SelectField
      {...field} choices={nobody === undefined ? choices : [{ key: NOBODY, label: nobody }, ...choices]} value={value ?? (nobody === undefined ? null : NOBODY)}
      onChange={(key) => onChange(key === NOBODY ? null : key)}
    />
  )
}

export interface ComuneChoice extends ComboItem {
  key: string
}

interface ComuneFieldProps {
  name: string
  label: string
  value: ComuneChoice | null
  onChange: (comune: ComuneChoice | null) => void
  hint?: string
  error?: string | null
  required?: boolean
}

async function comuni(prefix: string): Promise<ComuneChoice[]> {
  const found = await placesSearch({ prefix, day: null })
  return found.filter((place) => place.province !== 'EE').map((place) => ({ key: place.code, label: place.name, note: place.province }))
}

export function ComuneField(props: ComuneFieldProps) {
  return <ComboBox {...props} load={comuni} minLength={2} />
}

interface PaperFieldsProps {
  /** Prefix of the fields' names. */
  name: string
  value: Paper
  onChange: (paper: Paper) => void
  error?: string | null
}

export const NO_PAPER: Paper = { on: null, protocol: null, waived: null }
export const paperAnswers = (paper: Paper) => paper.on !== null || (paper.waived ?? '').trim() !== ''

/** A paper: its date and protocol, or why there is none. */
export function PaperFields({ name, value, onChange, error }: PaperFieldsProps) {
  const text = (key: 'protocol' | 'waived') => (typed: string) => onChange({ ...value, [key]: typed === '' ? null : typed })
  return (
    <>
      <div className="form-row">
        <DateField name={`${name}-on`} label={t.paperOn} narrow value={value.on} onChange={(on) => onChange({ ...value, on })} error={error ?? null} />
        <TextField name={`${name}-protocol`} label={t.paperProtocol} narrow value={value.protocol ?? ''} onChange={text('protocol')} />
      </div>
      <TextField name={`${name}-waived`} label={t.paperWaived} hint={t.paperWaivedHint} value={value.waived ?? ''} onChange={text('waived')} />
    </>
  )
}
