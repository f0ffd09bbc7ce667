// Affidamento all'ente: the eight parts that the order must state (art. 5-bis L. 184/1983).
import { tutelaAddToOrder, tutelaEditAffidamento, type AffidamentoEnte, type OrderView } from '../bindings'
import { CaseDialog } from '../cases/CaseDialog'
import { DateField, TextArea, TextField } from '../components'
import { it } from '../messages/it'
import { useDialogState } from '../navigation'
import { EverywhereField } from './dialogs'
import { numberOf } from './fields'
import { said } from './words'

const t = it.tutela
const TEXTS = [['placed_with', t.parts.a], ['service_acts', t.parts.b], ['placement_acts', t.parts.c], ['parents_acts', t.parts.d], ['curatore_acts', t.parts.e], ['service_tasks', t.parts.f]] as const

export function AffidamentoDialog({ view, onClose }: { view: OrderView; onClose: () => void }) {
  const before = view.affidamento
  const [value, setValue] = useDialogState<AffidamentoEnte>('affidamento.value', before?.value ?? { from: view.order.value.issued_on ?? null, reports: [] })
  const [everywhere, setEverywhere] = useDialogState('affidamento.everywhere', view.cases.length > 1)
  const set = (part: Partial<AffidamentoEnte>) => setValue({ ...value, ...part })
  const run = async (affidamento: AffidamentoEnte): Promise<unknown> =>
    before ? tutelaEditAffidamento({ id: before.id, seen: before.seen, everywhere, value: affidamento }) : tutelaAddToOrder({ order: view.order.id, everywhere, mandates: [], prescriptions: [], affidamento })
  const told = value.responsible_told
  return (
    <CaseDialog title={t.affidamento} isOpen onClose={onClose} run={run} submit={it.kit.save} size="large" input={() => value}>
      {TEXTS.map(([key, label]) => (
        <TextArea key={key} name={key} label={label} rows={2} value={value[key] ?? ''} onChange={(text) => set({ [key]: text })} />
      ))}
      <div className="form-row">
        <DateField name="affidamento-from" label={t.affidamentoFrom} narrow value={value.from ?? null} onChange={(from) => set({ from })} />
        <TextField name="months" label={`${t.parts.g} (${t.months.toLowerCase()})`} narrow inputMode="numeric" value={value.months ? String(value.months) : ''} onChange={(text) => set({ months: numberOf(text) })} />
        <TextField name="report-months" label={`${t.parts.h} (mesi)`} narrow inputMode="numeric" value={value.report_months ? String(value.report_months) : ''} onChange={(text) => set({ report_months: numberOf(text) })} />
      </div>
      <div className="form-row">
        <DateField name="told-on" label={t.told} narrow value={told?.on ?? null} onChange={(on) => set({ responsible_told: on ? { on, to: told?.to ?? null } : null })} />
        <TextField name="told-to" label={t.toldTo} value={told?.to ?? ''} onChange={(text) => told && set({ responsible_told: { ...told, to: said(text) } })} isDisabled={!told} />
      </div>
      <div className="form-row">
        {value.reports.map((on, index) => (
          <DateField key={index} name={`report-${index}`} label={t.reportSentOn(index + 1)} narrow value={on} onChange={(day) => set({ reports: day ? value.reports.map((old, at) => (at === index ? day : old)) : value.reports.filter((_, at) => at !== index) })} />
        ))}
        <DateField key={`next-${value.reports.length}`} name="report-next" label={t.reportSentOn(value.reports.length + 1)} narrow value={null} onChange={(on) => on && set({ reports: [...value.reports, on] })} />
      </div>
      <EverywhereField files={view.cases.length} value={everywhere} onChange={setEverywhere} />
    </CaseDialog>
  )
}
