// Who was there: people of the registry, or a name as it is known.
import { useState } from 'react'
import type { Participant } from '../../bindings'
import { ComboBox, IconButton } from '../../components'
import { it } from '../../messages/it'
import { findPeople } from '../find'
import { participantText, type Names } from '../words'

const t = it.diary

const keyOf = (participant: Participant) =>
  participant.type === 'person' ? participant.person : participant.type === 'operator' ? participant.operator : participant.name

interface Props {
  value: readonly Participant[]
  names: Names
  onChange: (participants: Participant[]) => void
}

export function ParticipantsField({ value, names, onChange }: Props) {
  const [found, setFound] = useState<Names>({})
  const all = { ...names, ...found }
  const add = (participant: Participant) => {
    if (!value.some((one) => keyOf(one) === keyOf(participant))) onChange([...value, participant])
  }
  return (
    <div className="diary-participants">
      <ComboBox
        name="participants"
        label={t.fields.withWhom}
        hint={t.fields.withWhomHint}
        value={null}
        minLength={2}
        load={findPeople}
        onChange={(item) => {
          if (!item) return
          setFound((before) => ({ ...before, [item.key]: { name: item.label, service: null } }))
          add({ type: 'person', person: item.key, role: null })
        }}
        onFreeText={(text) => text.trim() && add({ type: 'other', name: text.trim(), role: null })}
      />
      {value.length > 0 && (
        <ul className="diary-chips">
          {value.map((participant) => {
            const text = participantText(participant, all)
            return (
              <li key={keyOf(participant)} className="diary-chip">
                {text}
                <IconButton small icon="close" label={t.removeParticipant(text)} onPress={() => onChange(value.filter((one) => one !== participant))} />
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}
