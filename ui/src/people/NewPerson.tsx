// A new person: the surname is enough. Who might already be there stands beside.
import { peopleCheck, peopleCreate, type SuggestDuplicates } from '../bindings'
import { Button, ErrorSummary, Notice, notify, Page, PageHeader, Section, TextField } from '../components'
import { it } from '../messages/it'
import { clearViewState, goBack, navigate, useAnswer, useCommand, useShortcut, useViewState, type Params } from '../navigation'
import { describeError, fieldOf, toIpcError } from '../platform'
import { CodeField } from './CodeField'
import { PlaceField } from './fields'
import { addressesOf, blankDraft, contactsOf, personOf, withDecoded, type PersonDraft } from './form'
import { BirthFields, MoreFields, NameFields, type IdentityProps } from './IdentityFields'
import { Similar, useSimilar } from './Similar'
import { useSettled } from './settled'

const t = it.people

/** What does not fit together in what is typed, and the code that follows from it. */
export function useChecked(draft: PersonDraft) {
  const person = useSettled(personOf(draft))
  const { data } = useAnswer({ key: ['people.check', person], ask: () => peopleCheck({ person }), kinds: [], keepLast: true })
  return data ?? { findings: [], computed: null }
}

export function Computed({ draft, computed, onUse }: { draft: PersonDraft; computed: string | null; onUse: (code: string) => void }) {
  const known = draft.code !== '' || draft.person.identifiers.some(({ kind }) => kind === 'CF')
  if (!computed || known) return null
  return (
    <div className="people-says">
      <span>{t.computed(computed)}</span>
      <Button small onPress={() => onUse(computed)}>
        {t.useComputed}
      </Button>
    </div>
  )
}

function WhereFields({ draft, onChange }: Pick<IdentityProps, 'draft' | 'onChange'>) {
  return (
    <>
      <div className="form-row">
        <TextField name="phone" label={t.phone} type="tel" value={draft.phone} onChange={(phone) => onChange({ ...draft, phone })} />
        <PlaceField name="comune" label={t.comune} value={draft.comune} onChange={(comune) => onChange({ ...draft, comune })} />
      </div>
      <div className="form-row">
        <TextField name="street" label={t.street} value={draft.street} onChange={(street) => onChange({ ...draft, street })} />
        <TextField name="number" label={t.number} narrow value={draft.number} onChange={(number) => onChange({ ...draft, number })} />
      </div>
    </>
  )
}

function Refused({ error }: { error: unknown }) {
  if (!error) return null
  const field = fieldOf(error)
  const person = toIpcError(error).params['person']
  if (typeof person === 'string') {
    return (
      <Notice kind="error" role="alert" actions={<Button onPress={() => navigate('person', { person_id: person })}>{t.openOther}</Button>}>
        {describeError(error)}
      </Notice>
    )
  }
  return field ? <ErrorSummary errors={[{ name: field, text: describeError(error) }]} /> : <Notice kind="error" role="alert">{describeError(error)}</Notice>
}

export function NewPerson({ params }: { params: Params }) {
  const [draft, setDraft] = useViewState<PersonDraft>('person', { ...blankDraft(), person: { ...blankDraft().person, surname: params['surname'] ?? null } })
  const { findings, computed } = useChecked(draft)
  const typed: SuggestDuplicates = { person: personOf(draft), addresses: addressesOf(draft), contacts: contactsOf(draft), except: null }
  const similar = useSimilar(typed)
  const create = useCommand(peopleCreate)
  const save = () =>
    create.mutate(
      { person: typed.person, addresses: typed.addresses, contacts: typed.contacts, draft: null },
      {
        onSuccess: ({ id }) => {
          clearViewState()
          notify('success', t.created([draft.person.surname, draft.person.name].filter(Boolean).join(' ') || draft.aliases))
          navigate('person', { person_id: id }, { replace: true })
        },
      },
    )
  useShortcut('Ctrl+Invio', t.create, save)
  const errorOf = (field: string) => (create.error && fieldOf(create.error) === field ? describeError(create.error) : null)
  const identity = { draft, onChange: setDraft, findings, errorOf }
  return (
    <Page>
      <PageHeader title={t.newPerson} back={{ label: it.shell.back, onPress: goBack }} />
      <Refused error={create.error} />
      <div className="people-beside">
        <Section title={t.identity}>
          <div className="form">
            <NameFields {...identity} autoFocus />
            <CodeField
              name="identifiers" value={draft.code} error={errorOf('identifiers')} onChange={(code) => setDraft({ ...draft, code })}
              onKind={(codeKind) => setDraft((now) => ({ ...now, codeKind }))} onUse={(read, earlier) => setDraft(withDecoded(draft, read, earlier))}
            />
            <BirthFields {...identity} />
            <Computed draft={draft} computed={computed} onUse={(code) => setDraft({ ...draft, code })} />
            <WhereFields draft={draft} onChange={setDraft} />
            <MoreFields {...identity} open={draft.aliases !== ''} />
            <div className="form-actions">
              <Button kind="primary" keys="Ctrl+Invio" isPending={create.isPending} onPress={save}>
                {t.create}
              </Button>
              <Button onPress={goBack}>{it.kit.cancel}</Button>
            </div>
          </div>
        </Section>
        <Similar typed={typed} found={similar} />
      </div>
    </Page>
  )
}
