// One contact with the desk: what was said, where it stands, and what may be done.
import { deskGet, deskPrinted, deskTakeStep, type AccessoPage, type Coded, type DeskStep } from '../bindings'
import { CodeField } from '../cases'
import { Badge, Button, Facts, Notice, notify, Page, PageHeader, Section, TextField, TwoVersions } from '../components'
import { showDate } from '../dates/civil'
import { showPartial } from '../dates/partial'
import { it } from '../messages/it'
import { goBack, navigate, type Params, useAnswer, useCommand, useDialogState } from '../navigation'
import { errorIn, FormDialog } from '../people'
import { describeError } from '../platform'
import { PrintButton } from '../print'
import { codeName, said, stateTone, useDeskCodes, whoText } from './words'

const t = it.desk

function useStep({ card }: AccessoPage, onDone: () => void) {
  const command = useCommand(deskTakeStep)
  const take = (step: DeskStep) =>
    command.mutate(
      { id: card.id, step, seen: card.seen },
      {
        onSuccess: () => {
          notify('success', t.done)
          onDone()
        },
      },
    )
  return { ...command, take }
}

function RefuseDialog({ page, onClose }: { page: AccessoPage; onClose: () => void }) {
  const codes = useDeskCodes()
  const [reason, setReason] = useDialogState<Coded | null>('card.reason', null)
  const [note, setNote] = useDialogState('card.note', '')
  const step = useStep(page, onClose)
  return (
    <FormDialog title={t.refuse} isOpen onClose={onClose} isPending={step.isPending} error={step.error} saveText={t.refuse} onSave={() => step.take({ step: 'refuse', reason, note: said(note) })}>
      <CodeField name="reason" label={it.cases.reason} required codes={codes?.decline_reasons ?? []} value={reason} onChange={setReason} error={errorIn(step.error, 'reason')} />
      <TextField name="note" label={t.refuseNote} value={note} onChange={setNote} />
    </FormDialog>
  )
}

function SendDialog({ page, onClose }: { page: AccessoPage; onClose: () => void }) {
  const [to, setTo] = useDialogState('card.to', '')
  const step = useStep(page, onClose)
  return (
    <FormDialog title={t.send} isOpen onClose={onClose} isPending={step.isPending} error={step.error} saveText={t.send} onSave={() => step.take({ step: 'send', to: said(to) })}>
      <TextField name="to" label={t.sendTo} required value={to} onChange={setTo} error={errorIn(step.error, 'to')} />
    </FormDialog>
  )
}

function stateFacts({ card, names }: AccessoPage) {
  const { state } = card.value
  if (state.is === 'creata') return []
  const who = { label: t.states[state.is], value: t.since(showDate(state.on), names[state.by]?.name ?? '') }
  if (state.is === 'respinta') return [who, { label: it.cases.reason, value: codeName(state.reason) }, { label: t.refuseNote, value: state.note }]
  return state.is === 'inviata_ad_altro' ? [who, { label: t.sendTo, value: state.to }] : [who]
}

const callerText = (caller: { name?: string | null; relation?: string | null; phone?: string | null } | null | undefined) => [caller?.name, caller?.relation && `(${caller.relation})`, caller?.phone].filter(Boolean).join(' ')

function Said({ page }: { page: AccessoPage }) {
  const { value } = page.card
  const birth = page.person?.birth ?? value.named?.birth
  const there = value.attendance
  return (
    <Section title={t.saidTitle}>
      <Facts
        facts={[
          { label: t.when, value: [showDate(value.on), value.at].filter(Boolean).join(', ') },
          { label: t.mode, value: codeName(value.mode) },
          { label: t.caller, value: [callerText(value.caller), codeName(value.interlocutor)].filter(Boolean).join(' · ') },
          { label: t.reason, value: [codeName(value.reason), value.sent_by].filter(Boolean).join(' · ') },
          { label: t.birth, value: birth ? showPartial(birth) : '' },
          { label: t.phone, value: value.named?.phone },
          { label: t.asked, value: value.services.map((service) => it.cases.serviceName(service)).join(', ') },
          { label: t.need, value: value.need && <p className="desk-text">{value.need}</p> },
          { label: t.answer, value: value.answer && <p className="desk-text">{value.answer}</p> },
          { label: t.outcome, value: codeName(value.outcome) },
          { label: t.attendance, value: there && [there.present && t.present, there.accompanied && t.accompanied, there.informed && t.informed].filter(Boolean).join(' · ') },
          { label: t.references, value: (value.references ?? []).map(callerText).join('; ') },
          { label: t.point, value: value.point },
          { label: t.privacy, value: value.privacy_notice && it.cases.paperShown(showDate(value.privacy_notice.on), value.privacy_notice.protocol ?? '') },
          { label: t.operator, value: value.operator && page.names[value.operator]?.name },
        ]}
      />
    </Section>
  )
}

function Standing({ page, onSend, onRefuse }: { page: AccessoPage; onSend: () => void; onRefuse: () => void }) {
  const step = useStep(page, () => undefined)
  const { card, cases, days, may_accept, may_decide } = page
  const { is } = card.value.state
  const ended = is === 'respinta' || is === 'inviata_ad_altro'
  return (
    <Section title={t.state}>
      <div className="desk-standing">
        {step.error ? <Notice kind="error" role="alert">{describeError(step.error)}</Notice> : null}
        <Facts facts={[{ label: t.waits, value: days === null ? '' : t.days(days) }, ...stateFacts(page)]} />
        {cases.map((one) => (
          <div key={one.case}>
            {one.service ? <Button kind="link" icon="folder" onPress={() => navigate('case', { case_id: one.case })}>{`${t.goToCase}: ${it.cases.serviceName(one.service)}`}</Button> : t.becameCase}
          </div>
        ))}
        <div className="line">
          {may_accept && <Button kind="primary" icon="folder" onPress={() => navigate('desk.accept', { accesso_id: card.id })}>{t.acceptShort}</Button>}
          {may_accept && is === 'creata' && <Button icon="check" isPending={step.isPending} onPress={() => step.take({ step: 'see' })}>{t.see}</Button>}
          {may_accept && <Button onPress={onSend}>{t.send}</Button>}
          {may_accept && <Button onPress={onRefuse}>{t.refuse}</Button>}
          {may_decide && ended && <Button icon="refresh" isPending={step.isPending} onPress={() => step.take({ step: 'resume' })}>{t.resume}</Button>}
        </div>
      </div>
    </Section>
  )
}

function Shown({ page }: { page: AccessoPage }) {
  const [dialog, setDialog] = useDialogState<'send' | 'refuse' | null>('step', null)
  const { card, label, person } = page
  const { value } = card
  const close = () => setDialog(null)
  const priority = value.priority ?? 1
  return (
    <Page>
      <PageHeader
        title={whoText(label, value.anonymous === true)} subtitle={t.accesso} back={{ label: t.title, onPress: goBack }}
        badges={
          <>
            <Badge tone={stateTone(value.state.is)}>{t.states[value.state.is]}</Badge>
            {priority > 1 && <Badge tone={priority > 2 ? 'danger' : 'warning'} icon="flag">{t.priorities[priority]}</Badge>}
            <TwoVersions of={card.clashes} />
          </>
        }
        actions={
          <>
            {person?.name && <Button icon="user" onPress={() => navigate('person', { person_id: person.id })}>{it.cases.openPerson}</Button>}
            <PrintButton note={() => deskPrinted({ id: card.id })} />
            {page.may_edit && <Button icon="pencil" onPress={() => navigate('desk.edit', { accesso_id: card.id })}>{t.edit}</Button>}
          </>
        }
      />
      <Standing page={page} onSend={() => setDialog('send')} onRefuse={() => setDialog('refuse')} />
      <Said page={page} />
      {dialog === 'send' && <SendDialog page={page} onClose={close} />}
      {dialog === 'refuse' && <RefuseDialog page={page} onClose={close} />}
    </Page>
  )
}

export function CardPage({ params }: { params: Params }) {
  const id = params['accesso_id'] ?? ''
  const { data, error } = useAnswer({ key: ['desk.get', id], ask: () => deskGet({ id }), kinds: ['accesso', 'person', 'operator'] })
  if (error) {
    return (
      <Page>
        <PageHeader title={t.accesso} back={{ label: t.title, onPress: goBack }} />
        <Notice kind="error">{describeError(error)}</Notice>
      </Page>
    )
  }
  return data ? <Shown page={data} /> : null
}
