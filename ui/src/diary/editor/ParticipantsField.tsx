// Who was there: people of the registry, or a name as it is known.
import { useState, type KeyboardEvent } from 'react'
import type { Participant } from '../../bindings'
import { ComboBox, IconButton } from '../../components'
import { it } from '../../messages/it'
import { findPeople } from '../find'
import { participantText, type Names } from '../words'

const t = it.diary

const keyOf = (participant: Participant) =>
  participant.type === 'person' ? participant.person : participant.type === 'operator' ? participant.operator : participant.name

/** Enter on a name that the registry does not have takes it as it is; the field takes free text when it is left. */
function takeFreeText(event: KeyboardEvent) {
  const { target } = event
  if (event.key === 'Enter' && target instanceof HTMLInputElement && target.value.trim() !== '' && !target.getAttribute('aria-activedescendant')) target.blur()
}

interface Props {
  value: readonly Participant[]
  names: Names
  name?: string
  label?: string
  hint?: string
  onChange: (participants: Participant[]) => void
}

export function ParticipantsField({ value, names, name = 'participants', label = t.fields.withWhom, hint = t.fields.withWhomHint, onChange }: Props) {
  const [found, setFound] = useState<Names>({})
  const all = { ...names, ...found }
  // A new field for each one that was added: empty, and with the cursor, so that the next name can follow at once.
  const [added, setAdded] = useState(0)
  const add = (participant: Participant) => {
    setAdded((before) => before + 1)
    if (!value.some((one) => keyOf(one) === keyOf(participant))) onChange([...value, participant])
  }
  return (
    <div className="diary-participants" onKeyDown={takeFreeText}>
      <ComboBox
        key={added}
        autoFocus={added > 0}
        name={name}
        label={label}
        hint={hint}
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
