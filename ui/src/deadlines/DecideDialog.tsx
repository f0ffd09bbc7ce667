// Deciding about a deadline: met, another end with its reason, an extension.
import { useState } from 'react'
import { deadlinesDecide, type DeadlineDecision, type DeadlineView } from '../bindings'
import { Button, DateField, Dialog, Notice, notify, TextField } from '../components'
import { it } from '../messages/it'
import { useCommand, useDialogState, useSession } from '../navigation'
import { describeError } from '../platform'
import { dayOfMoment } from './words'

const t = it.deadlines
export type Verb = keyof typeof t.verbs

const ASKS_REASON: readonly Verb[] = ['moved', 'restored', 'reopened']
const ASKS_DAY: readonly Verb[] = ['met', 'extension_asked', 'extension_granted', 'extension_denied']

interface Filled {
  on: string | null
  until: string | null
}

/** What the form says, or null while something is missing. */
function decisionOf(verb: Verb, { on, until }: Filled): DeadlineDecision | null {
  switch (verb) {
    case 'met': return on ? { type: 'met', at: { type: 'day', at: on }, by: null } : null
    case 'moved': return until ? { type: 'moved', to: { type: 'day', at: until }, computed: null } : null
    case 'extension_asked': return on ? { type: 'extension_asked', on, until } : null
    case 'extension_granted': return on && until ? { type: 'extension_granted', on, until } : null
    case 'extension_denied': return on ? { type: 'extension_denied', on } : null
    case 'restored': return { type: 'restored' }
    case 'reopened': return { type: 'reopened' }
  }
}

interface Props {
  caseId: string
  view: DeadlineView
  verb: Verb
  onClose: () => void
}

const FORM = 'decide-deadline'
const until = (verb: Verb) => (verb === 'moved' ? t.fields.newEnd : verb === 'extension_asked' ? t.fields.untilAsked : t.fields.until)

export function DecideDialog({ caseId, view, verb, onClose }: Props) {
  const { today } = useSession()
  const { key, due } = view.deadline
  const [on, setOn] = useDialogState<string | null>('decide.on', today)
  const [end, setEnd] = useDialogState<string | null>('decide.end', verb === 'moved' ? dayOfMoment(due) : null)
  const [reason, setReason] = useDialogState('decide.reason', '')
  const [tried, setTried] = useState(false)
  const command = useCommand(deadlinesDecide)
  const needsReason = ASKS_REASON.includes(verb)
  const asksUntil = verb === 'moved' || verb === 'extension_asked' || verb === 'extension_granted'
  const save = () => {
    setTried(true)
    const decision = decisionOf(verb, { on, until: end })
    if (!decision || (needsReason && !reason.trim())) return
    command.mutate({ case: caseId, key, decision, reason }, { onSuccess: () => (notify('success', t.saved), onClose()) })
  }
  return (
    <Dialog
      title={t.verbs[verb]} isOpen onClose={onClose} size="small"
      actions={
        <>
          <Button onPress={onClose}>{it.kit.cancel}</Button>
          <Button kind="primary" type="submit" form={FORM} isPending={command.isPending}>{t.save}</Button>
        </>
      }
    >
      <form id={FORM} className="form" noValidate onSubmit={(event) => (event.preventDefault(), save())}>
        {command.error !== null && <Notice kind="error" role="alert">{describeError(command.error)}</Notice>}
        <p>{t.codes[key.code]}</p>
        {ASKS_DAY.includes(verb) && <DateField name="decide-on" label={t.fields.on} narrow required value={on} onChange={setOn} error={tried && !on ? t.dayMissing : null} />}
        {asksUntil && (
          <DateField
            name="decide-until" label={until(verb)} narrow required={verb !== 'extension_asked'} value={end} onChange={setEnd}
            error={tried && !end && verb !== 'extension_asked' ? t.dayMissing : null}
          />
        )}
        <TextField name="decide-reason" label={t.fields.reason} required={needsReason} value={reason} onChange={setReason} error={tried && needsReason && !reason.trim() ? t.reasonMissing : null} />
      </form>
    </Dialog>
  )
}
