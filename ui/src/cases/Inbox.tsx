// Messages for the responsible: those that wait, each with the case it is about, and the settled ones behind a button.
import { useState } from 'react'
import { casesMyMessages, casesSettleMessage, type MessageView } from '../bindings'
import { Badge, Button, Notice } from '../components'
import { showInstant } from '../dates/civil'
import { it } from '../messages/it'
import { navigate, useAnswer, useCommand } from '../navigation'
import { describeError } from '../platform'

const t = it.cases

/** One message. `about`: says whose case it is, where messages of several stand together. */
export function Message({ message, about }: { message: MessageView; about?: boolean }) {
  const settle = useCommand(casesSettleMessage)
  return (
    <li className="cases-message">
      {about && (
        <Button kind="link" onPress={() => navigate('case', { case_id: message.case })}>
          {message.about}
        </Button>
      )}
      <p>{message.text}</p>
      <p className="muted">
        {t.messageBy(message.by, message.at ? showInstant(message.at) : '')}
        {message.caller && ` · ${message.caller}`}
        {message.phone && ` · ${message.phone}`}
      </p>
      {settle.error ? <Notice kind="error">{describeError(settle.error)}</Notice> : null}
      {message.settled ? (
        <Badge tone="success" icon="check">
          {t.settledOn(showInstant(message.settled.at))}
        </Badge>
      ) : (
        <Button small icon="check" isPending={settle.isPending} onPress={() => settle.mutate({ message: message.id })}>
          {t.settle}
        </Button>
      )}
    </li>
  )
}

function Settled() {
  const { data, error } = useAnswer({ key: ['cases.my_messages', true], ask: () => casesMyMessages({ settled: true }), kinds: ['case_message', 'assignment'] })
  if (error) return <Notice kind="error">{describeError(error)}</Notice>
  if (!data) return null
  if (data.length === 0) return <p className="muted">{t.noneSettled}</p>
  return (
    <ul className="cases-plain">
      {data.map((message) => (
        <Message key={message.id} message={message} about />
      ))}
    </ul>
  )
}

export function Inbox({ messages }: { messages: readonly MessageView[] }) {
  const [settled, setSettled] = useState(false)
  return (
    <>
      {messages.length === 0 && <p className="muted">{t.noMessages}</p>}
      <ul className="cases-plain">
        {messages.map((message) => (
          <Message key={message.id} message={message} about />
        ))}
      </ul>
      <div>
        <Button kind="link" icon={settled ? 'collapse' : 'expand'} aria-expanded={settled} onPress={() => setSettled(!settled)}>
          {t.settledMessages}
        </Button>
      </div>
      {settled && <Settled />}
    </>
  )
}
