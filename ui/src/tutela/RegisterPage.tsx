// Registra provvedimento: once for all its minors, its dates apart, its mandates one by one.
import { useState, type FormEvent } from 'react'
import { tutelaRegisterOrder, type CasePage, type CourtPage, type Mandato, type Prescrizione } from '../bindings'
import { useCase } from '../cases/CasePage'
import { Button, CheckboxList, focusNamed, Notice, notify, Page, PageHeader, Section, SelectField } from '../components'
import { showDate } from '../dates/civil'
import { AGAIN, ChosenFiles, newFile, useChosenFiles } from '../files'
import { it } from '../messages/it'
import { clearViewState, goBack, useCommand, useSession, useViewState, type Params } from '../navigation'
import { describeError } from '../platform'
import { useCourt } from './asked'
import { MandatesAndPrescriptions } from './dialogs'
import { NO_MANDATE } from './fields'
import { MinorsField, minorsOf, type Minor } from './MinorsField'
import { formOf, OrderFields, orderOf, type OrderForm } from './OrderFields'
import { orderTitle } from './words'
import './tutela.css'

const t = it.tutela
const NONE = ''

interface Form {
  minors: Minor[]
  chosen: string[]
  order: OrderForm
  mandates: Mandato[]
  prescriptions: Prescrizione[]
  ends: string[]
  proceeding: string
}

/** What it ends, and in which proceeding: only when there is something to choose. */
function Ties({ court, form, onChange }: { court: CourtPage; form: Form; onChange: (form: Form) => void }) {
  const holding = court.orders.filter((one) => one.holds && one.order.value.act)
  const ends = holding.map((one) => ({ key: one.order.value.act ?? '', label: [orderTitle(one.order.value), showDate(one.order.value.issued_on)].filter(Boolean).join(' · ') }))
  const proceedings = court.proceedings.filter((one) => one.value.act).map((one) => ({ key: one.value.act ?? '', label: one.value.number ?? t.proceedingTitle }))
  return (
    <>
      {proceedings.length > 0 && <SelectField name="proceeding" label={t.proceeding} choices={[{ key: NONE, label: t.none }, ...proceedings]} value={form.proceeding} onChange={(proceeding) => onChange({ ...form, proceeding })} />}
      {ends.length > 0 && <CheckboxList name="ends" label={t.ends} choices={ends} value={form.ends} onChange={(keys) => onChange({ ...form, ends: keys })} />}
    </>
  )
}

function RegisterForm({ page, court }: { page: CasePage; court: CourtPage }) {
  const { today } = useSession()
  const minors = minorsOf(page)
  const [form, setForm] = useViewState<Form>('form', { minors, chosen: [page.case], order: formOf({ arrived_on: today }), mandates: [NO_MANDATE], prescriptions: [], ends: [], proceeding: NONE })
  const [kindless, setKindless] = useState(false)
  const papers = useChosenFiles('papers')
  const [unreadable, setUnreadable] = useState(false)
  const register = useCommand(tutelaRegisterOrder)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setUnreadable(false)
    const order = orderOf(form.order)
    setKindless(!order.kind)
    if (!order.kind) {
      focusNamed('order-kind')
      return
    }
    // What was chosen and is not in memory any more is chosen again, or left: not forgotten.
    if (papers.again.length > 0) return void focusNamed(AGAIN)
    const { chosen: cases, mandates, prescriptions, ends } = form
    const read = await Promise.all(papers.files.map((file) => newFile(file))).catch(() => null)
    if (!read) return setUnreadable(true)
    register.mutate({ papers: read, cases, order, mandates, prescriptions, ends, proceeding: form.proceeding === NONE ? null : form.proceeding, affidamento: null }, {
      onSuccess: ({ orders }) => {
        clearViewState()
        notify('success', t.registered(orders.length))
        goBack()
      },
    })
  }
  return (
    <form className="form court-form" onSubmit={(event) => void submit(event)} noValidate>
      {register.error !== null && <Notice kind="error" role="alert">{describeError(register.error)}</Notice>}
      {unreadable && <Notice kind="error" role="alert">{it.files.unreadable}</Notice>}
      <Section title={t.minors}>
        <MinorsField minors={form.minors} chosen={form.chosen} onChange={(all, chosen) => setForm({ ...form, minors: all, chosen })} />
      </Section>
      <Section title={t.orders}>
        <OrderFields form={form.order} onChange={(order) => setForm({ ...form, order })} kindError={kindless ? t.missingKind : null} />
        <Ties court={court} form={form} onChange={setForm} />
      </Section>
      <Section title={it.files.title}>
        <ChosenFiles {...papers} />
      </Section>
      <Section title={t.what}>
        <MandatesAndPrescriptions today={today} mandates={form.mandates} onMandates={(mandates) => setForm({ ...form, mandates })} prescriptions={form.prescriptions} onPrescriptions={(prescriptions) => setForm({ ...form, prescriptions })} />
      </Section>
      <div className="line">
        <Button kind="primary" type="submit" isPending={register.isPending}>{t.save}</Button>
        <Button onPress={goBack}>{it.kit.cancel}</Button>
      </div>
    </form>
  )
}

export function RegisterPage({ params }: { params: Params }) {
  const case_id = params['case_id'] ?? ''
  const page = useCase(case_id)
  const court = useCourt(case_id)
  const error = page.error ?? court.error
  return (
    <Page>
      <PageHeader title={t.registerTitle} {...(page.data ? { subtitle: page.data.person.label } : {})} back={{ label: it.kit.back, onPress: goBack }} />
      {error !== null && <Notice kind="error">{describeError(error)}</Notice>}
      {page.data && court.data && <RegisterForm page={page.data} court={court.data} />}
    </Page>
  )
}
