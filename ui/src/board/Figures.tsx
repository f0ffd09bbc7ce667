// The figures on top, and how many cases of each state, service, comune and age.
import type { Board } from '../bindings'
import { Section } from '../components'
import { it } from '../messages/it'
import { STATES } from '../messages/terms'

const t = it.board

function Figure({ label, value, note, warns }: { label: string; value: number; note?: string; warns?: boolean }) {
  return (
    <div className="board-figure" data-warns={warns && value > 0 ? true : undefined}>
      <dt>{label}</dt>
      <dd>
        <strong className="tabular">{value.toLocaleString('it-IT')}</strong>
        {note && <span className="muted">{note}</span>}
      </dd>
    </div>
  )
}

export function Figures({ board }: { board: Board }) {
  const { totals } = board
  return (
    <dl className="board-figures" aria-label={t.figures}>
      <Figure label={t.open} value={totals.open} />
      <Figure label={t.silent} value={totals.silent} note={t.silentWhy(board.silent_after_days)} warns />
      <Figure label={t.noPlan} value={totals.no_plan} warns />
      <Figure label={t.nobody} value={totals.nobody} warns />
      <Figure label={t.toAssign} value={totals.to_assign} warns />
      <Figure label={t.overdue} value={totals.overdue} warns />
    </dl>
  )
}

function Counts({ title, counts }: { title: string; counts: readonly { label: string; count: number }[] }) {
  return (
    <div>
      <h3 className="board-subtitle">{title}</h3>
      <ul className="board-counts">
        {counts.map(({ label, count }) => (
          <li key={label}>
            <span>{label}</span> <span className="tabular">{count.toLocaleString('it-IT')}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

export function Breakdown({ board }: { board: Board }) {
  if (board.totals.open === 0) return null
  const comuni = board.by_comune.map(({ of, count }) => ({ label: board.comune_names[of] ?? of, count })).sort((one, other) => other.count - one.count)
  return (
    <Section title={t.breakdown}>
      <div className="board-breakdown">
        <Counts title={t.byState} counts={board.by_state.map(({ of, count }) => ({ label: STATES[of], count }))} />
        {board.by_service.length > 1 && <Counts title={t.byService} counts={board.by_service.map(({ of, count }) => ({ label: it.cases.serviceName(of), count }))} />}
        {comuni.length > 0 && <Counts title={t.byComune} counts={comuni} />}
        <Counts title={t.byAge} counts={board.by_age.map(({ of, count }) => ({ label: t.ages[of], count }))} />
      </div>
    </Section>
  )
}
