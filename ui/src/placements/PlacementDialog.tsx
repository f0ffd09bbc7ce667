// The card of a placement: what is looked for, where, by which order. Where it stands is said by its steps.
import { placementsSave, type Collocamento, type PlacementsPage, type PlacementView } from '../bindings'
import { CodeField } from '../cases'
import { CaseDialog } from '../cases/CaseDialog'
import { CheckboxField, CheckboxList, DateField, SelectField, TextArea } from '../components'
import { it } from '../messages/it'
import { choicesOf } from '../messages/terms'
import { useDialogState, useSession } from '../navigation'
import { usePlacementCodes } from './asked'
import { facilityChoices, orderLabel, said } from './words'

const t = it.placements
const NONE = ''
const BLANK: Collocamento = { state: { is: 'individuazione' }, flags: [], billed: [] }

interface Props {
  page: PlacementsPage
  view: PlacementView | null
  onClose: () => void
}

export function PlacementDialog({ page, view, onClose }: Props) {
  const { today } = useSession()
  const codes = usePlacementCodes()
  const [value, setValue] = useDialogState<Collocamento>('placement.value', view?.placement.value ?? BLANK)
  const set = (part: Partial<Collocamento>) => setValue({ ...value, ...part })
  const facilities = [{ key: NONE, label: t.noFacility }, ...facilityChoices(page, value.struttura, today)]
  const orders = [{ key: NONE, label: t.noOrder }, ...page.orders.map((order) => ({ key: order.id, label: orderLabel(order) }))]
  const chooseFacility = (key: string) => {
    const chosen = page.facilities.find((one) => one.id === key)?.value
    set({ struttura: key === NONE ? null : key, ...(chosen?.kind ? { kind: chosen.kind } : {}), ...(chosen?.carattere ? { carattere: chosen.carattere } : {}) })
  }
  const input = () => ({ id: view?.placement.id ?? null, case: page.case, placement: value, seen: view?.placement.seen ?? [] })
  return (
    <CaseDialog title={view ? t.edit : t.add} isOpen onClose={onClose} run={placementsSave} submit={t.save} size="large" input={input}>
      <div className="form-row">
        <SelectField name="facility" label={t.facility} choices={facilities} value={value.struttura ?? NONE} onChange={chooseFacility} />
        <CodeField name="kind" label={t.kind} codes={codes?.kinds ?? []} value={value.kind ?? null} onChange={(kind) => set({ kind })} />
        <CodeField name="character" label={t.character} codes={codes?.characters ?? []} value={value.carattere ?? null} onChange={(carattere) => set({ carattere })} />
      </div>
      <div className="form-row">
        <CodeField name="forma" label={t.forma} codes={codes?.forms ?? []} value={value.forma ?? null} onChange={(forma) => set({ forma })} />
        <SelectField name="order" label={t.order} choices={orders} value={value.provvedimento ?? NONE} onChange={(key) => set({ provvedimento: key === NONE ? null : key })} />
        <SelectField name="billing" label={t.billing} narrow choices={choicesOf(t.billings)} value={value.billing ?? 'MENSILE'} onChange={(billing) => set({ billing })} />
      </div>
      <TextArea name="need" label={t.need} rows={3} value={value.need ?? ''} onChange={(need) => set({ need: said(need) })} />
      <div className="form-row">
        <DateField name="expected-on" label={t.expectedOn} narrow hint={t.expectedHint} value={value.expected_on ?? null} onChange={(expected_on) => set({ expected_on })} />
        <DateField name="expected-until" label={t.expectedUntil} narrow value={value.expected_until ?? null} onChange={(expected_until) => set({ expected_until })} />
      </div>
      <DateField name="no-conflict" label={t.noConflict} narrow={false} hint={t.noConflictHint} max={today} value={value.no_conflict ?? null} onChange={(no_conflict) => set({ no_conflict })} />
      <CheckboxField name="with-parent" label={t.withParent} isSelected={value.with_parent === true} onChange={(with_parent) => set({ with_parent })} />
      <CheckboxField name="counts-last" label={t.countsLast} isSelected={value.counts_last_day === true} onChange={(counts_last_day) => set({ counts_last_day })} />
      <CheckboxList name="flags" label={t.flags} inline choices={choicesOf(t.flagNames)} value={value.flags} onChange={(flags) => set({ flags })} />
    </CaseDialog>
  )
}
