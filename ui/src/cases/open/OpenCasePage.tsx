// Apri cartella sociale: person, service, who follows it; brothers and sisters beside, or a case that runs already.
import { useEffect, useState, type FormEvent } from 'react'
import { casesOpen, peopleGet } from '../../bindings'
import { Button, ErrorSummary, focusNamed, Notice, notify, Page, PageHeader, type FormError } from '../../components'
import { it } from '../../messages/it'
import { clearViewState, goBack, navigate, useAnswer, useCommand, useSession, useViewState, type Params } from '../../navigation'
import { describeError, toIpcError } from '../../platform'
import { emptyForm, inputOf, type OpenForm } from './form'
import { RunningSection, ServiceSection, TeamSection, WhoSection } from './sections'

const t = it.cases

/** The person that the page was opened for, put into the form once. */
function usePreset(person_id: string | undefined, form: OpenForm, change: (form: OpenForm) => void) {
  const asked = person_id !== undefined && form.person === null
  const { data } = useAnswer({ key: ['people.get', person_id], ask: () => peopleGet({ id: person_id ?? '' }), kinds: ['person'], enabled: asked })
  useEffect(() => {
    if (asked && data) change({ ...form, person: { key: data.card.id, label: data.card.name ?? '' } })
  }, [asked, data, form, change])
}

function faultsOf(form: OpenForm): FormError[] {
  const faults: FormError[] = []
  if (!form.person) faults.push({ name: 'case-person', text: t.missingPerson })
  if (!form.service) faults.push({ name: 'case-service', text: t.missingService })
  return faults
}

/** The refusal that has a way out: the case that is there already. */
function Refused({ error }: { error: unknown }) {
  const { code, params } = toIpcError(error)
  const existing = code === 'case_exists' && typeof params['case'] === 'string' ? params['case'] : null
  return (
    <Notice kind="error" role="alert" actions={existing && <Button small onPress={() => navigate('case', { case_id: existing })}>{t.goToExisting}</Button>}>
      {describeError(error)}
    </Notice>
  )
}

export function OpenCasePage({ params }: { params: Params }) {
  const { operator, today } = useSession()
  const [form, setForm] = useViewState<OpenForm>('form', emptyForm(operator))
  const [faults, setFaults] = useState<FormError[]>([])
  const open = useCommand(casesOpen)
  usePreset(params['person_id'], form, setForm)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const input = inputOf(form, today)
    const found = faultsOf(form)
    setFaults(found)
    if (input === null) {
      focusNamed(found[0]?.name ?? 'case-person')
      return
    }
    open.mutate(input, {
      onSuccess: ({ cases }) => {
        clearViewState()
        notify('success', cases.length === 1 ? t.openedOne : t.openedMany(cases.length))
        navigate(cases.length === 1 ? 'case' : 'cases', cases.length === 1 ? { case_id: cases[0] ?? '' } : {}, { replace: true })
      },
    })
  }
  const part = { form, onChange: setForm, faultOf: (name: string) => faults.find((one) => one.name === name)?.text ?? null }
  return (
    <Page>
      <PageHeader title={t.open} back={{ label: it.kit.back, onPress: goBack }} />
      <form className="form cases-open" onSubmit={submit} noValidate>
        {faults.length > 0 && <ErrorSummary errors={faults} />}
        {open.error !== null && <Refused error={open.error} />}
        <WhoSection {...part} />
        <ServiceSection {...part} />
        <TeamSection {...part} />
        <RunningSection {...part} />
        <div className="line">
          <Button kind="primary" type="submit" isPending={open.isPending}>{t.openNow}</Button>
          <Button onPress={goBack}>{it.kit.cancel}</Button>
        </div>
      </form>
    </Page>
  )
}
