// Where the case stands and where it may go: the next step as a button, the others in a menu.
import type { CasePage, StateName } from '../../bindings'
import { ActionMenu, Button, Facts, Section } from '../../components'
import { showPartial } from '../../dates/partial'
import { it } from '../../messages/it'
import { useDialogState } from '../../navigation'
import { StateBadge } from '../StateBadge'
import { sinceOf } from '../words'
import { MoveDialog, ReopenDialog } from './MoveDialog'
import { AssignDialog } from './OperatorsSection'

const t = it.cases
const RARE: readonly StateName[] = ['sospeso', 'trasferito', 'non_accolto', 'chiuso']

function extras(page: CasePage) {
  const state = page.episodes[0]?.state
  if (!state) return []
  switch (state.is) {
    case 'sospeso':
      return [{ label: t.reason, value: state.reason && t.codeName(state.reason) }, { label: t.suspendUntil, value: state.until && showPartial(state.until) }]
    case 'trasferito':
      return [{ label: t.destination, value: state.to }]
    case 'non_accolto':
      return [{ label: t.reason, value: state.reason && t.codeName(state.reason) }, { label: t.sentTo, value: state.sent_to }]
    case 'chiuso':
      return [{ label: t.reason, value: state.reason && t.codeName(state.reason) }, { label: t.situation, value: state.situation && t.codeName(state.situation) }]
    default:
      return []
  }
}

export function StateSection({ page }: { page: CasePage }) {
  const [move, setMove] = useDialogState<StateName | null>('move', null)
  const [reopening, setReopening] = useDialogState('reopening', false)
  const [current] = page.episodes
  if (!current) return null
  const may = (next: StateName) => page.may.includes(next === 'chiuso' ? 'close' : 'move')
  const next = page.next.filter(may)
  const labelOf = (state: StateName) => (current.state_name === 'sospeso' && !RARE.includes(state) ? t.resume : t.moveTo[state])
  const steps = next.filter((state) => !RARE.includes(state))
  const rare = next.filter((state) => RARE.includes(state))
  // A case is assigned by naming who is responsible: the state follows.
  const named = page.assignments.some((one) => one.current && one.role === 'responsabile')
  const assigns = move === 'assegnato' && !named && page.may.includes('assign')
  const ended = page.next.length === 0 && page.fields !== 'list'
  return (
    <Section title={t.state} actions={rare.length > 0 && <ActionMenu label={t.otherMoves} actions={rare.map((key) => ({ key, label: t.moveTo[key], danger: key === 'chiuso', onAction: () => setMove(key) }))} />}>
      <div className="cases-now">
        <StateBadge state={current.state_name} />
        {sinceOf(current.state) && <span>{`${t.since.toLowerCase()} ${sinceOf(current.state)}`}</span>}
      </div>
      <Facts facts={[...extras(page), { label: t.paperNumber, value: page.paper_number }]} />
      {current.already_running && <p className="muted">{t.alreadyRunning}</p>}
      <div className="line cases-steps">
        {steps.map((state) => (
          <Button key={state} small icon="arrow-right" onPress={() => setMove(state)}>{labelOf(state)}</Button>
        ))}
        {ended && page.may.includes('reopen') && <Button small icon="refresh" onPress={() => setReopening(true)}>{t.reopen}</Button>}
      </div>
      {assigns && <AssignDialog page={page} asks={false} isOpen onClose={() => setMove(null)} />}
      {move && !assigns && <MoveDialog page={page} to={move} title={labelOf(move)} onClose={() => setMove(null)} />}
      {reopening && <ReopenDialog page={page} onClose={() => setReopening(false)} />}
    </Section>
  )
}
