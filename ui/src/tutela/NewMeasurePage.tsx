// Apri art. 403: as little as can be asked, so that the clock runs; the rest follows on the guided page.
import type { FormEvent } from 'react'
import { tutelaOpenMeasure, type CasePage, type Misura403 } from '../bindings'
import { useCase } from '../cases/CasePage'
import { Button, Notice, notify, Page, PageHeader, SelectField, TextArea, TextField } from '../components'
import { it } from '../messages/it'
import { clearViewState, goBack, navigate, useCommand, useViewState, type Params } from '../navigation'
import { describeError } from '../platform'
import { AuthorityField, choices, MomentFields, momentIn, momentValue } from './fields'
import { MinorsField, minorsOf, type Minor } from './MinorsField'
import { momentNow } from './words'
import './tutela.css'

const t = it.tutela

interface Form {
  minors: Minor[]
  chosen: string[]
  placed: ReturnType<typeof momentValue>
  measure: Misura403
}

interface MeasureFieldsProps {
  form: Pick<Form, 'placed' | 'measure'>
  onChange: (form: Pick<Form, 'placed' | 'measure'>) => void
}

/** When, who, why, where. */
export function MeasureFields({ form, onChange }: MeasureFieldsProps) {
  const { measure, placed } = form
  const set = (part: Partial<Misura403>) => onChange({ placed, measure: { ...measure, ...part } })
  const future = placed.on && placed.time && `${placed.on} ${placed.time}` > `${momentNow().on} ${momentNow().time}`
  return (
    <>
      <MomentFields name="placed" on={t.placedOn} at={t.placedAt} hint={t.placedHelp} value={placed} onChange={(moment) => onChange({ measure, placed: moment })} withNow />
      {future && <Notice kind="warning">{t.future}</Notice>}
      <div className="form-row">
        <SelectField name="taken-by" label={t.takenByField} choices={choices(t.takenBy)} value={measure.authority ?? null} onChange={(authority) => set({ authority })} />
        <TextField name="decided-by" label={t.decidedBy} value={measure.decided_by ?? ''} onChange={(decided_by) => set({ decided_by })} />
      </div>
      <TextArea name="reasons" label={t.reasons} rows={3} value={measure.reasons ?? ''} onChange={(reasons) => set({ reasons })} />
      <TextField name="place" label={t.place} value={measure.place ?? ''} onChange={(place) => set({ place })} />
      <AuthorityField name="procura" label={t.procura} value={measure.procura} onChange={(procura) => set({ procura })} />
    </>
  )
}

function NewMeasure({ page }: { page: CasePage }) {
  const minors = minorsOf(page)
  const [form, setForm] = useViewState<Form>('form', { minors, chosen: [page.case], placed: momentValue(momentNow()), measure: { checked: [], authority: 'SERVIZI' } })
  const open = useCommand(tutelaOpenMeasure)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    open.mutate({ cases: form.chosen, measure: { ...form.measure, placed: momentIn(form.placed) } }, {
      onSuccess: ({ id }) => {
        clearViewState()
        notify('success', t.saved)
        navigate('measure', { case_id: page.case, measure_id: id }, { replace: true })
      },
    })
  }
  return (
    <form className="form court-form" onSubmit={submit} noValidate>
      {open.error !== null && <Notice kind="error" role="alert">{describeError(open.error)}</Notice>}
      <MinorsField minors={form.minors} chosen={form.chosen} onChange={(all, chosen) => setForm({ ...form, minors: all, chosen })} />
      <MeasureFields form={form} onChange={(part) => setForm({ ...form, ...part })} />
      <div className="line">
        <Button kind="primary" type="submit" isPending={open.isPending}>{t.openMeasure}</Button>
        <Button onPress={goBack}>{it.kit.cancel}</Button>
      </div>
    </form>
  )
}

export function NewMeasurePage({ params }: { params: Params }) {
  const { data, error } = useCase(params['case_id'] ?? '')
  return (
    <Page>
      <PageHeader title={t.measureTitle} {...(data ? { subtitle: data.person.label } : {})} back={{ label: it.kit.back, onPress: goBack }} />
      {error && <Notice kind="error">{describeError(error)}</Notice>}
      {data && <NewMeasure page={data} />}
    </Page>
  )
}
