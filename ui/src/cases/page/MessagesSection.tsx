// Messages left for the responsible, as far as the operator may read them.
import { casesMessages, casesSettleMessage, type MessageView } from '../../bindings'
import { Button, Section } from '../../components'
import { showInstant } from '../../dates/civil'
import { it } from '../../messages/it'
import { useAnswer, useCommand } from '../../navigation'

const t = it.cases

function Message({ message }: { message: MessageView }) {
  const settle = useCommand(casesSettleMessage)
  return (
    <li className="cases-message">
      <p>{message.text}</p>
      <p className="muted">
        {t.messageBy(message.by, message.at ? showInstant(message.at) : '')}
        {message.caller && ` · ${message.caller}`}
        {message.phone && ` · ${message.phone}`}
      </p>
      {!message.settled && (
        <Button small icon="check" isPending={settle.isPending} onPress={() => settle.mutate({ message: message.id })}>
          {t.settle}
        </Button>
      )}
    </li>
  )
}

export function MessagesSection({ caseId }: { caseId: string }) {
  const { data = [] } = useAnswer({ key: ['cases.messages', caseId], ask: () => casesMessages({ case: caseId }), kinds: ['case_message'] })
  const open = data.filter((message) => !message.settled)
  if (open.length === 0) return null
  return (
    <Section title={t.messages}>
      <ul className="cases-plain">
        {open.map((message) => (
          <Message key={message.id} message={message} />
        ))}
      </ul>
    </Section>
  )
}
