// A new assessment: the sets that are wanted, each question with its list; it begins from the last one and is signed.
import { assessmentsSign, type AskedQuestion, type AskedSet, type Assessment, type AssessmentsOfCase, type Coded, type QuestionSet } from '../bindings'
import { Button, CheckboxList, DateField, Notice, notify, Page, PageHeader, Section, TextArea, TextField } from '../components'
import { it } from '../messages/it'
import { clearViewState, goBack, useCommand, useSession, useShortcut, useViewState, type Params } from '../navigation'
import { errorIn, OpenSelect } from '../people'
import { describeError } from '../platform'
import { useQuestions } from './AssessmentsPage'
import { useAssessments } from './AssessmentsSection'

const t = it.assessments
const ORDERED = 'SINBA_PROVVEDIMENTO'
const YES = '1'

interface PartProps {
  draft: Assessment
  onChange: (draft: Assessment) => void
}

function Question({ question, draft, onChange }: PartProps & { question: AskedQuestion }) {
  const { key, answers, many } = question
  const given = draft.answers?.[key] ?? []
  const choices = answers.map((code) => ({ key: code.code, label: it.cases.codeName(code) }))
  const put = (next: Coded[]) => onChange({ ...draft, answers: { ...draft.answers, [key]: next } })
  const coded = (codes: readonly (string | null)[]) => answers.filter((answer) => codes.includes(answer.code))
  if (many) return <CheckboxList name={key} label={t.questionName(key)} inline choices={choices} value={given.map(({ code }) => code)} onChange={(codes) => put(coded(codes))} />
  return <OpenSelect name={key} label={t.questionName(key)} choices={choices} value={given[0]?.code ?? null} onChange={(code) => put(coded([code]))} />
}

function OrderFields({ set, draft, onChange }: PartProps & { set: AskedSet }) {
  const order = draft.order ?? {}
  const put = (part: typeof order) => onChange({ ...draft, order: { ...order, ...part } })
  return (
    <div className="form-row">
      <DateField name="order-on" label={t.orderOn} narrow value={order.on ?? null} onChange={(on) => put({ on })} />
      <TextField name="order-authority" label={t.orderAuthority} value={order.authority ?? ''} onChange={(authority) => put({ authority })} />
      <OpenSelect
        name="order-kind" label={t.orderKind} choices={set.order_kinds.map((code) => ({ key: code.code, label: it.cases.codeName(code) }))} value={order.kind?.code ?? null}
        onChange={(key) => put({ kind: set.order_kinds.find(({ code }) => code === key) ?? null })}
      />
    </div>
  )
}

function SetSection({ set, ...part }: PartProps & { set: AskedSet }) {
  const { draft, onChange } = part
  const ordered = set.order_kinds.length > 0 && draft.answers?.[ORDERED]?.[0]?.code === YES
  return (
    <Section title={t.sets[set.set]}>
      <div className="assess-questions">
        {set.questions.map((question) => (
          <Question key={question.key} question={question} {...part} />
        ))}
      </div>
      {ordered && <OrderFields set={set} {...part} />}
      {set.areas.map((area) => (
        <TextArea key={area} name={`text-${area}`} label={t.words(area)} rows={1} value={draft.texts?.[area] ?? ''} onChange={(text) => onChange({ ...draft, texts: { ...draft.texts, [area]: text } })} />
      ))}
    </Section>
  )
}

function Form({ case_id, known, sets }: { case_id: string; known: AssessmentsOfCase; sets: readonly AskedSet[] }) {
  const { today } = useSession()
  const last = known.assessments[0]?.assessment
  const [draft, setDraft] = useViewState<Assessment>('draft', { ...last, on: today, sets: last?.sets ?? ['card'] })
  const command = useCommand(assessmentsSign)
  const sign = () =>
    command.mutate(
      { case: case_id, assessment: draft },
      {
        onSuccess: () => {
          clearViewState()
          notify('success', t.signed)
          goBack()
        },
      },
    )
  useShortcut('Ctrl+Invio', t.sign, sign)
  const chosen = draft.sets ?? []
  return (
    <Page>
      <PageHeader title={t.add} subtitle={known.names[case_id]?.name} back={{ label: it.shell.back, onPress: goBack }} />
      <form
        className="form assess-form" noValidate
        onSubmit={(event) => {
          event.preventDefault()
          sign()
        }}
      >
        {command.error ? <Notice kind="error" role="alert">{describeError(command.error)}</Notice> : null}
        <Section title={t.which}>
          <CheckboxList<QuestionSet> name="sets" label={t.which} inline choices={sets.map(({ set }) => ({ key: set, label: t.sets[set] }))} value={chosen} onChange={(next) => setDraft({ ...draft, sets: next })} />
          <DateField name="on" label={t.on} narrow max={today} value={draft.on ?? null} onChange={(on) => setDraft({ ...draft, on })} error={errorIn(command.error, 'on')} />
        </Section>
        {sets
          .filter(({ set }) => chosen.includes(set))
          .map((set) => (
            <SetSection key={set.set} set={set} draft={draft} onChange={setDraft} />
          ))}
        <TextArea name="summary" label={t.summary} rows={4} value={draft.summary ?? ''} onChange={(summary) => setDraft({ ...draft, summary })} error={errorIn(command.error, 'summary')} />
        <p className="field-hint">{t.signHelp}</p>
        <div className="form-actions">
          <Button kind="primary" type="submit" keys="Ctrl+Invio" isPending={command.isPending}>{t.sign}</Button>
          <Button onPress={goBack}>{it.kit.cancel}</Button>
        </div>
      </form>
    </Page>
  )
}

export function NewAssessmentPage({ params }: { params: Params }) {
  const id = params['case_id'] ?? ''
  const { data, error } = useAssessments(id)
  const sets = useQuestions()
  if (error) {
    return (
      <Page>
        <PageHeader title={t.add} back={{ label: it.shell.back, onPress: goBack }} />
        <Notice kind="error">{describeError(error)}</Notice>
      </Page>
    )
  }
  return data && sets ? <Form case_id={id} known={data} sets={sets} /> : null
}
