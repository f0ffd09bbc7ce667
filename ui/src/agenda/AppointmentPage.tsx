// An appointment, new or planned: when, what, where, with whom, about which files.
import { useState } from 'react'
import { agendaCreate, agendaEdit, agendaGet, type AppointmentInput, type AppointmentView } from '../bindings'
import { Button, DateField, Notice, notify, Page, PageHeader, SelectField, TextArea, TextField, TimeField } from '../components'
import { FilePicker, KIND_CHOICES, nameOf, ParticipantsField, PLACE_CHOICES } from '../diary'
import { it } from '../messages/it'
import { clearViewState, goBack, useAnswer, useCommand, useSession, useShortcut, useViewState, type Params } from '../navigation'
import { describeError, fieldOf } from '../platform'

const t = it.agenda

const blank = (on: string, case_id: string | undefined): AppointmentInput => ({
  slot: { on, starts: null, ends: null },
  kind: 'COLLOQUIO',
  what: null,
  place: null,
  participants: [],
  cases: case_id ? [case_id] : [],
  operators: [],
  note: null,
})

const valuesOf = ({ appointment }: AppointmentView): AppointmentInput => ({
  slot: appointment.slot,
  kind: appointment.kind,
  what: appointment.what,
  place: appointment.place,
  participants: appointment.participants,
  cases: [...appointment.cases],
  operators: [...appointment.operators],
  note: appointment.note,
})

interface FormProps {
  id: string | null
  initial: AppointmentInput
  known: AppointmentView['names']
  planned: boolean
}

function Cases({ value, names, onChange }: { value: AppointmentInput; names: AppointmentView['names']; onChange: (cases: string[], label?: { id: string; name: string }) => void }) {
  return (
    <div className="agenda-cases">
      {value.cases.map((one) => (
        <span key={one} className="diary-chip">
          {nameOf(names, one)}
          <Button kind="quiet" small icon="close" aria-label={t.fields.remove(nameOf(names, one))} onPress={() => onChange(value.cases.filter((each) => each !== one))} />
        </span>
      ))}
      <FilePicker name="case" label={value.cases.length > 0 ? t.fields.caseAdd : t.fields.case} onPick={(id, name) => !value.cases.includes(id) && onChange([...value.cases, id], { id, name })} />
    </div>
  )
}

function useSaving(id: string | null, value: AppointmentInput) {
  const create = useCommand(agendaCreate)
  const edit = useCommand(agendaEdit)
  const done = {
    onSuccess: () => {
      clearViewState()
      notify('success', t.saved)
      goBack()
    },
  }
  const save = () => (id ? edit.mutate({ id, values: value }, done) : create.mutate(value, done))
  return { save, error: create.error ?? edit.error, isPending: create.isPending || edit.isPending }
}

function Form({ id, initial, known, planned }: FormProps) {
  const [value, setValue] = useViewState('appointment', initial)
  const [found, setFound] = useState(known)
  const change = (one: Partial<AppointmentInput>) => setValue((now) => ({ ...now, ...one }))
  const { save, error, isPending } = useSaving(id, value)
  useShortcut('Ctrl+Invio', t.save, save, planned)
  const errorOf = (name: string) => (error && fieldOf(error) === name ? describeError(error) : null)
  return (
    <>
      {error && !fieldOf(error) ? <Notice kind="error">{describeError(error)}</Notice> : null}
      <div className="form">
        <div className="form-row">
          <SelectField name="kind" label={t.fields.kind} choices={KIND_CHOICES} value={value.kind} onChange={(kind) => change({ kind })} />
          <DateField name="on" label={t.fields.on} narrow required value={value.slot.on} onChange={(on) => on && change({ slot: { ...value.slot, on } })} />
          <TimeField name="starts" label={t.fields.starts} narrow value={value.slot.starts} onChange={(starts) => change({ slot: { ...value.slot, starts } })} />
          <TimeField name="ends" label={t.fields.ends} narrow value={value.slot.ends} error={errorOf('ends')} onChange={(ends) => change({ slot: { ...value.slot, ends } })} />
          <SelectField
            name="place" label={t.fields.place} narrow choices={PLACE_CHOICES} value={value.place?.kind ?? 'none'}
            onChange={(kind) => change({ place: kind === 'none' ? null : { kind, detail: value.place?.detail ?? null } })}
          />
        </div>
        <TextField name="what" label={t.fields.what} value={value.what ?? ''} onChange={(what) => change({ what: what || null })} />
        <Cases
          value={value} names={found}
          onChange={(cases, label) => {
            if (label) setFound((before) => ({ ...before, [label.id]: { name: label.name, service: null } }))
            change({ cases })
          }}
        />
        <ParticipantsField value={value.participants} names={found} onChange={(participants) => change({ participants })} />
        <TextArea name="note" label={t.fields.note} value={value.note ?? ''} rows={2} onChange={(note) => change({ note: note || null })} />
        {planned && (
          <div className="form-actions">
            <Button kind="primary" keys="Ctrl+Invio" isPending={isPending} onPress={save}>
              {t.save}
            </Button>
            <Button onPress={goBack}>{it.kit.cancel}</Button>
          </div>
        )}
      </div>
    </>
  )
}

export function AppointmentPage({ params }: { params: Params }) {
  const session = useSession()
  const id = params['appointment_id'] ?? null
  const { data, error } = useAnswer({ key: ['agenda.get', id], ask: () => agendaGet({ id: id ?? '' }), kinds: ['appointment'], enabled: id !== null })
  return (
    <Page>
      <PageHeader title={id ? t.edit : t.new} back={{ label: it.shell.back, onPress: goBack }} />
      {error ? <Notice kind="error">{describeError(error)}</Notice> : null}
      {id === null && <Form id={null} initial={blank(params['on'] ?? session.today, params['case_id'])} known={{}} planned />}
      {data && <Form key={data.id} id={data.id} initial={valuesOf(data)} known={data.names} planned={data.appointment.state.type === 'planned'} />}
    </Page>
  )
}
