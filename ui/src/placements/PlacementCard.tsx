// One placement: its phase, where, by which order, requests, absences, what it costs, what is missing.
import { placementsRemove, placementsStep, type AssenzaCom, type FatturaCom, type PlacementsPage, type PlacementView, type Retta, type RichiestaDisponibilita, type Shown } from '../bindings'
import { ActionMenu, Badge, Button, Facts, Notice, Section, Stepper, TwoVersions } from '../components'
import { showDate } from '../dates/civil'
import { it } from '../messages/it'
import { useCommand, useDialogState } from '../navigation'
import { describeError } from '../platform'
import { AbsenceDialog, BillDialog, RateDialog, RequestDialog } from './dialogs'
import { showEuro } from './money'
import { Item, MoneyPart } from './MoneyPart'
import { PlacementDialog } from './PlacementDialog'
import { StepDialog, type Step } from './StepDialog'
import { codeName, enteredOn, facilityName, findingWords, leftOn, orderLabel, phaseOf, stateTone } from './words'

const t = it.placements

interface Open {
  what: 'edit' | 'step' | 'request' | 'absence' | 'rate' | 'bill'
  step?: Step
  /** The record that is changed; none for a new one. */
  id?: string
}

interface Props {
  view: PlacementView
  page: PlacementsPage
}

function What({ view, page }: Props) {
  const { value } = view.placement
  const { state } = value
  const order = page.orders.find((one) => one.id === value.provvedimento)
  const sent = state.is === 'trasmissione' && [showDate(state.on), state.to, state.protocol && `prot. ${state.protocol}`].filter(Boolean).join(' · ')
  const left = leftOn(value)
  return (
    <Facts
      facts={[
        { label: t.kind, value: codeName(value.kind) }, { label: t.character, value: codeName(value.carattere) }, { label: t.forma, value: codeName(value.forma) }, { label: t.order, value: order && orderLabel(order) },
        { label: t.need, value: value.need && <p className="placement-text">{value.need}</p> }, { label: t.expectedOn, value: enteredOn(value) ? null : showDate(value.expected_on) }, { label: t.expectedUntil, value: left ? null : showDate(value.expected_until) }, { label: t.sentOn, value: sent },
        { label: t.entered, value: showDate(enteredOn(value)) }, { label: t.left, value: showDate(left) }, { label: t.outcome, value: state.is === 'dimesso' || state.is === 'concluso' ? [codeName(state.outcome), state.note].filter(Boolean).join(' · ') : null },
        { label: t.reason, value: state.is === 'non_avviato' ? state.reason : null }, { label: t.daysLabel, value: enteredOn(value) ? t.days(view.days) : null }, { label: t.withParent, value: value.with_parent ? t.yes : null },
        { label: t.billing, value: value.billing && t.billings[value.billing] }, { label: t.noConflict, value: showDate(value.no_conflict) },
      ]}
    />
  )
}

function Requests({ view, page, onOpen, onRemove }: Props & { onOpen: (shown: Shown<RichiestaDisponibilita> | null) => void; onRemove: (id: string) => void }) {
  const open = view.placement.value.state.is === 'individuazione' || view.placement.value.state.is === 'trasmissione'
  if (view.requests.length === 0 && !open) return null
  return (
    <div>
      <div className="placement-head">
        <h4>{t.requests}</h4>
        {page.writes && open && <Button small icon="plus" onPress={() => onOpen(null)}>{t.addRequest}</Button>}
      </div>
      {view.requests.length === 0 && <p className="muted">{t.noRequests}</p>}
      <ul className="cases-plain">
        {view.requests.map((request) => {
          const { state, sent_on, estimate, free_from, note, struttura } = request.value
          const name = facilityName(page, struttura) ?? t.noFacility
          const tone = state.is === 'accettata' ? 'success' : state.is === 'inviata' || state.is === 'accettata_struttura' ? 'info' : 'neutral'
          return (
            <li key={request.id} className="cases-member">
              <span>
                <strong>{name}</strong> <Badge tone={tone}>{t.requestStates[state.is]}</Badge> <TwoVersions of={request.clashes} />
                <span className="cases-note">{[sent_on && `${t.requestSent.toLowerCase()} ${showDate(sent_on)}`, estimate && showEuro(estimate), free_from && `${t.freeFrom.toLowerCase()} ${showDate(free_from)}`, 'reason' in state && state.reason, note].filter(Boolean).join(' · ')}</span>
              </span>
              {page.writes && <Item label={name} onEdit={() => onOpen(request)} onRemove={() => onRemove(request.id)} />}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function Absences({ view, page, onOpen, onRemove }: Props & { onOpen: (shown: Shown<AssenzaCom> | null) => void; onRemove: (id: string) => void }) {
  if (!enteredOn(view.placement.value)) return null
  return (
    <div>
      <div className="placement-head">
        <h4>{t.absences}</h4>
        {page.writes && <Button small icon="plus" onPress={() => onOpen(null)}>{t.addAbsence}</Button>}
      </div>
      {view.absences.length === 0 && <p className="muted">{t.noAbsences}</p>}
      <ul className="cases-plain">
        {view.absences.map((absence) => {
          const { from, until, reason, reduced, note } = absence.value
          const label = `${showDate(from)} – ${until ? showDate(until) : t.stillAway}`
          return (
            <li key={absence.id} className="cases-member">
              <span>
                <strong>{label}</strong> <TwoVersions of={absence.clashes} />
                <span className="cases-note">{[reason && t.absenceReasons[reason], reduced && t.reduced, note].filter(Boolean).join(' · ')}</span>
              </span>
              {page.writes && <Item label={label} onEdit={() => onOpen(absence)} onRemove={() => onRemove(absence.id)} />}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** What may follow; the first is offered as a button, the others in the menu. */
function stepsOf({ placement: { value } }: PlacementView): { step: Step; label: string; danger?: boolean }[] {
  const give = { step: 'give_up' as const, label: t.steps.give_up, danger: true }
  const step = (name: Step, label: string = t.steps[name]) => ({ step: name, label })
  switch (value.state.is) {
    case 'individuazione':
      return [step('transmit'), step('enter'), give]
    case 'trasmissione':
      return [step('enter'), step('transmit'), give]
    case 'inserito':
      return [step('discharge'), step('enter', t.fixEntry)]
    case 'dimesso':
      return [step('conclude'), step('discharge', t.fixDischarge)]
    default:
      return []
  }
}

function Dialogs({ view, page, open, title, onClose }: Props & { open: Open; title: string; onClose: () => void }) {
  const of = <T,>(list: readonly Shown<T>[]) => list.find((one) => one.id === open.id) ?? null
  switch (open.what) {
    case 'edit':
      return <PlacementDialog page={page} view={view} onClose={onClose} />
    case 'step':
      return open.step ? <StepDialog view={view} step={open.step} title={title} onClose={onClose} /> : null
    case 'request':
      return <RequestDialog view={view} page={page} shown={of(view.requests)} onClose={onClose} />
    case 'absence':
      return <AbsenceDialog view={view} shown={of(view.absences)} onClose={onClose} />
    case 'rate':
      return <RateDialog view={view} shown={of<Retta>(view.money?.rates ?? [])} onClose={onClose} />
    case 'bill':
      return <BillDialog view={view} shown={of<FatturaCom>((view.money?.bills ?? []).map((one) => one.bill))} onClose={onClose} />
  }
}

export function PlacementCard({ view, page }: Props) {
  const [open, setOpen] = useDialogState<Open | null>(`placement-${view.placement.id}`, null)
  const step = useCommand(placementsStep)
  const take = useCommand(placementsRemove)
  const { value, id, seen, clashes } = view.placement
  const steps = stepsOf(view)
  const [next] = steps
  const opener = (what: Open['what']) => (shown: { id: string } | null) => setOpen(shown ? { what, id: shown.id } : { what })
  const remove = (record: string) => take.mutate({ placement: id, id: record })
  const actions = [
    { key: 'edit', label: t.edit, onAction: () => setOpen({ what: 'edit' }) }, ...steps.slice(1).map(({ step: name, label, danger }) => ({ key: name, label, ...(danger ? { danger } : {}), onAction: () => setOpen({ what: 'step' as const, step: name }) })),
    ...(value.state.is === 'individuazione' ? [] : [{ key: 'undo', label: t.steps.undo, danger: true, onAction: () => step.mutate({ id, step: { step: 'undo' }, seen }) }]),
  ]
  const error = step.error ?? take.error
  return (
    <Section
      title={facilityName(page, value.struttura) ?? t.noFacility}
      actions={
        page.writes && (
          <>
            {next && <Button small kind="primary" onPress={() => setOpen({ what: 'step', step: next.step })}>{next.label}</Button>}
            <ActionMenu label={it.kit.more} actions={actions} />
          </>
        )
      }
    >
      <div className="line">
        <Badge tone={stateTone(value.state)}>{t.states[value.state.is]}</Badge>
        {value.flags.map((flag) => <Badge key={flag} tone={flag === 'EMERGENZA' ? 'danger' : 'neutral'}>{t.flagNames[flag]}</Badge>)}
        <TwoVersions of={clashes} />
      </div>
      {error ? <Notice kind="error" role="alert">{describeError(error)}</Notice> : null}
      {phaseOf(value.state) >= 0 && <Stepper steps={t.phases} current={phaseOf(value.state)} />}
      {view.findings.length > 0 && (
        <ul className="placement-findings">
          {view.findings.map((finding) => <li key={finding.is}>{findingWords(finding)}</li>)}
        </ul>
      )}
      <What view={view} page={page} />
      <Requests view={view} page={page} onOpen={opener('request')} onRemove={remove} />
      <Absences view={view} page={page} onOpen={opener('absence')} onRemove={remove} />
      {view.money && <MoneyPart money={view.money} id={id} writes={page.writes_money && page.writes} running={value.state.is === 'inserito'} onRate={opener('rate')} onBill={opener('bill')} onRemove={remove} />}
      {open && <Dialogs view={view} page={page} open={open} title={steps.find((one) => one.step === open.step)?.label ?? ''} onClose={() => setOpen(null)} />}
    </Section>
  )
}
