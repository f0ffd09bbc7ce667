// "Tenuto per lei": what colleagues wrote in a case after it had changed hands. Who follows it now reads it, takes it over or
// closes it with a reason; its author is told which.
import { useState, type FormEvent } from 'react'
import { officeHeld, officeSettleHeld, type HeldView } from '../bindings'
import { Button, Dialog, Notice, notify, Section, TextArea } from '../components'
import { showInstant } from '../dates/civil'
import { it } from '../messages/it'
import { useAnswer, useCommand } from '../navigation'
import { describeError } from '../platform'
import { Parts } from './Parts'
import { SubjectLink } from './SubjectLink'

const t = it.office
const FORM = 'office-close-held'

function CloseDialog({ one, onClose }: { one: HeldView; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const settle = useCommand(officeSettleHeld)
  const close = (event: FormEvent) => {
    event.preventDefault()
    setMissing(reason.trim() === '')
    if (reason.trim() === '') return
    settle.mutate(
      { key: one.key, adopt: false, reason },
      {
        onSuccess: () => {
          notify('success', t.heldClosed)
          onClose()
        },
      },
    )
  }
  return (
    <Dialog
      title={t.heldClose} isOpen onClose={onClose} size="small"
      actions={
        <>
          <Button onPress={onClose}>{it.kit.cancel}</Button>
          <Button kind="primary" type="submit" form={FORM} isPending={settle.isPending}>{t.heldCloseNow}</Button>
        </>
      }
    >
      <form id={FORM} className="form" onSubmit={close} noValidate>
        {settle.error ? <Notice kind="error" role="alert">{describeError(settle.error)}</Notice> : null}
        <p>{t.heldCloseHelp(authorOf(one))}</p>
        <TextArea name="held-reason" label={t.heldReason} required autoFocus rows={3} value={reason} onChange={setReason} error={missing ? t.heldReasonMissing : null} />
      </form>
    </Dialog>
  )
}

const authorOf = (one: HeldView) => one.names[one.author]?.name ?? t.clashUnknown

function Line({ one }: { one: HeldView }) {
  const [closing, setClosing] = useState(false)
  const settle = useCommand(officeSettleHeld)
  const adopt = () => settle.mutate({ key: one.key, adopt: true, reason: '' }, { onSuccess: () => notify('success', t.heldAdopted) })
  const about = authorOf(one)
  return (
    <li className="office-refused">
      <div className="line">
        {one.subject ? <SubjectLink subject={one.subject} names={one.names} /> : <span>{t.elsewhere}</span>}
        <span className="muted">{t.heldBy(about, one.at ? showInstant(one.at) : '')}</span>
      </div>
      <p className="muted">{t.heldWhy[one.reason]}</p>
      {one.parts.length > 0 ? <div className="office-held-text"><Parts parts={one.parts} /></div> : <p>{t.heldHidden}</p>}
      {settle.error ? <Notice kind="error" role="alert">{describeError(settle.error)}</Notice> : null}
      <div className="line">
        <Button small kind="primary" icon="check" isPending={settle.isPending} aria-label={`${t.heldAdopt}: ${about}`} onPress={adopt}>{t.heldAdopt}</Button>
        <Button small aria-label={`${t.heldClose}: ${about}`} onPress={() => setClosing(true)}>{t.heldClose}</Button>
      </div>
      {closing && <CloseDialog one={one} onClose={() => setClosing(false)} />}
    </li>
  )
}

export function HeldSection() {
  const { data, error } = useAnswer({ key: ['office.held'], ask: officeHeld, kinds: ['office_held'], keepLast: true })
  if (error && !data) return null
  if (!data || data.length === 0) return null
  return (
    <Section title={`${t.heldSection} · ${t.waitingCount(data.length)}`}>
      <div className="stack-tight">
        <p className="muted">{t.heldHelp}</p>
        <ul className="office-lines">
          {data.map((one) => (
            <Line key={one.key} one={one} />
          ))}
        </ul>
      </div>
    </Section>
  )
}
