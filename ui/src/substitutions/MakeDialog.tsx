// A new substitution: who is away, who stands in, the days, all cases or some. The same form asks the office for one's own.
import { substitutionsAsk, substitutionsChoose, substitutionsMake, type MadeSubstitution, type MakeSubstitution } from '../bindings'
import { CaseDialog, OperatorField } from '../cases'
import { CheckboxList, DateField, Notice, notify, RadioField } from '../components'
import { it } from '../messages/it'
import { useAnswer, useDialogState, useSession } from '../navigation'

const t = it.substitutions

interface Form {
  absent: string | null
  substitute: string | null
  from: string | null
  to: string | null
  which: 'all' | 'some'
  cases: string[]
  sent: boolean
}

const EMPTY: Form = { absent: null, substitute: null, from: null, to: null, which: 'all', cases: [], sent: false }

function Cases({ form, set }: { form: Form; set: (part: Partial<Form>) => void }) {
  const { absent, from, to } = form
  const isKnown = absent !== null && from !== null && to !== null && from <= to
  const asked = { absent: absent ?? '', from: from ?? '', to: to ?? '' }
  const { data } = useAnswer({ key: ['substitutions.choose', asked], ask: () => substitutionsChoose(asked), kinds: ['assignment', 'case_file', 'episode'], enabled: isKnown })
  if (!isKnown || !data) return null
  if (data.length === 0) return <Notice kind="warning">{t.none}</Notice>
  const choices = data.map((one) => ({ key: one.case, label: one.label, note: it.cases.serviceName(one.service) }))
  return (
    <>
      <RadioField
        name="which" label={t.which} value={form.which} onChange={(which) => set({ which })}
        choices={[{ key: 'all', label: t.all(data.length), note: t.allCases }, { key: 'some', label: t.someCases }]}
      />
      {form.which === 'some' && <CheckboxList name="cases" label={t.cases} choices={choices} value={form.cases} onChange={(cases) => set({ cases })} error={form.sent && form.cases.length === 0 ? t.missingCases : null} />}
    </>
  )
}

export function MakeDialog({ asks, onClose }: { asks: boolean; onClose: () => void }) {
  const { operator } = useSession()
  const [form, setForm] = useDialogState<Form>('substitution', { ...EMPTY, absent: asks ? operator : null })
  const set = (part: Partial<Form>) => setForm((old) => ({ ...old, ...part }))
  const { absent, substitute, from, to, sent } = form
  const isMissing = absent === null || substitute === null || from === null || to === null
  const input = (): MakeSubstitution | null => {
    set({ sent: true })
    if (absent === null || substitute === null || from === null || to === null) return null
    if (form.which === 'some' && form.cases.length === 0) return null
    return { absent, substitute, from, to, cases: form.which === 'some' ? form.cases : null }
  }
  const fields = (
    <>
      {sent && isMissing && <Notice kind="error" role="alert">{t.missing}</Notice>}
      {asks ? <p>{t.askHelp}</p> : <OperatorField name="absent" label={t.absent} value={absent} onChange={(who) => set({ absent: who, cases: [] })} />}
      <OperatorField name="substitute" label={t.substitute} value={substitute} onChange={(who) => set({ substitute: who })} />
      <div className="form-row">
        <DateField name="from" label={t.from} narrow required value={from} onChange={(day) => set({ from: day })} />
        <DateField name="to" label={t.to} narrow required value={to} onChange={(day) => set({ to: day })} />
      </div>
      <Cases form={form} set={set} />
    </>
  )
  if (asks) {
    return (
      <CaseDialog<MakeSubstitution, unknown> title={t.ask} isOpen onClose={onClose} run={substitutionsAsk} input={input} submit={it.office.askSend} done={t.asked}>
        {fields}
      </CaseDialog>
    )
  }
  return (
    <CaseDialog<MakeSubstitution, MadeSubstitution> title={t.make} isOpen onClose={onClose} run={substitutionsMake} input={input} submit={t.save} done={null} onDone={({ cases, left_out }) => notify('success', t.made(cases, left_out))}>
      {fields}
    </CaseDialog>
  )
}
