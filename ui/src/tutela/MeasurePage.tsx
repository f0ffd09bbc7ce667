// The guided page of art. 403: the clock in hours, the steps with time, means, recipient and protocol, the checklist, what is printed.
import { tutelaCloseMeasure, tutelaEditMeasure, tutelaPrintMeasure, tutelaRemoveStep, tutelaTickMeasure, type CourtPage, type EsitoMisura, type MeasureView, type Orologio, type Passo } from '../bindings'
import { CaseDialog } from '../cases/CaseDialog'
import { useCase } from '../cases/CasePage'
import { Badge, Button, CheckboxField, DateField, Facts, Notice, Page, PageHeader, Section, SelectField, TextField } from '../components'
import { showDate, showInstant } from '../dates/civil'
import { it } from '../messages/it'
import { goBack, type Params, useCommand, useDialogState, useSession } from '../navigation'
import { describeError } from '../platform'
import { PrintButton } from '../print'
import { useCourt, useCourtCodes } from './asked'
import { EverywhereField } from './dialogs'
import { choices, momentIn, momentValue } from './fields'
import { MeasureFields } from './NewMeasurePage'
import { MeasurePrint } from './MeasurePrint'
import { StepDialog } from './StepDialog'
import { useNow } from './useNow'
import { authorityOf, leftWords, said, showMoment } from './words'
import './tutela.css'

const t = it.tutela

function ClockLine({ clock, onRecord }: { clock: Orologio; onRecord: (() => void) | null }) {
  const { today } = useSession()
  const now = useNow()
  const left = leftWords(clock.due, now, today)
  const due = clock.due.is === 'ora' ? t.byHour(showInstant(clock.due.at)) : clock.due.is === 'giorno' ? t.dueOn(showDate(clock.due.on)) : ''
  return (
    <li className="court-clock" data-running={(!clock.done && clock.due.is !== 'non_decorre') || undefined}>
      <div>
        <strong>{t.steps[clock.step]}</strong>
        <p className="muted">{[due, clock.other_actor && t.otherActor, clock.unverified && t.unverified].filter(Boolean).join(' · ')}</p>
      </div>
      <div className="line">
        {clock.done ? <Badge tone={clock.late ? 'danger' : 'success'} icon="check">{[t.stepDone(showMoment(clock.done)), clock.late && t.stepLate].filter(Boolean).join(', ')}</Badge> : <span className={`court-left court-left-${left.tone}`} role="timer">{left.text}</span>}
        {!clock.done && onRecord && <Button small aria-label={`${t.recordStep}: ${t.steps[clock.step]}`} onPress={onRecord}>{t.recordStep}</Button>}
      </div>
    </li>
  )
}

function Steps({ view, writes }: { view: MeasureView; writes: boolean }) {
  const remove = useCommand(tutelaRemoveStep)
  if (view.steps.length === 0) return <p className="muted">{t.noSteps}</p>
  return (
    <ol className="cases-plain">
      {view.steps.map(({ id, value }) => (
        <li key={id} className="cases-member">
          <span>{[showMoment(value.done), value.step && t.steps[value.step], value.means && t.means[value.means], value.recipient, value.protocol && `prot. ${value.protocol}`, value.hearing_on && `${t.hearingFixed} ${showDate(value.hearing_on)}`, value.note].filter(Boolean).join(' · ')}</span>
          {writes && <Button small kind="quiet" onPress={() => remove.mutate({ step: id })}>{t.removeStep}</Button>}
        </li>
      ))}
    </ol>
  )
}

function Checklist({ view, writes }: { view: MeasureView; writes: boolean }) {
  const codes = useCourtCodes()
  const tick = useCommand(tutelaTickMeasure)
  const { id, value } = view.measure
  return (
    <>
      {(codes?.checklist ?? []).map((line) => (
        <CheckboxField key={line} name={`check-${line}`} label={t.checkOf(line)} isSelected={value.checked.includes(line)} isDisabled={!writes} onChange={(done) => tick.mutate({ measure: id, line, done })} />
      ))}
    </>
  )
}

function EditDialog({ view, onClose }: { view: MeasureView; onClose: () => void }) {
  const { id, seen, value } = view.measure
  const [form, setForm] = useDialogState('measure.form', { placed: momentValue(value.placed), measure: value })
  const [everywhere, setEverywhere] = useDialogState('measure.everywhere', view.cases.length > 1)
  return (
    <CaseDialog title={t.edit} isOpen onClose={onClose} run={tutelaEditMeasure} submit={it.kit.save} size="large" input={() => ({ id, seen, everywhere, value: { ...form.measure, placed: momentIn(form.placed) } })}>
      <MeasureFields form={form} onChange={setForm} />
      <EverywhereField files={view.cases.length} value={everywhere} onChange={setEverywhere} />
    </CaseDialog>
  )
}

function CloseDialog({ view, onClose }: { view: MeasureView; onClose: () => void }) {
  const { today } = useSession()
  const [how, setHow] = useDialogState<EsitoMisura>('measure.how', 'CONVALIDATA')
  const [on, setOn] = useDialogState<string | null>('measure.on', today)
  const [note, setNote] = useDialogState('measure.note', '')
  return (
    <CaseDialog title={t.closeMeasure} isOpen onClose={onClose} run={tutelaCloseMeasure} submit={t.closeMeasure} input={() => (on ? { measure: view.measure.id, closed: { how, on, note: said(note) } } : null)}>
      <p className="field-hint">{t.neverCloses}</p>
      <SelectField name="close-how" label={t.closeHow} choices={choices(t.measureEnds)} value={how} onChange={setHow} />
      <DateField name="close-on" label={t.closeOn} narrow value={on} onChange={setOn} />
      <TextField name="close-note" label={t.note} value={note} onChange={setNote} />
    </CaseDialog>
  )
}

type Open = 'edit' | 'close' | 'step' | Passo

function Guided({ view, court, label }: { view: MeasureView; court: CourtPage; label: string }) {
  const [open, setOpen] = useDialogState<Open | null>('measure', null)
  const { value, id } = view.measure
  const close = () => setOpen(null)
  const writes = court.writes
  const facts = [
    { label: t.placedOn, value: showMoment(value.placed) }, { label: t.takenByField, value: [value.authority && t.takenBy[value.authority], value.decided_by].filter(Boolean).join(' · ') },
    { label: t.reasons, value: value.reasons }, { label: t.place, value: value.place }, { label: t.procura, value: value.procura && authorityOf(court.authorities, value.procura) },
  ]
  return (
    <>
      <div className="line no-print">
        {value.closed ? <Badge>{t.closed(t.measureEnds[value.closed.how], showDate(value.closed.on))}</Badge> : <Badge tone="danger">{t.running}</Badge>}
        {view.cases.length > 1 && <Badge icon="user">{t.forMinors(view.cases.length)}</Badge>}
        <PrintButton label={t.print} note={() => tutelaPrintMeasure({ measure: id })} />
        {writes && <Button icon="pencil" onPress={() => setOpen('edit')}>{t.edit}</Button>}
        {writes && !value.closed && <Button onPress={() => setOpen('close')}>{t.closeMeasure}</Button>}
      </div>
      <Section title={t.clocks} actions={writes && <Button small icon="plus" onPress={() => setOpen('step')}>{t.recordOther}</Button>}>
        <ul className="cases-plain">
          {view.clocks.map((clock) => (
            <ClockLine key={clock.step} clock={clock} onRecord={writes ? () => setOpen(clock.step) : null} />
          ))}
        </ul>
        <p className="muted">{t.neverCloses}</p>
      </Section>
      <div className="court-two">
        <Section title={t.checklist}><Checklist view={view} writes={writes} /></Section>
        <div>
          <Section title={t.measureTitle}><Facts facts={facts} /></Section>
          <Section title={t.timeline}><Steps view={view} writes={writes} /></Section>
        </div>
      </div>
      <MeasurePrint view={view} court={court} label={label} />
      {open === 'edit' && <EditDialog view={view} onClose={close} />}
      {open === 'close' && <CloseDialog view={view} onClose={close} />}
      {open && open !== 'edit' && open !== 'close' && <StepDialog view={view} step={open === 'step' ? null : open} onClose={close} />}
    </>
  )
}

export function MeasurePage({ params }: { params: Params }) {
  const case_id = params['case_id'] ?? ''
  const { data, error } = useCourt(case_id)
  const page = useCase(case_id)
  const view = data?.measures.find((one) => one.measure.id === params['measure_id'])
  const label = page.data?.person.label ?? ''
  return (
    <Page>
      <PageHeader title={t.measureTitle} subtitle={label} back={{ label: it.cases.case, onPress: goBack }} />
      {error && <Notice kind="error">{describeError(error)}</Notice>}
      {data && view && <Guided view={view} court={data} label={label} />}
    </Page>
  )
}
