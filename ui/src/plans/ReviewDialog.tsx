// A review: who was there, how the goals came out, whether the plan goes on, is renewed or closed.
import { plansReview, type Coded, type PlanPage, type ReviewResult } from '../bindings'
import { CodeField } from '../cases'
import { DateField, notify, RadioField, TextArea, TextField } from '../components'
import { it } from '../messages/it'
import { navigate, useCommand, useDialogState, useSession } from '../navigation'
import { errorIn, FormDialog, OpenSelect } from '../people'
import { codeName, said, usePlanCodes } from './words'

const t = it.plans

type Result = ReviewResult['result']
const RESULTS: readonly Result[] = ['continues', 'open', 'renewed', 'closed']

export function ReviewDialog({ page, onClose }: { page: PlanPage; onClose: () => void }) {
  const { today } = useSession()
  const codes = usePlanCodes()
  const [on, setOn] = useDialogState<string | null>('review.on', today)
  const [present, setPresent] = useDialogState('review.present', '')
  const [text, setText] = useDialogState('review.text', '')
  const [outcomes, setOutcomes] = useDialogState<Readonly<Record<string, Coded>>>('review.outcomes', {})
  const [result, setResult] = useDialogState<Result>('review.result', 'continues')
  const [reason, setReason] = useDialogState<Coded | null>('review.reason', null)
  const command = useCommand(plansReview)
  const save = () =>
    command.mutate(
      {
        id: page.plan.id, on, present: said(present), text: said(text), outcomes: Object.entries(outcomes).map(([goal, outcome]) => ({ goal, outcome })),
        result: result === 'closed' ? { result, reason } : { result },
      },
      {
        onSuccess: ({ id }) => {
          notify('success', t.done)
          onClose()
          if (id !== page.plan.id) navigate('plan', { plan_id: id })
        },
      },
    )
  const choices = (codes?.outcomes ?? []).map((code) => ({ key: code.code, label: codeName(code) }))
  return (
    <FormDialog title={t.review} isOpen onClose={onClose} onSave={save} isPending={command.isPending} error={command.error} size="large">
      <div className="form-row">
        <DateField name="on" label={t.reviewOn} narrow max={today} value={on} onChange={setOn} error={errorIn(command.error, 'on')} />
        <TextField name="present" label={t.present} value={present} onChange={setPresent} />
      </div>
      <TextArea name="text" label={t.text} rows={3} value={text} onChange={setText} />
      {page.goals.map((goal, index) => (
        <OpenSelect
          key={goal.id} name={`outcome-${index}`} label={`${t.outcome}: ${goal.value.text ?? ''}`} choices={choices} value={(outcomes[goal.id] ?? goal.value.outcome)?.code ?? null}
          onChange={(key) => {
            const code = codes?.outcomes.find((one) => one.code === key)
            if (code) setOutcomes({ ...outcomes, [goal.id]: code })
          }}
        />
      ))}
      <RadioField<Result> name="result" label={t.result} inline choices={RESULTS.map((key) => ({ key, label: t.results[key] }))} value={result} onChange={setResult} />
      {result === 'closed' && <CodeField name="reason" label={t.reason} required codes={codes?.closing_reasons ?? []} value={reason} onChange={setReason} error={errorIn(command.error, 'reason')} />}
    </FormDialog>
  )
}
