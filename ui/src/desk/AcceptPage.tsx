// A contact becomes a person, a referral and a case: one form, one step.
import { useState } from 'react'
import { deskAccept, deskGet, type AcceptAccesso, type AccessoPage, type CreatePerson, type Person } from '../bindings'
import { emptyForm, inputOf, ServiceSection, TeamSection, type OpenForm } from '../cases'
import { Button, ErrorSummary, Notice, notify, Page, PageHeader, PartialDateField, RadioField, Section, TextField, type FormError } from '../components'
import { it } from '../messages/it'
import { clearViewState, goBack, navigate, useAnswer, useCommand, useSession, useViewState, type Params } from '../navigation'
import { contactsOf, NOBODY, PersonPicker, personItem, Similar, useSimilar, type PersonItem } from '../people'
import { describeError } from '../platform'
import { said } from './words'

const t = it.desk

interface Taken {
  which: 'new' | 'known'
  known: PersonItem | null
  person: Person
  phone: string
  form: OpenForm
}

const SAME_PERSON = 'UTENTE'

function first(page: AccessoPage, me: string): Taken {
  const { value } = page.card
  const named = value.named ?? {}
  const [service] = value.services
  // Who speaks for herself points herself out (fonte 6).
  const source = value.interlocutor?.code === SAME_PERSON ? { code: '6', list: 'INPS-SINBA-FONTE-SEGNALAZIONE', version: '1' } : null
  return {
    which: page.person ? 'known' : 'new',
    known: page.person ? personItem(page.person) : null,
    person: { ...NOBODY, surname: named.surname ?? null, name: named.name ?? null, birth: named.birth ?? null },
    phone: named.phone ?? '',
    form: { ...emptyForm(me), service: service ?? null, referralOn: value.on ?? null, source, urgent: (value.priority ?? 1) > 2 },
  }
}

const createOf = (taken: Taken): CreatePerson => ({
  person: taken.person, addresses: [], draft: null,
  contacts: contactsOf({ person: taken.person, code: '', codeKind: 'CF', aliases: '', birthplace: null, street: '', number: '', comune: null, phone: taken.phone }),
})

/** What is sent; null while the person or the service is missing. */
function sent(page: AccessoPage, taken: Taken, today: string): AcceptAccesso | null {
  const known = taken.which === 'known' ? taken.known : { key: '', label: '' }
  const input = inputOf({ ...taken.form, person: known }, today)
  if (input === null) return null
  const fresh = taken.which === 'new'
  return { id: page.card.id, seen: page.card.seen, new_person: fresh ? createOf(taken) : null, case: { ...input, people: fresh ? [] : input.people } }
}

function faultsOf(taken: Taken): FormError[] {
  const faults: FormError[] = []
  if (taken.which === 'new' ? !taken.person.surname : !taken.known) faults.push({ name: taken.which === 'new' ? 'surname' : 'known', text: t.missingPerson })
  if (!taken.form.service) faults.push({ name: 'case-service', text: t.missingService })
  return faults
}

function WhoSection({ taken, onChange }: { taken: Taken; onChange: (taken: Taken) => void }) {
  const typed = createOf(taken)
  const similar = useSimilar({ person: typed.person, addresses: [], contacts: typed.contacts, except: null })
  const put = (part: Partial<Person>) => onChange({ ...taken, person: { ...taken.person, ...part } })
  const choices = [{ key: 'new' as const, label: t.newPerson }, { key: 'known' as const, label: t.knownPerson }]
  return (
    <Section title={t.whichPerson}>
      <RadioField name="which" label={t.whichPerson} inline choices={choices} value={taken.which} onChange={(which) => onChange({ ...taken, which })} />
      {taken.which === 'known' ? (
        <PersonPicker name="known" label={t.knownPerson} value={taken.known} onChange={(known) => onChange({ ...taken, known })} />
      ) : (
        <>
          <div className="form-row">
            <TextField name="surname" label={t.surname} required value={taken.person.surname ?? ''} onChange={(surname) => put({ surname: said(surname) })} />
            <TextField name="name" label={t.name} value={taken.person.name ?? ''} onChange={(name) => put({ name: said(name) })} />
            <PartialDateField name="birth" label={t.birth} value={taken.person.birth ?? null} onChange={(birth) => put({ birth })} />
            <TextField name="phone" label={t.phone} narrow type="tel" value={taken.phone} onChange={(phone) => onChange({ ...taken, phone })} />
          </div>
          {similar.length > 0 && <Similar typed={{ person: typed.person, addresses: [], contacts: typed.contacts, except: null }} found={similar} />}
        </>
      )}
    </Section>
  )
}

function Form({ page }: { page: AccessoPage }) {
  const { operator, today } = useSession()
  const [taken, setTaken] = useViewState<Taken>('taken', first(page, operator))
  const [faults, setFaults] = useState<FormError[]>([])
  const command = useCommand(deskAccept)
  const accept = () => {
    const found = faultsOf(taken)
    setFaults(found)
    const input = sent(page, taken, today)
    if (found.length > 0 || input === null) return
    command.mutate(input, {
      onSuccess: ({ cases }) => {
        clearViewState()
        notify('success', t.accepted)
        navigate('case', { case_id: cases[0] ?? '' }, { replace: true })
      },
    })
  }
  const part = { form: taken.form, onChange: (form: OpenForm) => setTaken({ ...taken, form }), faultOf: (name: string) => faults.find((one) => one.name === name)?.text ?? null }
  return (
    <Page>
      <PageHeader title={t.accept} subtitle={t.acceptHelp} back={{ label: it.shell.back, onPress: goBack }} />
      <form
        className="form cases-open" noValidate
        onSubmit={(event) => {
          event.preventDefault()
          accept()
        }}
      >
        {faults.length > 0 && <ErrorSummary errors={faults} />}
        {command.error ? <Notice kind="error" role="alert">{describeError(command.error)}</Notice> : null}
        <WhoSection taken={taken} onChange={setTaken} />
        <ServiceSection {...part} />
        <TeamSection {...part} />
        <div className="line">
          <Button kind="primary" type="submit" isPending={command.isPending}>{t.accept}</Button>
          <Button onPress={goBack}>{it.kit.cancel}</Button>
        </div>
      </form>
    </Page>
  )
}

export function AcceptPage({ params }: { params: Params }) {
  const id = params['accesso_id'] ?? ''
  const { data, error } = useAnswer({ key: ['desk.get', id], ask: () => deskGet({ id }), kinds: ['accesso', 'person'] })
  if (error) {
    return (
      <Page>
        <PageHeader title={t.accept} back={{ label: it.shell.back, onPress: goBack }} />
        <Notice kind="error">{describeError(error)}</Notice>
      </Page>
    )
  }
  return data ? <Form page={data} /> : null
}
