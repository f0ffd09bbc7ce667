// An address: kind, place, days, and whether it is hidden.
import type { Address, SaveAddress } from '../../bindings'
import { CheckboxField, RadioField, TextArea, TextField, type ComboItem } from '../../components'
import { it } from '../../messages/it'
import { PeriodFields, PlaceField } from '../fields'
import { choicesOf, textOrNull } from '../words'
import type { Editing } from './editing'
import { errorIn, FormDialog } from './FormDialog'

const t = it.people

export interface AddressForm extends SaveAddress {
  place: ComboItem | null
}

export function AddressDialog({ editing, mayProtect }: { editing: Editing<AddressForm>; mayProtect: boolean }) {
  const { value, change, close, save, isPending, error } = editing
  const set = (part: Partial<Address>) => value && change({ address: { ...value.address, ...part } })
  const where = (part: Partial<Address['location']>) => value && set({ location: { ...value.address.location, ...part } })
  const address = value?.address
  return (
    <FormDialog title={t.address} isOpen={value !== null} onClose={close} onSave={save} isPending={isPending} error={error}>
      {value && address && (
        <>
          <RadioField name="address-kind" label={t.addressKind} inline choices={choicesOf(t.addressKinds)} value={address.kind ?? null} onChange={(kind) => set({ kind })} />
          <CheckboxField name="homeless" label={t.homeless} isSelected={address.location.homeless} onChange={(homeless) => where({ homeless })} />
          <PlaceField name="place" label={t.comune} hint={t.comuneHint} value={value.place} onChange={(place) => change({ place })} autoFocus />
          <div className="form-row">
            <TextField name="location" label={t.street} value={address.location.street ?? ''} error={errorIn(error, 'location')} onChange={(street) => where({ street: textOrNull(street) })} />
            <TextField name="number" label={t.number} narrow value={address.location.number ?? ''} onChange={(number) => where({ number: textOrNull(number) })} />
            <TextField name="postal-code" label={t.postalCode} narrow inputMode="numeric" value={address.location.postal_code ?? ''} onChange={(code) => where({ postal_code: textOrNull(code) })} />
          </div>
          <div className="form-row">
            <TextField name="town" label={t.town} optional value={address.location.town ?? ''} onChange={(town) => where({ town: textOrNull(town) })} />
            <TextField name="care-of" label={t.careOf} optional value={address.location.care_of ?? ''} onChange={(who) => where({ care_of: textOrNull(who) })} />
          </div>
          <PeriodFields value={address.period} error={errorIn(error, 'period')} onChange={(period) => set({ period })} />
          {mayProtect && <CheckboxField name="protected" label={t.protected} hint={t.protectedHint} isSelected={value.protected} onChange={(hidden) => change({ protected: hidden })} />}
          <TextArea name="address-note" label={t.note} optional rows={2} value={address.note ?? ''} onChange={(note) => set({ note: textOrNull(note) })} />
        </>
      )}
    </FormDialog>
  )
}
