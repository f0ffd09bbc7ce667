// A plesso: added in one line (the name), completed when there is time.
import { schoolsSaveSchool, type SaveSchool, type School } from '../bindings'
import { CheckboxField, TextField, type ComboItem } from '../components'
import { it } from '../messages/it'
import { errorIn, FormDialog, OpenSelect, PlaceField, textOrNull, useEditing, type Editing } from '../people'
import { choicesOf } from '../messages/terms'

const t = it.schools

export interface SchoolForm {
  id: string | null
  seen: string[]
  school: School
  place: ComboItem | null
}

export const blankSchool: SchoolForm = { id: null, seen: [], school: {}, place: null }

export const useSchoolEditing = () =>
  useEditing('school', schoolsSaveSchool, ({ id, seen, school, place }: SchoolForm): SaveSchool => ({ id, seen, school: { ...school, place: place?.key ?? null } }))

export function SchoolDialog({ editing }: { editing: Editing<SchoolForm> }) {
  const { value, change, close, save, isPending, error } = editing
  const set = (part: Partial<School>) => value && change({ school: { ...value.school, ...part } })
  return (
    <FormDialog title={value?.id ? t.edit : t.add} isOpen={value !== null} onClose={close} onSave={save} isPending={isPending} error={error}>
      {value && (
        <>
          <TextField name="name" label={t.name} required autoFocus value={value.school.name ?? ''} onChange={(name) => set({ name: textOrNull(name) })} error={errorIn(error, 'name')} />
          <TextField name="institute" label={t.institute} value={value.school.institute ?? ''} onChange={(institute) => set({ institute: textOrNull(institute) })} />
          <div className="form-row">
            <TextField name="code" label={t.code} hint={t.codeHint} mono value={value.school.code ?? ''} onChange={(code) => set({ code: textOrNull(code) })} error={errorIn(error, 'code')} />
            <OpenSelect name="order" label={t.order} choices={choicesOf(it.people.orders)} value={value.school.order} onChange={(order) => set({ order })} />
          </div>
          <PlaceField name="place" label={t.comune} value={value.place} onChange={(place) => change({ place })} />
          <div className="form-row">
            <TextField name="address" label={t.address} value={value.school.address ?? ''} onChange={(address) => set({ address: textOrNull(address) })} />
            <TextField name="phone" label={t.phone} narrow type="tel" value={value.school.phone ?? ''} onChange={(phone) => set({ phone: textOrNull(phone) })} />
          </div>
          <CheckboxField name="paritaria" label={t.paritaria} isSelected={value.school.state_run === false} onChange={(is) => set({ state_run: is ? false : null })} />
          {value.id && <CheckboxField name="closed" label={t.closed} hint={t.closedHint} isSelected={value.school.closed === true} onChange={(is) => set({ closed: is ? true : null })} />}
        </>
      )}
    </FormDialog>
  )
}
