// A draft of a plan: what it is, its goals, who signs. Ctrl+Invio saves; nothing of it binds anybody yet.
import { plansGet, plansSave, type Goal, type Party, type PartyKind, type PeiBasis, type Plan, type PlanPage, type Unit } from '../bindings'
import { CodeField, OperatorField } from '../cases'
import { Button, DateField, IconButton, Notice, notify, Page, PageHeader, Section, SelectField, TextArea, TextField } from '../components'
import { it } from '../messages/it'
import { choicesOf } from '../messages/terms'
import { clearViewState, goBack, navigate, useAnswer, useCommand, useSession, useShortcut, useViewState, type Params } from '../navigation'
import { errorIn } from '../people'
import { describeError } from '../platform'
import { said, usePlanCodes } from './words'

const t = it.plans

interface GoalDraft {
  id: string | null
  goal: Goal
  seen: string[]
}

interface Draft {
  id: string | null
  case: string
  plan: Plan
  goals: GoalDraft[]
  removed: string[]
  seen: string[]
}

interface PartProps {
  draft: Draft
  onChange: (draft: Draft) => void
  error: unknown
}

const blankGoal = (): GoalDraft => ({ id: null, goal: { term: 'short' }, seen: [] })
const withPlan = (draft: Draft, part: Partial<Plan>): Draft => ({ ...draft, plan: { ...draft.plan, ...part } })

/** On what the PEI stands: the profilo, or the diagnosi as long as there is none. */
function PeiFields({ basis, onChange }: { basis: PeiBasis; onChange: (basis: PeiBasis) => void }) {
  return (
    <>
      <div className="form-row">
        <DateField name="profilo" label={t.profilo} value={basis.profilo_on ?? null} onChange={(profilo_on) => onChange({ ...basis, profilo_on })} />
        {!basis.profilo_on && <DateField name="diagnosi" label={t.diagnosi} required hint={t.diagnosiHelp} value={basis.diagnosi_on ?? null} onChange={(diagnosi_on) => onChange({ ...basis, diagnosi_on })} />}
      </div>
      <p className="muted">{t.tablesC}</p>
    </>
  )
}

function WhatSection({ draft, onChange, error }: PartProps) {
  const codes = usePlanCodes()
  const { plan } = draft
  const put = (part: Partial<Plan>) => onChange(withPlan(draft, part))
  const every = plan.review
  const count = (typed: string) => {
    const n = Number.parseInt(typed, 10)
    put({ review: Number.isNaN(n) || n < 1 ? null : { n: Math.min(n, 999), unit: every?.unit ?? 'months' } })
  }
  return (
    <Section title={t.title}>
      <div className="form-row">
        <CodeField name="kind" label={t.kind} required codes={codes?.kinds ?? []} value={plan.kind ?? null} onChange={(kind) => put({ kind })} error={errorIn(error, 'kind')} />
        <TextField name="subject" label={t.subject} value={plan.subject ?? ''} onChange={(subject) => put({ subject: said(subject) })} />
        <SelectField name="beneficiary" label={t.beneficiary} narrow choices={choicesOf(t.beneficiaries)} value={plan.beneficiary} onChange={(beneficiary) => put({ beneficiary })} />
      </div>
      {plan.kind?.code === 'PEI' && <PeiFields basis={plan.pei ?? {}} onChange={(pei) => put({ pei })} />}
      <div className="form-row">
        <DateField name="starts" label={t.starts} narrow value={plan.starts ?? null} onChange={(starts) => put({ starts })} />
        <DateField name="ends" label={t.ends} narrow value={plan.ends ?? null} onChange={(ends) => put({ ends })} error={errorIn(error, 'ends')} />
        <TextField name="every" label={t.reviewEvery} narrow inputMode="numeric" value={every ? String(every.n) : ''} onChange={count} />
        <SelectField<Unit> name="unit" label={t.reviewUnit} narrow choices={choicesOf(t.units)} value={every?.unit ?? 'months'} onChange={(unit) => put({ review: { n: every?.n ?? 1, unit } })} />
      </div>
      <div className="form-row">
        <OperatorField name="responsible" label={t.responsible} nobody={t.nobody} value={plan.responsible ?? null} onChange={(responsible) => put({ responsible })} />
        <OperatorField name="monitor" label={t.monitor} nobody={t.nobody} value={plan.monitor ?? null} onChange={(monitor) => put({ monitor })} />
      </div>
      <TextArea name="motives" label={t.motives} rows={3} value={plan.motives ?? ''} onChange={(motives) => put({ motives: motives === '' ? null : motives })} />
      <TextArea name="measures" label={t.measures} rows={3} value={plan.measures ?? ''} onChange={(measures) => put({ measures: measures === '' ? null : measures })} />
    </Section>
  )
}

function GoalsSection({ draft, onChange }: PartProps) {
  const put = (at: number, part: Partial<Goal>) => onChange({ ...draft, goals: draft.goals.map((one, index) => (index === at ? { ...one, goal: { ...one.goal, ...part } } : one)) })
  const remove = (at: number) => {
    const gone = draft.goals[at]?.id
    onChange({ ...draft, goals: draft.goals.filter((_, index) => index !== at), removed: gone ? [...draft.removed, gone] : draft.removed })
  }
  return (
    <Section title={t.goals} actions={<Button small icon="plus" onPress={() => onChange({ ...draft, goals: [...draft.goals, blankGoal()] })}>{t.addGoal}</Button>}>
      {draft.goals.map((one, index) => (
        <div className="plans-row" key={one.id ?? `new-${index}`}>
          <SelectField name={`term-${index}`} label={t.term} narrow choices={choicesOf(t.terms)} value={one.goal.term} onChange={(term) => put(index, { term })} />
          <TextField name={`goal-${index}`} label={t.goal(index + 1)} value={one.goal.text ?? ''} onChange={(text) => put(index, { text: said(text) })} />
          <TextField name={`indicator-${index}`} label={t.indicator} value={one.goal.indicator ?? ''} onChange={(indicator) => put(index, { indicator: said(indicator) })} />
          <IconButton icon="close" label={t.removeGoal(index + 1)} onPress={() => remove(index)} />
        </div>
      ))}
    </Section>
  )
}

function SignersSection({ draft, onChange }: PartProps) {
  const { parties } = draft.plan
  const set = (next: Party[]) => onChange(withPlan(draft, { parties: next }))
  const put = (at: number, part: Partial<Party>) => set(parties.map((one, index) => (index === at ? { ...one, ...part } : one)))
  return (
    <Section title={t.signers} actions={<Button small icon="plus" onPress={() => set([...parties, { kind: 'parent', name: '' }])}>{t.addSigner}</Button>}>
      {parties.map((party, index) => (
        <div className="plans-row" key={index}>
          <SelectField<PartyKind> name={`party-kind-${index}`} label={t.signerKind(index + 1)} choices={choicesOf(t.parties)} value={party.kind} onChange={(kind) => put(index, { kind })} />
          <TextField name={`party-${index}`} label={t.signer(index + 1)} value={party.name} onChange={(name) => put(index, { name, operator: null, person: null })} />
          <IconButton icon="close" label={t.removeSigner(index + 1)} onPress={() => set(parties.filter((_, at) => at !== index))} />
        </div>
      ))}
    </Section>
  )
}

function Form({ title, first }: { title: string; first: Draft }) {
  const [draft, setDraft] = useViewState<Draft>('draft', first)
  const command = useCommand(plansSave)
  const save = () =>
    command.mutate(draft, {
      onSuccess: ({ id }) => {
        clearViewState()
        notify('success', t.saved)
        if (draft.id === null) navigate('plan', { plan_id: id }, { replace: true })
        else goBack()
      },
    })
  useShortcut('Ctrl+Invio', t.save, save)
  const part = { draft, onChange: setDraft, error: command.error }
  return (
    <Page>
      <PageHeader title={title} back={{ label: it.shell.back, onPress: goBack }} />
      <form
        className="form plans-form" noValidate
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        {command.error ? <Notice kind="error" role="alert">{describeError(command.error)}</Notice> : null}
        <WhatSection {...part} />
        <GoalsSection {...part} />
        <SignersSection {...part} />
        <div className="form-actions">
          <Button kind="primary" type="submit" keys="Ctrl+Invio" isPending={command.isPending}>{t.save}</Button>
          <Button onPress={goBack}>{it.kit.cancel}</Button>
        </div>
      </form>
    </Page>
  )
}

export function NewPlanPage({ params }: { params: Params }) {
  const { operator, operator_name, today } = useSession()
  const me: Party = { kind: 'operator', name: operator_name ?? '', operator }
  const plan: Plan = { beneficiary: 'person', starts: today, responsible: operator, parties: [me], review: { n: 6, unit: 'months' }, state: { is: 'bozza' } }
  return <Form title={t.add} first={{ id: null, case: params['case_id'] ?? '', plan, goals: [blankGoal()], removed: [], seen: [] }} />
}

const draftOf = ({ case: of, plan, goals }: PlanPage): Draft => ({
  id: plan.id, case: of, plan: plan.value, goals: goals.map((one) => ({ id: one.id, goal: one.value, seen: one.seen })), removed: [], seen: plan.seen,
})

export function EditPlanPage({ params }: { params: Params }) {
  const id = params['plan_id'] ?? ''
  const { data, error } = useAnswer({ key: ['plans.get', id], ask: () => plansGet({ id }), kinds: ['care_plan', 'plan_goal'] })
  if (error) {
    return (
      <Page>
        <PageHeader title={t.edit} back={{ label: it.shell.back, onPress: goBack }} />
        <Notice kind="error">{describeError(error)}</Notice>
      </Page>
    )
  }
  return data ? <Form title={t.edit} first={draftOf(data)} /> : null
}
