// What the desk heard of the person of a case: shown when asked for, because that reading may leave its trace.
import { useState } from 'react'
import { deskHeard } from '../bindings'
import { Button, Facts, Notice, Section } from '../components'
import { showDate } from '../dates/civil'
import { it } from '../messages/it'
import { useAnswer } from '../navigation'
import { describeError } from '../platform'

const t = it.desk

export function Heard({ caseId }: { caseId: string }) {
  const [shown, setShown] = useState(false)
  const { data, error } = useAnswer({ key: ['desk.heard', caseId], ask: () => deskHeard({ case: caseId }), kinds: ['referral_note'], enabled: shown })
  return (
    <Section title={t.heard} actions={!shown && <Button small onPress={() => setShown(true)}>{t.heardHelp}</Button>}>
      {error ? <Notice kind="error">{describeError(error)}</Notice> : null}
      {shown && data?.length === 0 && <p className="muted">{t.emptyAll}</p>}
      {data?.map((note) => (
        <Facts
          key={note.accesso}
          facts={[
            { label: t.when, value: showDate(note.on) },
            { label: t.caller, value: [note.caller?.name, note.caller?.relation, note.caller?.phone].filter(Boolean).join(', ') },
            { label: t.need, value: note.need && <p className="desk-text">{note.need}</p> },
            { label: t.asked, value: note.services.map((service) => it.cases.serviceName(service)).join(', ') },
            { label: t.answer, value: note.answer && <p className="desk-text">{note.answer}</p> },
            { label: t.references, value: (note.references ?? []).map((one) => [one.name, one.relation, one.phone].filter(Boolean).join(', ')).join('; ') },
          ]}
        />
      ))}
    </Section>
  )
}
