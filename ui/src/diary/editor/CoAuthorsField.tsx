// Colleagues who wrote it with her: named here, "da confermare" until they have read it; the signature waits for nobody.
import { useState } from 'react'
import { staffList } from '../../bindings'
import { ComboBox, IconButton } from '../../components'
import { it } from '../../messages/it'
import { useAnswer } from '../../navigation'
import { ROLES } from '../../messages/terms'

const t = it.diary

interface Props {
  value: readonly string[]
  me: string
  onChange: (operators: string[]) => void
}

export function CoAuthorsField({ value, me, onChange }: Props) {
  const [added, setAdded] = useState(0)
  const { data = [] } = useAnswer({ key: ['staff.list'], ask: staffList, kinds: ['operator'] })
  const load = (typed: string) => {
    const words = typed.toLowerCase().split(/\s+/)
    const found = data.filter((one) => one.active && one.id !== me && !value.includes(one.id) && words.every((word) => one.label.toLowerCase().includes(word)))
    return Promise.resolve(found.map((one) => ({ key: one.id, label: one.label, ...(one.form.qualifica ? { note: ROLES[one.form.qualifica] } : {}) })))
  }
  const labelOf = (id: string) => data.find((one) => one.id === id)?.label ?? t.someone
  return (
    <div className="diary-participants">
      <ComboBox
        key={added} autoFocus={added > 0} name="co-authors" label={t.coAuthorsField} hint={t.coAuthorsHint} value={null} minLength={1} load={load}
        onChange={(item) => {
          if (!item) return
          setAdded((before) => before + 1)
          onChange([...value, item.key])
        }}
      />
      {value.length > 0 && (
        <ul className="diary-chips">
          {value.map((id) => (
            <li key={id} className="diary-chip">
              {t.toConfirmBy(labelOf(id))}
              <IconButton small icon="close" label={t.removeCoAuthor(labelOf(id))} onPress={() => onChange(value.filter((one) => one !== id))} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
