// One path: who waits for whom, the eleven steps, the meetings.
import { spazioNeutroAssignPath, spazioNeutroRemoveStep, spazioNeutroReopen, type FaseSn, type FaseVista, type PercorsoSn, type SnPage, type SnPathView } from '../bindings'
import { ActionMenu, Badge, Button, Facts, Icon, Notice, Section, TwoVersions } from '../components'
import { showDate } from '../dates/civil'
import { it } from '../messages/it'
import { useCommand, useDialogState } from '../navigation'
import { describeError } from '../platform'
import { AssignDialog, CloseDialog, MeetingDialog, PathDialog, StepDialog } from './dialogs'
import { Meetings } from './Meetings'

const t = it.spazioNeutro

/** Steps that the path itself knows: its card, the assignment, the meetings, the end. */
const KNOWN: readonly FaseSn[] = ['SEGNALAZIONE', 'ASSEGNAZIONE', 'INCONTRI', 'DIMISSIONE']

interface Open {
  what: 'edit' | 'assign' | 'close' | 'meeting' | 'step'
  fase?: FaseSn
  id?: string
}

interface Props {
  page: SnPage
  view: SnPathView
}

function What({ page, view }: Props) {
  const { value } = view.path
  const order = page.orders.find((one) => one.id === value.provvedimento)
  const operators = value.assigned?.operators.map((id) => page.names[id]?.name ?? '').filter(Boolean).join(', ')
  return (
    <Facts
      facts={[
        { label: t.requestedOn, value: showDate(value.requested_on) }, { label: t.sentBy, value: value.sent_by }, { label: t.order, value: order && [order.kind && it.cases.codeName(order.kind), order.number, showDate(order.issued_on)].filter(Boolean).join(' · ') }, { label: t.orderedBy, value: value.ordered_by },
        { label: t.visitors, value: value.visitors }, { label: t.companions, value: value.companions }, { label: t.mode, value: value.mode && it.cases.codeName(value.mode) }, { label: t.frequency, value: value.frequency }, { label: t.venue, value: value.venue },
        { label: t.assignedTo, value: value.assigned && [operators, showDate(value.assigned.on)].filter(Boolean).join(' · ') }, { label: t.firstMeeting, value: showDate(value.first_meeting) }, { label: t.note, value: value.note && <p className="sn-text">{value.note}</p> },
        { label: t.endReason, value: value.closed && [value.closed.reason && it.cases.codeName(value.closed.reason), value.closed.note].filter(Boolean).join(' · ') },
      ]}
    />
  )
}

function Step({ phase, number, isCurrent, onRecord }: { phase: FaseVista; number: number; isCurrent: boolean; onRecord: (() => void) | null }) {
  const done = phase.times > 0
  return (
    <li className="sn-step" data-done={done || undefined} aria-current={isCurrent ? 'step' : undefined}>
      <span className="sn-number">{done ? <Icon name="check" /> : number}</span>
      <span>
        {t.phases[phase.fase]} {isCurrent && <Badge tone="info">{t.current}</Badge>}
        <span className="cases-note">{done ? t.times(phase.times, showDate(phase.last)) : t.notYet}</span>
      </span>
      {onRecord && <Button small kind="quiet" aria-label={t.recordStep(t.phases[phase.fase])} onPress={onRecord}>{t.record}</Button>}
    </li>
  )
}

function Recorded({ page, view, onRemove }: Props & { onRemove: (id: string) => void }) {
  if (view.steps.length === 0) return null
  return (
    <details>
      <summary>{`${t.recorded} (${view.steps.length})`}</summary>
      <ul className="cases-plain">
        {view.steps.map(({ id, value }) => {
          const name = value.fase ? t.phases[value.fase] : ''
          return (
            <li key={id} className="cases-member">
              <span>{[showDate(value.on), name, value.note, value.by && page.names[value.by]?.name].filter(Boolean).join(' · ')}</span>
              {page.writes && <Button small kind="quiet" aria-label={`${t.remove}: ${name} ${showDate(value.on)}`} onPress={() => onRemove(id)}>{t.remove}</Button>}
            </li>
          )
        })}
      </ul>
    </details>
  )
}

function Badges({ value, waited, clashes }: { value: PercorsoSn; waited: number | null; clashes: SnPathView['path']['clashes'] }) {
  const { priority } = value
  return (
    <div className="line">
      {value.closed ? <Badge>{t.closed(showDate(value.closed.on))}</Badge> : value.assigned ? <Badge tone="info">{t.running}</Badge> : <Badge tone="warning" icon="clock">{t.waitsFor(waited ?? 0)}</Badge>}
      {value.assigned && waited !== null && <span className="muted">{t.waited(waited)}</span>}
      {priority && priority !== 'ORDINARIA' && <Badge tone={priority === 'URGENTE' ? 'danger' : 'warning'}>{`${t.priority}: ${t.priorities[priority]}`}</Badge>}
      <TwoVersions of={clashes} />
    </div>
  )
}

function Dialogs({ page, view, open, onClose }: Props & { open: Open; onClose: () => void }) {
  switch (open.what) {
    case 'edit':
      return <PathDialog page={page} view={view} onClose={onClose} />
    case 'assign':
      return <AssignDialog view={view} onClose={onClose} />
    case 'close':
      return <CloseDialog view={view} onClose={onClose} />
    case 'step':
      return open.fase ? <StepDialog view={view} fase={open.fase} onClose={onClose} /> : null
    case 'meeting':
      return <MeetingDialog page={page} view={view} shown={view.meetings.find((one) => one.meeting.id === open.id) ?? null} onClose={onClose} />
  }
}

export function PathCard({ page, view }: Props) {
  const { id, value, clashes } = view.path
  const [open, setOpen] = useDialogState<Open | null>(`sn-${id}`, null)
  const remove = useCommand(spazioNeutroRemoveStep)
  const assign = useCommand(spazioNeutroAssignPath)
  const reopen = useCommand(spazioNeutroReopen)
  const going = page.writes && !value.closed
  const error = remove.error ?? assign.error ?? reopen.error
  const actions = [
    { key: 'edit', label: t.edit, onAction: () => setOpen({ what: 'edit' }) },
    ...(going && value.assigned ? [{ key: 'assign', label: t.assignTitle, onAction: () => setOpen({ what: 'assign' as const }) }, { key: 'unassign', label: t.unassign, onAction: () => assign.mutate({ id, on: null, operators: [] }) }] : []),
    ...(going ? [{ key: 'close', label: t.close, danger: true, onAction: () => setOpen({ what: 'close' as const }) }] : [{ key: 'reopen', label: t.reopen, onAction: () => reopen.mutate({ id }) }]),
  ]
  return (
    <Section
      title={t.path}
      actions={
        page.writes && (
          <>
            {going && !value.assigned && <Button small kind="primary" onPress={() => setOpen({ what: 'assign' })}>{t.assign}</Button>}
            {going && value.assigned && <Button small kind="primary" icon="plus" onPress={() => setOpen({ what: 'meeting' })}>{t.addMeeting}</Button>}
            <ActionMenu label={it.kit.more} actions={actions} />
          </>
        )
      }
    >
      <Badges value={value} waited={view.waited} clashes={clashes} />
      {error ? <Notice kind="error" role="alert">{describeError(error)}</Notice> : null}
      <What page={page} view={view} />
      <h4>{t.steps}</h4>
      <ol className="sn-steps">
        {view.phases.map((phase, index) => (
          <Step key={phase.fase} phase={phase} number={index + 1} isCurrent={phase.fase === view.current} onRecord={going && !KNOWN.includes(phase.fase) ? () => setOpen({ what: 'step', fase: phase.fase }) : null} />
        ))}
      </ol>
      <Recorded page={page} view={view} onRemove={(step) => remove.mutate({ step })} />
      <h4>{t.meetings}</h4>
      <Meetings page={page} meetings={view.meetings} onEdit={({ meeting }) => setOpen({ what: 'meeting', id: meeting.id })} />
      {open && <Dialogs page={page} view={view} open={open} onClose={() => setOpen(null)} />}
    </Section>
  )
}
