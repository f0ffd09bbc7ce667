// Fields that several forms of the courts share.
import type { Mandato, Momento, Prescrizione, Termine } from '../bindings'
import { Button, DateField, IconButton, SelectField, TextArea, TextField, TimeField, type Choice } from '../components'
import { it } from '../messages/it'
import { CodeField } from '../cases/fields'
import { useAuthorityChoices, useCourtCodes } from './asked'
import { momentNow, momentOf } from './words'

const t = it.tutela

export const choices = <K extends string>(texts: Readonly<Record<K, string>>): Choice<K>[] => (Object.entries(texts) as [K, string][]).map(([key, label]) => ({ key, label }))
/** A number typed as text; null while it is none. */
export const numberOf = (text: string) => (/^\d{1,3}$/.test(text.trim()) ? Number(text) : null)

export function AuthorityField({ name, label, value, onChange }: { name: string; label: string; value: string | null | undefined; onChange: (key: string) => void }) {
  return <SelectField name={name} label={label} value={value ?? null} onChange={onChange} choices={useAuthorityChoices(value)} />
}

interface MomentFieldsProps {
  name: string
  on: string
  at: string
  hint?: string
  value: { on: string | null; time: string | null; exact: Momento | null }
  onChange: (value: MomentFieldsProps['value']) => void
  withNow?: boolean
}

export const NO_MOMENT: MomentFieldsProps['value'] = { on: null, time: null, exact: null }
/** What was typed; the exact moment counts while day and minute are still its own. */
export const momentIn = ({ on, time, exact }: MomentFieldsProps['value']) => (exact && exact.on === on && exact.time === time ? exact : momentOf(on, time))
export const momentValue = (moment: Momento | null | undefined): MomentFieldsProps['value'] => (moment ? { on: moment.on, time: moment.time, exact: moment } : NO_MOMENT)

/** Day and minute; "Adesso" writes both. */
export function MomentFields({ name, on, at, hint, value, onChange, withNow = false }: MomentFieldsProps) {
  return (
    <div className="form-row">
      <DateField name={`${name}-on`} label={on} narrow value={value.on} onChange={(day) => onChange({ ...value, on: day })} {...(hint ? { hint } : {})} />
      <TimeField name={`${name}-at`} label={at} narrow value={value.time} onChange={(time) => onChange({ ...value, time })} />
      {withNow && <Button icon="clock" onPress={() => onChange(momentValue(momentNow()))}>{t.now}</Button>}
    </div>
  )
}

const TERMS = choices(t.terms)

function termOf(is: Termine['is'], today: string): Termine {
  if (is === 'entro') return { is, on: today }
  if (is === 'giorni') return { is, days: 60 }
  return is === 'mesi' ? { is, months: 6 } : { is }
}

function TermFields({ name, term, today, onChange }: { name: string; term: Termine; today: string; onChange: (term: Termine) => void }) {
  return (
    <div className="form-row">
      <SelectField name={`${name}-term`} label={t.termKind} narrow choices={TERMS} value={term.is} onChange={(is) => onChange(termOf(is, today))} />
      {term.is === 'entro' && <DateField name={`${name}-due`} label={t.termDate} narrow value={term.on} onChange={(on) => on && onChange({ is: 'entro', on })} />}
      {term.is === 'giorni' && <TextField name={`${name}-days`} label={t.termNumber} narrow inputMode="numeric" value={String(term.days)} onChange={(text) => onChange({ is: 'giorni', days: numberOf(text) ?? 0 })} />}
      {term.is === 'mesi' && <TextField name={`${name}-months`} label={t.termNumber} narrow inputMode="numeric" value={String(term.months)} onChange={(text) => onChange({ is: 'mesi', months: Math.min(numberOf(text) ?? 0, 255) })} />}
    </div>
  )
}

export const NO_MANDATE: Mandato = { term: { is: 'non_indicato' }, state: { is: 'aperto' }, answers: [], reports: [] }
const ANY = ''
const STARTS: Choice[] = [{ key: ANY, label: t.termFromAny }, ...choices(t.starts)]

interface MandateFieldsProps {
  name: string
  mandate: Mandato
  today: string
  onChange: (mandate: Mandato) => void
  onRemove?: () => void
}

/** One mandate: what, who, by when, from when, how often. */
export function MandateFields({ name, mandate, today, onChange, onRemove }: MandateFieldsProps) {
  const codes = useCourtCodes()
  const set = (part: Partial<Mandato>) => onChange({ ...mandate, ...part })
  return (
    <fieldset className="cases-paper">
      <legend>{t.mandates}</legend>
      <CodeField name={`${name}-activity`} label={t.activity} codes={codes?.activities ?? []} value={mandate.activity ?? null} onChange={(activity) => set({ activity })} />
      <TextArea name={`${name}-words`} label={t.words} rows={2} value={mandate.words ?? ''} onChange={(words) => set({ words })} />
      <TextField name={`${name}-to`} label={t.addressee} value={mandate.addressee ?? ''} onChange={(addressee) => set({ addressee })} />
      <TermFields name={name} term={mandate.term} today={today} onChange={(term) => set({ term })} />
      <div className="form-row">
        <SelectField name={`${name}-from`} label={t.termFrom} choices={STARTS} value={mandate.from ?? ANY} onChange={(from) => set({ from: from === ANY ? null : (from as NonNullable<Mandato['from']>) })} />
        <TextField name={`${name}-every`} label={t.everyMonths} narrow inputMode="numeric" value={mandate.every_months ? String(mandate.every_months) : ''} onChange={(text) => set({ every_months: numberOf(text) })} />
      </div>
      {onRemove && <div className="line"><IconButton icon="delete" label={t.removeMandate} onPress={onRemove} /></div>}
    </fieldset>
  )
}

interface PrescriptionFieldsProps {
  name: string
  prescription: Prescrizione
  onChange: (prescription: Prescrizione) => void
  onRemove?: () => void
}

export function PrescriptionFields({ name, prescription, onChange, onRemove }: PrescriptionFieldsProps) {
  const set = (part: Partial<Prescrizione>) => onChange({ ...prescription, ...part })
  return (
    <fieldset className="cases-paper">
      <legend>{t.prescriptions}</legend>
      <div className="form-row">
        <TextField name={`${name}-to`} label={t.prescriptionTo} value={prescription.to ?? ''} onChange={(to) => set({ to })} />
        <DateField name={`${name}-due`} label={t.prescriptionDue} narrow value={prescription.due ?? null} onChange={(due) => set({ due })} />
      </div>
      <TextArea name={`${name}-words`} label={t.prescriptionWords} rows={2} value={prescription.words ?? ''} onChange={(words) => set({ words })} />
      {onRemove && <div className="line"><IconButton icon="delete" label={t.removePrescription} onPress={onRemove} /></div>}
    </fieldset>
  )
}

