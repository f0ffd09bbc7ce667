// Which cases the board is about.
import type { Board, BoardOnly, Service, StateName } from '../bindings'
import { CheckboxField, Segmented, SelectField } from '../components'
import { OPEN_STATES } from '../cases'
import { it } from '../messages/it'
import { STATES } from '../messages/terms'

const t = it.board
const ANY = 'any'

export interface Filter {
  service: Service | typeof ANY
  comune: string
  state: StateName | typeof ANY
  operator: string
  only: BoardOnly | typeof ANY
  byCode: boolean
}

export const FIRST: Filter = { service: ANY, comune: ANY, state: ANY, operator: ANY, only: ANY, byCode: false }

const said = <K extends string>(value: K | typeof ANY): K | null => (value === ANY ? null : value)

export const asked = ({ service, comune, state, operator, only }: Filter) => ({ service: said(service), comune: said(comune), state: said(state), operator: said(operator), only: said(only) })

/** What was chosen, in words: paper has no lists to look at. */
export function filterWords(board: Board, { service, comune, state, operator, only, byCode }: Filter): string[] {
  const named = board.operators.find((one) => one.operator === operator)?.name
  return [
    service !== ANY && it.cases.serviceName(service), comune !== ANY && `${t.comune}: ${board.comune_names[comune] ?? comune}`, state !== ANY && `${t.state}: ${STATES[state]}`,
    operator !== ANY && `${t.operator}: ${named ?? ''}`, only !== ANY && t.onlyNames[only], byCode && t.byCode,
  ].filter((words) => words !== false)
}

interface Props {
  board: Board
  filter: Filter
  onChange: (filter: Filter) => void
}

export function Filters({ board, filter, onChange }: Props) {
  const set = (part: Partial<Filter>) => onChange({ ...filter, ...part })
  const comuni = board.comuni.map(({ of }) => ({ key: of, label: board.comune_names[of] ?? of }))
  const only = (['silent', 'no_plan', 'nobody'] as const).map((key) => ({ key, label: t.onlyNames[key] }))
  return (
    <div className="board-filters no-print" role="group" aria-label={t.filters}>
      {board.services.length > 1 && (
        <SelectField
          name="board-service" label={t.service} value={filter.service} onChange={(service) => set({ service })}
          choices={[{ key: ANY as Filter['service'], label: it.cases.anyService }, ...board.services.map((key) => ({ key, label: it.cases.serviceName(key) }))]}
        />
      )}
      <SelectField name="board-comune" label={t.comune} value={filter.comune} onChange={(comune) => set({ comune })} choices={[{ key: ANY, label: t.anyComune }, ...comuni]} />
      <SelectField
        name="board-state" label={t.state} value={filter.state} onChange={(state) => set({ state })}
        choices={[{ key: ANY as Filter['state'], label: t.anyState }, ...OPEN_STATES.map((key) => ({ key, label: STATES[key] }))]}
      />
      <SelectField
        name="board-operator" label={t.operator} value={filter.operator} onChange={(operator) => set({ operator })}
        choices={[{ key: ANY, label: t.anyOperator }, ...board.operators.map(({ operator, name }) => ({ key: operator, label: name }))]}
      />
      <Segmented label={t.only} choices={[{ key: ANY as Filter['only'], label: t.onlyAll }, ...only]} value={filter.only} onChange={(chosen) => set({ only: chosen })} />
      <CheckboxField name="board-code" label={t.byCode} hint={t.byCodeHint} isSelected={filter.byCode} onChange={(byCode) => set({ byCode })} />
    </div>
  )
}
