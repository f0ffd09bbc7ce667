// A member of staff: name and qualifica are enough; the rest when it is known.
import { placesNames, staffAdd, staffChange, type OperatorCard, type OperatorForm } from '../bindings'
import { CheckboxList, DateField, SelectField, TextField, type ComboItem } from '../components'
import { it } from '../messages/it'
import { choicesOf, ROLES, SERVICES } from '../messages/terms'
import { useAnswer } from '../navigation'
import { errorIn, FormDialog, PlaceField, placeText, textOrNull, useEditing, type Editing } from '../people'

const t = it.staff

export interface Editable {
  id: string | null
  seen: string[]
  form: OperatorForm
  /** The comune as chosen here; while it is not touched the card's own code stands. */
  comune: ComboItem | null
}

export const blankOperator: Editable = { id: null, seen: [], form: {}, comune: null }
export const operatorForm = ({ id, seen, form }: OperatorCard): Editable => ({ id, seen, form, comune: null })

const save = ({ id, seen, form }: Editable): Promise<OperatorCard> => (id ? staffChange({ id, seen, form }) : staffAdd(form))

export const useOperatorEditing = () => useEditing('operator', save, (form: Editable) => form, t.saved)

/** What is typed as a percentage of a working time; nothing where it is no number. */
const percentOf = (typed: string): number | null => (/\d/.test(typed) ? Math.min(100, Number(typed.replace(/\D/g, ''))) : null)

const SERVICE_CHOICES = choicesOf(SERVICES).map(({ key, label }) => ({ key, label: `${key} · ${label}` }))

function Comune({ value, change }: { value: Editable; change: Editing<Editable>['change'] }) {
  const code = value.form.comune ?? ''
  const { data } = useAnswer({ key: ['places.names', [code]], ask: () => placesNames({ codes: [code] }), kinds: [], enabled: code !== '' && value.comune === null })
  const known = code === '' ? null : (value.comune ?? { key: code, label: placeText(data?.[code]) || code })
  return (
    <PlaceField name="comune" label={t.comune} hint={t.comuneHint} value={known} onChange={(comune) => change({ comune, form: { ...value.form, comune: comune?.key ?? null } })} />
  )
}

export function OperatorDialog({ editing }: { editing: Editing<Editable> }) {
  const { value, change, close, save: send, isPending, error } = editing
  const set = (part: Partial<OperatorForm>) => value && change({ form: { ...value.form, ...part } })
  const form = value?.form ?? {}
  const roles = [form.qualifica, ...(form.further_roles ?? [])]
  const coordinates = roles.includes('COORDINATORE') || (form.coordinates ?? []).length > 0
  return (
    <FormDialog
      title={value?.id ? t.edit([form.surname, form.name].filter(Boolean).join(' ')) : t.add} size="large" isOpen={value !== null} onClose={close} onSave={send} isPending={isPending} error={error}
    >
      {value && (
        <>
          <div className="form-row">
            <TextField name="surname" label={t.surname} required autoFocus value={form.surname ?? ''} onChange={(surname) => set({ surname: textOrNull(surname) })} error={errorIn(error, 'surname')} />
            <TextField name="name" label={t.name} value={form.name ?? ''} onChange={(name) => set({ name: textOrNull(name) })} />
          </div>
          <SelectField name="qualifica" label={t.qualifica} hint={t.qualificaHint} required choices={choicesOf(ROLES)} value={form.qualifica ?? null} onChange={(qualifica) => set({ qualifica })} error={errorIn(error, 'qualifica')} />
          <CheckboxList
            name="further" label={t.furtherRoles} hint={t.furtherRolesHint} inline choices={choicesOf(ROLES).filter(({ key }) => key !== form.qualifica)} value={form.further_roles ?? []}
            onChange={(further_roles) => set({ further_roles })}
          />
          <CheckboxList name="services" label={t.services} inline choices={SERVICE_CHOICES} value={form.services ?? []} onChange={(services) => set({ services })} />
          {coordinates && <CheckboxList name="coordinates" label={t.coordinates} inline choices={SERVICE_CHOICES} value={form.coordinates ?? []} onChange={(chosen) => set({ coordinates: chosen })} />}
          <Comune value={value} change={change} />
          <TextField name="employer" label={t.employer} hint={t.employerHint} value={form.employer ?? ''} onChange={(employer) => set({ employer: textOrNull(employer) })} />
          <div className="form-row">
            <TextField name="fte" label={t.fte} hint={t.fteHint} narrow value={form.fte === null || form.fte === undefined ? '' : String(form.fte)} onChange={(typed) => set({ fte: percentOf(typed) })} />
            <DateField name="from" label={t.from} narrow value={form.from ?? null} onChange={(from) => set({ from })} />
            <DateField name="to" label={t.to} hint={t.toHint} narrow value={form.to ?? null} onChange={(to) => set({ to })} error={errorIn(error, 'to')} />
          </div>
        </>
      )}
    </FormDialog>
  )
}
