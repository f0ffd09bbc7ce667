// A phone or mail address: kind, value, whose it is, days, and whether it is hidden.
import type { Contact, SaveContact } from '../../bindings'
import { CheckboxField, RadioField, TextField } from '../../components'
import { it } from '../../messages/it'
import { PeriodFields } from '../fields'
import { choicesOf, textOrNull } from '../words'
import type { Editing } from './editing'
import { errorIn, FormDialog } from './FormDialog'

const t = it.people

export type ContactForm = SaveContact

export function ContactDialog({ editing, mayProtect }: { editing: Editing<ContactForm>; mayProtect: boolean }) {
  const { value, change, close, save, isPending, error } = editing
  const set = (part: Partial<Contact>) => value && change({ contact: { ...value.contact, ...part } })
  const contact = value?.contact
  return (
    <FormDialog title={t.contact} isOpen={value !== null} onClose={close} onSave={save} isPending={isPending} error={error}>
      {value && contact && (
        <>
          <RadioField name="contact-kind" label={t.contactKind} inline choices={choicesOf(t.contactKinds)} value={contact.kind ?? null} onChange={(kind) => set({ kind })} />
          <TextField name="value" label={t.value} required autoFocus value={contact.value} error={errorIn(error, 'value')} onChange={(typed) => set({ value: typed })} />
          <TextField
            name="whose" label={t.whose} hint={t.whoseHint} optional value={contact.whose.words ?? ''}
            onChange={(words) => set({ whose: { ...(contact.whose.person ? { person: contact.whose.person } : {}), ...(words ? { words } : {}) } })}
          />
          <PeriodFields value={contact.period} error={errorIn(error, 'period')} onChange={(period) => set({ period })} />
          {mayProtect && <CheckboxField name="protected" label={t.protected} hint={t.protectedHint} isSelected={value.protected} onChange={(hidden) => change({ protected: hidden })} />}
          <TextField name="contact-note" label={t.note} optional value={contact.note ?? ''} onChange={(note) => set({ note: textOrNull(note) })} />
        </>
      )}
    </FormDialog>
  )
}
