// A code while it is typed: which one it is, what it says of the birth, and one key that puts it into the form.
import { useEffect } from 'react'
import { peopleReadCode, type IdentifierKind, type ReadCode } from '../bindings'
import { Button, TextField } from '../components'
import { showDate } from '../dates/civil'
import { it } from '../messages/it'
import { useAnswer, useShortcut } from '../navigation'
import { normalCode } from './form'
import { useSettled } from './settled'
import { placeText } from './words'

const t = it.people

interface CodeFieldProps {
  name: string
  value: string
  onChange: (typed: string) => void
  /** Told when the code has the shape of another kind. */
  onKind: (kind: IdentifierKind) => void
  /** Puts what the code says into the form; none where there is nothing to fill. */
  onUse?: (read: ReadCode, earlier?: boolean) => void
  error?: string | null
  autoFocus?: boolean
}

function wrong({ error }: ReadCode): string | null {
  if (!error) return null
  if (error.code === 'length') return t.codeErrors.length(error.found)
  if (error.code === 'character') return t.codeErrors.character(error.position)
  return t.codeErrors[error.code]()
}

/** Half a code is no mistake yet. */
const whole = (typed: string) => normalCode(typed).length >= 16 || /^\d{11}$/.test(normalCode(typed))

function Says({ read, onUse }: { read: ReadCode; onUse: NonNullable<CodeFieldProps['onUse']> }) {
  const { birth } = read
  const use = () => onUse(read)
  useShortcut('F2', t.useDecoded, use, birth !== null)
  if (!birth) return null
  const place = placeText(read.birthplace)
  return (
    <div className="people-says" role="status">
      <span>
        {t.says(t.sexes[birth.sex], showDate(birth.date), place)}
        {read.omocodia ? ` · ${t.omocodia}` : ''}
      </span>
      <Button small keys="F2" onPress={use}>
        {t.useDecoded}
      </Button>
      {birth.century_earlier && (
        <Button small kind="quiet" onPress={() => onUse(read, true)}>
          {t.useEarlier(birth.century_earlier.slice(0, 4))}
        </Button>
      )}
    </div>
  )
}

export function CodeField({ name, value, onChange, onKind, onUse, error, autoFocus }: CodeFieldProps) {
  const settled = useSettled(value)
  const { data: read } = useAnswer({ key: ['people.read_code', normalCode(settled)], ask: () => peopleReadCode({ text: settled }), kinds: [], enabled: whole(settled) })
  const current = whole(value) && read && read.value === normalCode(value) ? read : null
  const kind = current?.kind ?? null
  useEffect(() => {
    if (kind) onKind(kind)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- told once for each code, not for each drawing
  }, [kind, current?.value])
  const mistake = current && !kind ? wrong(current) : null
  return (
    <div className="field">
      <TextField
        name={name} label={t.code} hint={kind ? t.codeKinds[kind] : t.codeHint} error={error ?? mistake} mono value={value} autoFocus={autoFocus ?? false} onChange={onChange}
      />
      {current && onUse ? <Says read={current} onUse={onUse} /> : null}
    </div>
  )
}
