// Who will read it, by name, above the button that freezes it.
import { useState } from 'react'
import type { Confidentiality, DraftText, EntryDraft, ReadBy, Readers, ReadersOfFile } from '../../bindings'
import { diaryReaders } from '../../bindings'
import { CheckboxList, SelectField } from '../../components'
import { it } from '../../messages/it'
import { useAnswer } from '../../navigation'
import { nameOf, type Names } from '../words'
import { isOfCollective } from './draft'

const t = it.diary

/** Names shown before "e altri"; the rest is one press away. */
const SHOWN = 5
/** Files whose readers are shown at once: an activity may have fifteen. */
const FILES_SHOWN = 3

function Who({ readers, names, me }: { readers: Readers; names: Names; me: string }) {
  const [all, setAll] = useState(false)
  const named = readers.named.map((id) => (id === me ? t.you : nameOf(names, id))).sort((a, b) => Number(b === t.you) - Number(a === t.you))
  const words = [...(readers.whole_service ? [t.readersService] : []), ...(all ? named : named.slice(0, SHOWN))]
  const more = named.length - SHOWN
  return (
    <>
      {words.join(', ')}
      {more > 0 && !all && (
        <>
          {' '}
          <button type="button" className="diary-more" onClick={() => setAll(true)}>
            {t.readersMore(more)}
          </button>
        </>
      )}
    </>
  )
}

const bare = (level: Confidentiality): ReadBy => ({ level })

/** The readers of one text of the draft, file by file; asked again when a file or a level changes, never for a letter. */
export function useReaders(draft: EntryDraft, text: DraftText): readonly ReadersOfFile[] {
  const segments = text.segments.flatMap((one) => (one.text.trim() !== '' && one.read_by ? [one.read_by] : []))
  const ask = { cases: text.files, read_by: draft.read_by, segments }
  return useAnswer({ key: ['diary.readers', ask], ask: () => diaryReaders(ask), kinds: ['assignment', 'operator', 'case_file'], keepLast: true }).data ?? []
}

interface Props {
  draft: EntryDraft
  text: DraftText
  me: string
  defaultLevel: Confidentiality | null
  names: Names
  update: (change: (draft: EntryDraft) => EntryDraft) => void
}

type Chosen = Confidentiality | 'default'

/** Those who could be named as readers of a secret text: the team of the case. */
function useTeam(text: DraftText) {
  const ask = { cases: text.files.slice(0, 1), read_by: bare('service'), segments: [] }
  const answer = useAnswer({ key: ['diary.readers', ask], ask: () => diaryReaders(ask), kinds: ['assignment', 'operator'] })
  return answer.data?.[0]
}

function SecretReaders({ draft, text, me, update }: Pick<Props, 'draft' | 'text' | 'me' | 'update'>) {
  const team = useTeam(text)
  const others = team?.readers.named.filter((id) => id !== me) ?? []
  const onParagraphs = text.segments.some((one) => one.read_by?.level === 'secret')
  const readers = draft.read_by?.level === 'secret' ? (draft.read_by.readers ?? []) : (text.segments.find((one) => one.read_by?.level === 'secret')?.read_by?.readers ?? [])
  const choose = (ticked: string[]) =>
    update((now) => ({
      ...now,
      read_by: now.read_by?.level === 'secret' ? { level: 'secret', readers: ticked } : now.read_by,
      texts: now.texts.map((one) => ({
        ...one,
        segments: one.segments.map((each) => (each.read_by?.level === 'secret' ? { ...each, read_by: { level: 'secret' as const, readers: ticked } } : each)),
      })),
    }))
  if (draft.read_by?.level !== 'secret' && !onParagraphs) return null
  return (
    <CheckboxList
      name="secret-readers" label={t.secretReaders} hint={t.secretReadersHelp} inline value={readers} onChange={choose}
      choices={others.map((key) => ({ key, label: nameOf(team?.names ?? {}, key) }))}
    />
  )
}

export function ReadersBar({ draft, text, me, defaultLevel, names, update }: Props) {
  const answers = useReaders(draft, text)
  const levels = Object.entries(t.levels) as [Confidentiality, string][]
  const choices: { key: Chosen; label: string }[] = levels.map(([key, label]) => ({ key, label }))
  choices.unshift({ key: 'default', label: defaultLevel ? t.levelDefault(t.levelsShort[defaultLevel]) : t.levelDefaultOfEach })
  const numbers = text.segments.flatMap((one, at) => (one.text.trim() !== '' && one.read_by ? [at + 1] : []))
  const value: Chosen = draft.read_by?.level ?? 'default'
  const [all, setAll] = useState(false)
  const ofFiles = answers.filter((one) => one.case !== null)
  const withoutFile = draft.texts.filter((one) => one.files.length === 0)
  const ofOffice = withoutFile.some((one) => isOfCollective(draft, one))
  const waiting = withoutFile.some((one) => !isOfCollective(draft, one))
  return (
    <div className="diary-readers">
      {text.files.length === 0 && ofOffice && value === 'default' ? null : <SelectField
        name="level" label={t.levelOfEntry} choices={choices} value={value}
        onChange={(key) => update((now) => ({ ...now, read_by: key === 'default' ? null : { ...bare(key), ...(key === 'secret' ? { readers: now.read_by?.readers ?? [] } : {}) } }))}
      />}
      <SecretReaders draft={draft} text={text} me={me} update={update} />
      <div className="diary-who" aria-live="polite">
        {ofOffice && (
          <p>
            <strong>{t.readers}: </strong>
            {t.readersOffice}
          </p>
        )}
        {waiting && (
          <p>
            <strong>{answers.length > 1 || ofOffice ? t.readersOfWaiting : t.readers}: </strong>
            {t.readersOnlyYou}
          </p>
        )}
        {ofFiles.slice(0, all ? undefined : FILES_SHOWN).map((one) => (
          <p key={one.case ?? 'none'}>
            <strong>{(answers.length > 1 || withoutFile.length > 0) && one.case ? t.readersIn(nameOf(names, one.case)) : t.readers}: </strong>
            <Who readers={one.readers} names={one.names} me={me} />
            {one.segments.map((readers, at) => (
              <span key={at} className="diary-who-part">
                {t.readersOfParagraph(numbers[at] ?? at + 1)}: <Who readers={readers} names={one.names} me={me} />.
              </span>
            ))}
          </p>
        ))}
        {ofFiles.length > FILES_SHOWN && (
          <button type="button" className="diary-more" onClick={() => setAll(!all)}>
            {all ? t.less : t.readersMoreFiles(ofFiles.length - FILES_SHOWN)}
          </button>
        )}
      </div>
    </div>
  )
}
