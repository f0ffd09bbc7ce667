// A request as it came in: who, by what title, about what and why, who else is concerned, what was checked.
import { accessoAttiEdit, accessoAttiRegister, type Controinteressato, type OneCase, type RichiestaAccesso, type RichiestaView, type Titolo, type Verifiche } from '../bindings'
import { CaseDialog } from '../cases'
import { Button, CheckboxList, DateField, IconButton, RadioField, SelectField, TextArea, TextField } from '../components'
import { it } from '../messages/it'
import { choicesOf } from '../messages/terms'
import { useDialogState, useSession } from '../navigation'
import { EMPTY } from './words'

const t = it.accessoAtti

type Change = (part: Partial<RichiestaAccesso>) => void
type YesNo = 'unsaid' | 'yes' | 'no'

const said = (text: string): string | null => (text === '' ? null : text)
const yesNo = (value: boolean | null | undefined): YesNo => (value === true ? 'yes' : value === false ? 'no' : 'unsaid')

function Check({ name, label, hint, value, onChange }: { name: string; label: string; hint?: string; value: boolean | null | undefined; onChange: (value: boolean | null) => void }) {
  const choices = (['unsaid', 'yes', 'no'] as const).map((key) => ({ key, label: t.answers[key] }))
  return <RadioField<YesNo> name={name} label={label} {...(hint ? { hint } : {})} inline choices={choices} value={yesNo(value)} onChange={(key) => onChange(key === 'unsaid' ? null : key === 'yes')} />
}

function Checks({ value, underMandate, change }: { value: RichiestaAccesso; underMandate: boolean; change: Change }) {
  const checks: Verifiche = value.checks ?? {}
  const set = (part: Verifiche) => change({ checks: { ...checks, ...part } })
  return (
    <fieldset className="accesso-group">
      <legend>{t.checks}</legend>
      <Check name="court" label={t.courtMandate} {...(underMandate ? { hint: t.courtMandateHint } : {})} value={checks.court_mandate} onChange={(court_mandate) => set({ court_mandate })} />
      <Check name="harm" label={t.harm} value={checks.harm} onChange={(harm) => set({ harm })} />
      <Check name="investigation" label={t.investigation} value={checks.investigation} onChange={(investigation) => set({ investigation })} />
      <p className="muted">{t.unverified}</p>
    </fieldset>
  )
}

function Concerned({ value, today, change }: { value: RichiestaAccesso; today: string; change: Change }) {
  const all = value.concerned ?? []
  const set = (at: number, part: Partial<Controinteressato>) => change({ concerned: all.map((one, index) => (index === at ? { ...one, ...part } : one)) })
  return (
    <fieldset className="accesso-group">
      <legend>{t.concerned}</legend>
      <p className="muted">{t.concernedHelp}</p>
      {all.map((one, at) => (
        <div key={at} className="form-row">
          <TextField name={`concerned-${at}`} label={t.concernedName(at + 1)} value={one.name} onChange={(name) => set(at, { name })} />
          <DateField name={`notified-${at}`} label={t.notified} narrow max={today} value={one.notified_on ?? null} onChange={(notified_on) => set(at, { notified_on })} />
          <DateField name={`opposed-${at}`} label={t.opposed} narrow max={today} value={one.opposed_on ?? null} onChange={(opposed_on) => set(at, { opposed_on })} />
          <IconButton icon="close" small label={t.removeConcerned(at + 1)} onPress={() => change({ concerned: all.filter((_, index) => index !== at) })} />
        </div>
      ))}
      <div>
        <Button small icon="plus" onPress={() => change({ concerned: [...all, { name: '', notified_on: null, opposed_on: null }] })}>{t.addConcerned}</Button>
      </div>
    </fieldset>
  )
}

function Who({ value, change }: { value: RichiestaAccesso; change: Change }) {
  const delegate = value.delegate ?? {}
  return (
    <>
      <div className="form-row">
        <TextField name="applicant" label={t.applicant} required autoFocus value={value.applicant ?? ''} onChange={(applicant) => change({ applicant: said(applicant) })} />
        <SelectField<Titolo> name="title" label={t.byTitle} choices={choicesOf(t.titles)} value={value.title ?? null} onChange={(title) => change({ title })} />
      </div>
      <div className="form-row">
        <TextField name="delegate" label={t.delegate} value={delegate.name ?? ''} onChange={(name) => change({ delegate: { ...delegate, name: said(name) } })} />
        <DateField name="delegate-on" label={t.delegateOn} narrow value={delegate.on ?? null} onChange={(on) => change({ delegate: { ...delegate, on } })} />
      </div>
    </>
  )
}

function Papers({ value, today, change }: { value: RichiestaAccesso; today: string; change: Change }) {
  const protocol = value.protocol ?? {}
  return (
    <>
      <div className="form-row">
        <DateField name="received" label={t.received} narrow max={today} value={value.received_on ?? null} onChange={(received_on) => change({ received_on })} />
        <TextField name="protocol-number" label={t.protocolNumber} narrow value={protocol.number ?? ''} onChange={(number) => change({ protocol: { ...protocol, number: said(number) } })} />
        <DateField name="protocol-on" label={t.protocolOn} hint={t.protocolHint} narrow max={today} value={protocol.on ?? null} onChange={(on) => change({ protocol: { ...protocol, on } })} />
      </div>
      <TextArea name="subject" label={t.subject} required rows={2} value={value.subject ?? ''} onChange={(subject) => change({ subject: said(subject) })} />
      <TextArea name="reason" label={t.reason} rows={2} value={value.reason ?? ''} onChange={(reason) => change({ reason: said(reason) })} />
    </>
  )
}

interface Props {
  caseId: string
  /** The other files in which it may stand too: brothers and sisters. */
  together: readonly { case: string; label: string }[]
  underMandate: boolean
  /** The request that is put right; none for a new one. */
  view: RichiestaView | null
  onClose: () => void
}

export function FormDialog({ caseId, together, underMandate, view, onClose }: Props) {
  const { today } = useSession()
  const [value, setValue] = useDialogState<RichiestaAccesso>('richiesta', view?.request.value ?? { ...EMPTY, received_on: today })
  const [others, setOthers] = useDialogState<string[]>('richiesta.files', [])
  const change: Change = (part) => setValue((old) => ({ ...old, ...part }))
  const fields = (
    <>
      {!view && together.length > 0 && <CheckboxList name="files" label={t.files} choices={together.map((one) => ({ key: one.case, label: one.label }))} value={others} onChange={setOthers} />}
      <Who value={value} change={change} />
      <Papers value={value} today={today} change={change} />
      <Checks value={value} underMandate={underMandate} change={change} />
      <Concerned value={value} today={today} change={change} />
    </>
  )
  if (view) {
    const { id, seen } = view.request
    return (
      <CaseDialog title={t.editOf(value.applicant ?? '')} isOpen onClose={onClose} run={accessoAttiEdit} input={() => ({ id, seen, value })} submit={it.kit.save} done={t.saved} size="large">
        {fields}
      </CaseDialog>
    )
  }
  return (
    <CaseDialog<{ cases: string[]; value: RichiestaAccesso }, OneCase> title={t.register} isOpen onClose={onClose} run={accessoAttiRegister} input={() => ({ cases: [caseId, ...others], value })} submit={t.save} done={t.saved} size="large">
      {fields}
    </CaseDialog>
  )
}
