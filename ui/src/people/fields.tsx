// Fields that several forms of a person share: a place, days from and to, a choice that may stay open.
import { placesCitizenships, placesSearch, type Period } from '../bindings'
import { CheckboxField, ComboBox, DateField, SelectField, type Choice, type ComboItem, type FieldProps } from '../components'
import { it } from '../messages/it'
import { useAnswer } from '../navigation'

const t = it.people

interface PlaceFieldProps extends FieldProps {
  /** Belfiore code and name. */
  value: ComboItem | null
  onChange: (place: ComboItem | null) => void
  /** The day on which the name was in use: a birth. */
  day?: string | null
}

export function PlaceField({ day, ...field }: PlaceFieldProps) {
  const load = async (prefix: string) => {
    const places = await placesSearch({ prefix, day: day ?? null })
    return places.map((place) => ({ key: place.code, label: place.name, note: place.province === 'EE' ? place.code : `${place.province} · ${place.code}` }))
  }
  return <ComboBox {...field} load={load} minLength={2} />
}

/** All citizenships as choices, Italy first. */
export function useCitizenships(): Choice[] {
  const { data } = useAnswer({ key: ['places.citizenships'], ask: placesCitizenships, kinds: [] })
  const all = (data ?? []).map((country) => ({ key: country.code, label: country.name }))
  return [...all.filter(({ key }) => key === '380'), ...all.filter(({ key }) => key !== '380')]
}

/** A period without the ends that are not known. */
export const periodOf = (from: string | null | undefined, until: string | null | undefined): Period => ({ ...(from ? { from } : {}), ...(until ? { until } : {}) })

interface PeriodFieldsProps {
  /** Before the names of the two fields, where a form has several. */
  name?: string
  value: Period
  onChange: (period: Period) => void
  error?: string | null
}

export function PeriodFields({ name = 'period', value, onChange, error }: PeriodFieldsProps) {
  return (
    <div className="form-row">
      <DateField name={`${name}-from`} label={t.from} narrow lean="past" value={value.from ?? null} onChange={(from) => onChange(periodOf(from, value.until))} />
      <DateField name={name} label={t.until} narrow value={value.until ?? null} error={error ?? null} onChange={(until) => onChange(periodOf(value.from, until))} />
    </div>
  )
}

const OPEN = ''

interface OpenSelectProps<K extends string> extends FieldProps {
  choices: readonly Choice<K>[]
  value: K | null | undefined
  onChange: (value: K | null) => void
}

/** A choice that may stay "not said". */
export function OpenSelect<K extends string>({ choices, value, onChange, ...field }: OpenSelectProps<K>) {
  const all: Choice<K | typeof OPEN>[] = [{ key: OPEN, label: t.notSaid }, ...choices]
  return <SelectField<K | typeof OPEN> {...field} choices={all} value={value ?? OPEN} onChange={(key) => onChange(key === OPEN ? null : key)} />
}

interface FlagProps {
  name: string
  label: string
  value: boolean | null | undefined
  onChange: (value: boolean | null) => void
}

/** Ticked is yes; unticked says nothing. */
export function Flag({ name, label, value, onChange }: FlagProps) {
  return <CheckboxField name={name} label={label} isSelected={value === true} onChange={(selected) => onChange(selected ? true : null)} />
}
