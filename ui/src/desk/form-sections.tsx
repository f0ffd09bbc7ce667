// The parts of the form: who speaks, for whom, what is needed, what was answered, and what is seldom written.
import type { Accesso, Attendance, Caller, Coded, DeskCodes, NamedPerson, Service } from '../bindings'
import { NO_PAPER, PaperFields } from '../cases'
import { Button, CheckboxField, DateField, IconButton, PartialDateField, Section, Segmented, SelectField, TextArea, TextField, TimeField } from '../components'
import { it } from '../messages/it'
import { choicesOf } from '../messages/terms'
import { errorIn, OpenSelect, PersonPicker, type PersonItem } from '../people'
import { codeName, said } from './words'

const t = it.desk

export interface PartProps {
  card: Accesso
  onChange: (card: Accesso) => void
  codes: DeskCodes | undefined
  error: unknown
}

interface ListFieldProps {
  name: string
  label: string
  codes: readonly Coded[] | undefined
  value: Coded | null | undefined
  onChange: (code: Coded | null) => void
}

function ListField({ name, label, codes = [], value, onChange }: ListFieldProps) {
  return (
    <OpenSelect
      name={name} label={label} choices={codes.map((code) => ({ key: code.code, label: codeName(code) }))} value={value?.code ?? null}
      onChange={(key) => onChange(codes.find(({ code }) => code === key) ?? null)}
    />
  )
}

const withCaller = (card: Accesso, part: Partial<Caller>): Accesso => ({ ...card, caller: { ...card.caller, ...part } })
const withNamed = (card: Accesso, part: Partial<NamedPerson>): Accesso => ({ ...card, named: { ...card.named, ...part } })

export function CallSection({ card, onChange, codes, error }: PartProps) {
  const { caller } = card
  return (
    <Section title={t.whoSpeaks}>
      <div className="form-row">
        <ListField name="mode" label={t.mode} codes={codes?.modes} value={card.mode} onChange={(mode) => onChange({ ...card, mode })} />
        <TextField name="caller-name" label={t.callerName} autoFocus value={caller?.name ?? ''} onChange={(name) => onChange(withCaller(card, { name: said(name) }))} />
        <TextField name="caller-phone" label={t.callerPhone} narrow type="tel" value={caller?.phone ?? ''} onChange={(phone) => onChange(withCaller(card, { phone: said(phone) }))} />
      </div>
      <div className="form-row">
        <ListField name="interlocutor" label={t.interlocutor} codes={codes?.interlocutors} value={card.interlocutor} onChange={(interlocutor) => onChange({ ...card, interlocutor })} />
        <TextField name="caller-relation" label={t.callerRelation} value={caller?.relation ?? ''} onChange={(relation) => onChange(withCaller(card, { relation: said(relation) }))} />
        <DateField name="on" label={t.on} narrow value={card.on ?? null} onChange={(on) => onChange({ ...card, on })} error={errorIn(error, 'on')} />
        <TimeField name="at" label={t.at} narrow value={card.at ?? null} onChange={(at) => onChange({ ...card, at })} />
      </div>
    </Section>
  )
}

export function WhomSection({ card, onChange, known, onKnown }: PartProps & { known: string; onKnown: (label: string) => void }) {
  const { named } = card
  const value = card.person ? ({ key: card.person, label: known } as PersonItem) : null
  const anonymous = card.anonymous === true
  return (
    <Section title={t.aboutWhom}>
      {!anonymous && (
        <PersonPicker
          name="person" label={t.person} hint={t.personHint} value={value}
          onChange={(person) => {
            onKnown(person?.label ?? '')
            onChange({ ...card, person: person?.key ?? null, ...(person ? { named: null } : {}) })
          }}
          onFreeText={(surname) => onChange(withNamed(card, { surname }))}
        />
      )}
      {!anonymous && !card.person && (
        <>
          <div className="form-row">
            <TextField name="surname" label={t.surname} value={named?.surname ?? ''} onChange={(surname) => onChange(withNamed(card, { surname: said(surname) }))} />
            <TextField name="name" label={t.name} value={named?.name ?? ''} onChange={(name) => onChange(withNamed(card, { name: said(name) }))} />
          </div>
          <div className="form-row">
            <PartialDateField name="birth" label={t.birth} value={named?.birth ?? null} onChange={(birth) => onChange(withNamed(card, { birth }))} />
            <TextField name="phone" label={t.phone} narrow type="tel" value={named?.phone ?? ''} onChange={(phone) => onChange(withNamed(card, { phone: said(phone) }))} />
          </div>
        </>
      )}
      <CheckboxField name="anonymous" label={t.stayAnonymous} isSelected={anonymous} onChange={(on) => onChange({ ...card, anonymous: on ? true : null, ...(on ? { person: null, named: null } : {}) })} />
    </Section>
  )
}

function AskedServices({ card, onChange }: Pick<PartProps, 'card' | 'onChange'>) {
  const choices = choicesOf(it.cases.services).filter(({ key }) => !card.services.includes(key))
  return (
    <>
      <SelectField<Service> name="services" label={t.service} value={null} choices={choices} onChange={(service) => onChange({ ...card, services: [...card.services, service] })} />
      {card.services.length > 0 && (
        <ul className="desk-chips" aria-label={t.asked}>
          {card.services.map((service) => (
            <li key={service}>
              {it.cases.serviceName(service)}
              <IconButton icon="close" small label={t.removeService(it.cases.serviceName(service))} onPress={() => onChange({ ...card, services: card.services.filter((one) => one !== service) })} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

export function NeedSection({ card, onChange, error }: PartProps) {
  return (
    <Section title={t.needTitle}>
      <TextArea name="need" label={t.need} rows={5} value={card.need ?? ''} onChange={(need) => onChange({ ...card, need: need === '' ? null : need })} error={errorIn(error, 'need')} />
      <AskedServices card={card} onChange={onChange} />
    </Section>
  )
}

export function AnswerSection({ card, onChange, codes }: PartProps) {
  const priority = String(card.priority ?? 1) as '1' | '2' | '3'
  const priorities = (['1', '2', '3'] as const).map((key) => ({ key, label: t.priorities[Number(key)] ?? key }))
  return (
    <Section title={t.outcome}>
      <TextArea name="answer" label={t.answer} rows={2} value={card.answer ?? ''} onChange={(answer) => onChange({ ...card, answer: answer === '' ? null : answer })} />
      <div className="form-row">
        <ListField name="outcome" label={t.outcome} codes={codes?.outcomes} value={card.outcome} onChange={(outcome) => onChange({ ...card, outcome })} />
        <div className="field">
          <span className="field-label">{t.priority}</span>
          <Segmented label={t.priority} choices={priorities} value={priority} onChange={(key) => onChange({ ...card, priority: Number(key) })} />
        </div>
      </div>
    </Section>
  )
}

const NOT_THERE: Attendance = { present: false, accompanied: false, informed: false }
const REFERENCES = 3

function References({ card, onChange }: Pick<PartProps, 'card' | 'onChange'>) {
  const people = card.references ?? []
  const put = (at: number, part: Partial<Caller>) => onChange({ ...card, references: people.map((one, index) => (index === at ? { ...one, ...part } : one)) })
  return (
    <>
      {people.map((one, index) => (
        <div className="form-row" key={index}>
          <TextField name={`reference-${index}`} label={t.reference(index + 1)} value={one.name ?? ''} onChange={(name) => put(index, { name: said(name) })} />
          <TextField name={`reference-relation-${index}`} label={t.callerRelation} value={one.relation ?? ''} onChange={(relation) => put(index, { relation: said(relation) })} />
          <TextField name={`reference-phone-${index}`} label={t.callerPhone} narrow type="tel" value={one.phone ?? ''} onChange={(phone) => put(index, { phone: said(phone) })} />
        </div>
      ))}
      {people.length < REFERENCES && <div><Button small icon="plus" onPress={() => onChange({ ...card, references: [...people, {}] })}>{`${t.references}: ${t.addReference.toLowerCase()}`}</Button></div>}
    </>
  )
}

/** What a call seldom has: it stays folded. */
export function MoreSection({ card, onChange, codes }: PartProps) {
  const there = card.attendance ?? NOT_THERE
  const flag = (key: keyof Attendance, label: string) => <CheckboxField name={key} label={label} isSelected={there[key]} onChange={(on) => onChange({ ...card, attendance: { ...there, [key]: on } })} />
  return (
    <details>
      <summary>{t.more_data}</summary>
      <div className="form-row">
        <ListField name="reason" label={t.reason} codes={codes?.reasons} value={card.reason} onChange={(reason) => onChange({ ...card, reason })} />
        <TextField name="sent-by" label={t.sentBy} value={card.sent_by ?? ''} onChange={(text) => onChange({ ...card, sent_by: said(text) })} />
        <TextField name="point" label={t.point} value={card.point ?? ''} onChange={(point) => onChange({ ...card, point: said(point) })} />
      </div>
      <div className="line">{flag('present', t.present)}{flag('accompanied', t.accompanied)}{flag('informed', t.informed)}</div>
      <References card={card} onChange={onChange} />
      <fieldset className="cases-paper">
        <legend>{t.privacy}</legend>
        <PaperFields name="privacy" value={card.privacy_notice ?? NO_PAPER} onChange={(privacy_notice) => onChange({ ...card, privacy_notice })} />
      </fieldset>
    </details>
  )
}
