// How things stand with the office: the last session and its receipt, what waits, what was refused.
import { officeStop, type OfficeSession, type OfficeStatus, type OfficeView, type WaitingSubject } from '../bindings'
import { Button, Facts, Notice, Progress, Section, useSlow } from '../components'
import { showInstant, showInstantTime } from '../dates/civil'
import { it } from '../messages/it'
import { useCommand, useShortcut } from '../navigation'
import { HeldSection } from './Held'
import { RefusedSection } from './Refused'
import { RequestsSection } from './Requests'
import { useOfficeNow, useSendNow } from './status'
import { SubjectLink } from './SubjectLink'

const t = it.office
const MINUTE_MS = 60_000

export function SendNow() {
  const { send, isPending } = useSendNow()
  useShortcut('Alt+I', t.keySend, send)
  return (
    <Button kind="primary" icon="upload" keys="Alt+I" isPending={isPending} onPress={send}>
      {t.sendNow}
    </Button>
  )
}

function Running() {
  const { data } = useOfficeNow()
  const stop = useCommand(officeStop)
  const running = data?.running ?? null
  const slow = useSlow(running !== null)
  if (!running || !slow) return null
  return (
    <div className="stack-tight" role="status">
      <Progress label={t.sending(running.requests)} onCancel={() => stop.mutate(undefined)} />
      <p className="muted">{t.sendingFree}</p>
    </div>
  )
}

function lines(session: OfficeSession): string[] {
  return [
    session.came > 0 ? t.came(session.came) : '',
    session.late > 0 ? t.late(session.late) : '',
    session.refused > 0 ? t.refusedNow(session.refused) : '',
    session.entered > 0 ? t.entered(session.entered) : '',
    session.departed > 0 ? t.departed(session.departed) : '',
    session.same_print ? '' : t.differs,
  ].filter(Boolean)
}

function Receipt({ title, session }: { title: string; session: OfficeSession }) {
  return (
    <>
      <p className="office-receipt">{title}</p>
      <ul className="office-lines">
        {lines(session).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  )
}

/** A session after the receipt: when, and what it brought. It takes nothing from the receipt. */
function Contact({ session, alone }: { session: OfficeSession; alone: boolean }) {
  const when = t.contact(showInstant(session.ended_at), session.same_print)
  if (alone) return <Receipt title={when} session={session} />
  return <p>{[when, ...lines(session)].join(' ')}</p>
}

function LastSession({ status }: { status: OfficeStatus }) {
  const { last, last_finished: finished, receipt, clock_off_ms: off } = status
  const contact = finished && finished.began_at !== receipt?.began_at ? finished : null
  return (
    <Section title={t.lastSection}>
      <div className="stack-tight">
        <Running />
        {last?.trouble && (
          <Notice kind={last.trouble === 'stopped' ? 'info' : 'warning'} title={t.stoppedTitle(showInstantTime(last.ended_at))}>
            {t.troubles[last.trouble]}
          </Notice>
        )}
        {off !== null && <Notice kind="warning">{t.clockOff(Math.round(off / MINUTE_MS))}</Notice>}
        {receipt && <Receipt title={t.receipt(showInstant(receipt.ended_at), receipt.confirmed, receipt.same_print)} session={receipt} />}
        {contact && <Contact session={contact} alone={!receipt} />}
        {!finished && <p className="muted">{t.never}</p>}
        {status.arriving > 0 && <p>{t.arriving(status.arriving)}</p>}
        {status.clashes > 0 && <Notice>{t.clashes(status.clashes)}</Notice>}
      </div>
    </Section>
  )
}

function WaitingLine({ one, status }: { one: WaitingSubject; status: OfficeStatus }) {
  return (
    <li className="office-waiting">
      {one.subject ? <SubjectLink subject={one.subject} names={status.names} /> : <span>{one.own ? t.own : t.elsewhere}</span>}
      <span className="muted">{`${t.waitingCount(one.changes)}, ${t.waitingSince(showInstant(one.since))}`}</span>
    </li>
  )
}

function Waiting({ status }: { status: OfficeStatus }) {
  return (
    <Section title={status.waiting_changes > 0 ? `${t.waitingSection} · ${t.waitingCount(status.waiting_changes)}` : t.waitingSection}>
      {status.waiting.length === 0 ? (
        <p className="muted">{t.waitingNone}</p>
      ) : (
        <ul className="office-lines">
          {status.waiting.map((one) => (
            <WaitingLine key={`${one.subject ?? ''}-${String(one.own)}`} one={one} status={status} />
          ))}
        </ul>
      )}
      {status.files_waiting > 0 && <p>{it.files.waiting(status.files_waiting)}</p>}
      {status.files_missing > 0 && <Notice kind="warning">{it.files.notFound(status.files_missing)}</Notice>}
    </Section>
  )
}

export function Standing({ status, office }: { status: OfficeStatus; office: OfficeView }) {
  return (
    <div className="office-columns">
      <LastSession status={status} />
      <Waiting status={status} />
      <HeldSection />
      <RequestsSection />
      <RefusedSection />
      <Section title={t.officeFact}>
        <Facts
          facts={[
            { label: t.officeFact, value: office.name },
            { label: t.addressFact, value: office.address },
            { label: t.since, value: showInstant(office.joined_at) },
            { label: t.print, value: office.certificate ? <span className="mono office-fact-print">{office.certificate.toUpperCase()}</span> : null },
          ]}
        />
      </Section>
    </div>
  )
}
