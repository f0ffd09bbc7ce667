// Recapiti: where she lives, how she is reached, and which of it is hidden.
import { peopleSaveAddress, peopleSaveContact, type AddressView, type ContactView, type PersonDetails } from '../../bindings'
import { Badge, Button, Notice, Section } from '../../components'
import { it } from '../../messages/it'
import { addressText, nameOf, periodText, placeText } from '../words'
import { AddressDialog, type AddressForm } from './AddressDialog'
import { ContactDialog, type ContactForm } from './ContactDialog'
import { useEditing } from './editing'
import { ItemList, type Item } from './ItemList'
import { removeAction, RemoveDialog, useRemoving } from './removing'

const t = it.people

interface ContactsProps {
  person: string
  details: PersonDetails
}

const noteOf = (parts: (string | null | undefined)[]) => parts.filter(Boolean).join(' · ')
const Protected = () => <Badge tone="warning" icon="locked">{t.protected}</Badge>

const addressForm = (view: AddressView, details: PersonDetails): AddressForm => {
  const { location } = view.record.value
  const place = location.place ? details.places[location.place] : null
  return { id: view.record.id, seen: view.record.seen, address: view.record.value, place: location.place ? { key: location.place, label: placeText(place) || location.place } : null, protected: view.protected }
}

const contactForm = (view: ContactView): ContactForm => ({ id: view.record.id, seen: view.record.seen, contact: view.record.value, protected: view.protected })

export function ContactsSection({ person, details }: ContactsProps) {
  const removing = useRemoving(person, 'contacts')
  const address = useEditing('address', peopleSaveAddress, (form: AddressForm) => ({
    id: form.id,
    seen: form.seen,
    protected: form.protected,
    address: { ...form.address, location: { ...form.address.location, place: form.place?.key ?? null } },
  }))
  const contact = useEditing('contact', peopleSaveContact, (form: ContactForm) => form)
  const { writable } = details
  const actionsOf = (id: string, name: string) => (writable ? [removeAction(removing, id, name)] : [])
  const addresses = details.addresses.map((view): Item => {
    const name = addressText(view.record.value, details.places)
    return {
      key: view.record.id, name, main: name, label: view.record.value.kind ? t.addressKinds[view.record.value.kind] : t.address,
      note: noteOf([periodText(view.record.value.period), view.record.value.note]), past: !view.current, clashes: view.record.clashes, badges: view.protected && <Protected />,
      onEdit: writable ? () => address.open(addressForm(view, details)) : undefined, actions: actionsOf(view.record.id, name),
    }
  })
  const contacts = details.contacts.map((view): Item => {
    const { value, kind, whose, period, note } = view.record.value
    const owner = view.whose ? nameOf(view.whose) : whose.words
    return {
      key: view.record.id, name: value, main: value, label: kind ? t.contactKinds[kind] : t.contact, note: noteOf([owner ? t.whoseIs(owner) : '', periodText(period), note]),
      past: !view.current, clashes: view.record.clashes, badges: view.protected && <Protected />, onEdit: writable ? () => contact.open(contactForm(view)) : undefined, actions: actionsOf(view.record.id, value),
    }
  })
  const add = writable && (
    <>
      <Button small icon="plus" onPress={() => address.open({ id: null, seen: [], protected: false, place: null, address: { person, kind: details.addresses.length > 0 ? 'DOMICILIO' : 'RESIDENZA', location: { homeless: false }, period: {} } })}>
        {t.addAddress}
      </Button>
      <Button small icon="plus" onPress={() => contact.open({ id: null, seen: [], protected: false, contact: { person, kind: 'CELLULARE', value: '', whose: {}, period: {} } })}>
        {t.addContact}
      </Button>
    </>
  )
  return (
    <Section title={t.contacts} actions={add}>
      {details.protected_hidden && <Notice kind="info">{t.protectedHidden}</Notice>}
      <ItemList label={t.contacts} items={[...addresses, ...contacts]} empty={t.noContacts} />
      <AddressDialog editing={address} mayProtect={details.protected_writable} />
      <ContactDialog editing={contact} mayProtect={details.protected_writable} />
      <RemoveDialog removing={removing} />
    </Section>
  )
}

