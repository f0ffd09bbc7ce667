// What is said of a phase as a whole, where it differs from what the case tells: days, state, responsible, outcome, notes.
import { phasesSavePhase, type Coded, type Fase, type FaseView, type PhasesPage, type StatoFase } from '../bindings'
import { OperatorField } from '../cases'
import { DateField, notify, TextArea } from '../components'
import { it } from '../messages/it'
import { useCommand, useDialogState } from '../navigation'
import { errorIn, FormDialog, OpenSelect } from '../people'

const t = it.phases
const STATES = (Object.keys(t.states) as StatoFase[]).map((key) => ({ key, label: t.states[key] }))

function OutcomeField({ page, value, onChange }: { page: PhasesPage; value: Coded | null; onChange: (code: Coded | null) => void }) {
  const choices = page.choices['CSI-ESITO'] ?? []
  if (choices.length === 0) return <p className="muted">{t.noOutcomes}</p>
  const list = choices.map(({ code, label }) => ({ key: code.code, label }))
  return <OpenSelect name="phase-outcome" label={t.outcome} choices={list} value={value?.code ?? null} onChange={(key) => onChange(choices.find(({ code }) => code.code === key)?.code ?? null)} />
}

export function PhaseDialog({ view, page, onClose }: { view: FaseView; page: PhasesPage; onClose: () => void }) {
  const said = page.said[view.phase] ?? {}
  const [phase, setPhase] = useDialogState<Fase>('phase.written', { ...said, phase: view.phase })
  const command = useCommand(phasesSavePhase)
  const set = (part: Partial<Fase>) => setPhase({ ...phase, ...part })
  const save = () =>
    command.mutate(
      { case: page.case, phase, seen: page.seen[view.phase] ?? [] },
      {
        onSuccess: () => {
          notify('success', t.saved)
          onClose()
        },
      },
    )
  return (
    <FormDialog title={t.names[view.phase]} isOpen onClose={onClose} onSave={save} isPending={command.isPending} error={command.error} size="medium">
      <p className="field-hint">{t.phaseHelp}</p>
      <div className="form-row">
        <DateField name="phase-starts" label={t.starts} narrow value={phase.starts ?? null} onChange={(starts) => set({ starts })} />
        <DateField name="phase-ends" label={t.ends} narrow value={phase.ends ?? null} onChange={(ends) => set({ ends })} error={errorIn(command.error, 'ends')} />
      </div>
      <OpenSelect name="phase-state" label={t.state} choices={STATES} value={phase.state ?? null} onChange={(state) => set({ state })} />
      <OperatorField name="phase-responsible" label={t.responsible} nobody={t.asCase} value={phase.responsible ?? null} onChange={(responsible) => set({ responsible })} />
      <OutcomeField page={page} value={phase.outcome ?? null} onChange={(outcome) => set({ outcome })} />
      <TextArea name="phase-notes" label={t.notes} rows={3} value={phase.notes ?? ''} onChange={(notes) => set({ notes })} />
    </FormDialog>
  )
}
