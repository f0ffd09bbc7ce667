// Messages left for the responsible, as far as the operator may read them.
import { casesMessages } from '../../bindings'
import { Section } from '../../components'
import { it } from '../../messages/it'
import { useAnswer } from '../../navigation'
import { Message } from '../Inbox'

const t = it.cases

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
