// One activity, several texts: a text for each file that is named, one after the other, or for every pupil of the class.
import { useState } from 'react'
import { diaryFiles, schoolsPupils, type Collective, type EntryDraft } from '../../bindings'
import { Button, Notice, notify } from '../../components'
import { it } from '../../messages/it'
import { describeError } from '../../platform'
import { FilePicker } from '../FilePicker'
import { blankText } from './draft'

const t = it.diary

interface Props {
  draft: EntryDraft
  update: (change: (draft: EntryDraft) => EntryDraft) => void
}

/** Adds a text for each file that none stands for yet; an untouched blank text gives way to the first. */
export function addTexts(draft: EntryDraft, files: readonly string[]): EntryDraft {
  const known = draft.texts.flatMap((text) => text.files)
  const fresh = files.filter((file, at) => !known.includes(file) && files.indexOf(file) === at)
  const written = draft.texts.filter(
    (text) => text.files.length > 0 || text.participants.length > 0 || text.segments.some((one) => one.text.trim() !== '') || text.actions.some((one) => one.what.trim() !== ''),
  )
  return { ...draft, texts: [...written, ...fresh.map((file) => ({ ...blankText(), files: [file] }))] }
}

/** One file for each pupil of the class in whose file the operator may write. */
async function filesOfClass({ school, class: of }: Extract<Collective, { type: 'class' }>): Promise<string[]> {
  const pupils = await schoolsPupils({ school, class: of, year: null })
  const infos = await diaryFiles({ cases: pupils.flatMap((pupil) => pupil.cases.map((one) => one.id)) })
  const writable = new Set(infos.filter((info) => info.writable).map((info) => info.case))
  return pupils.flatMap((pupil) => pupil.cases.filter((one) => writable.has(one.id)).slice(0, 1).map((one) => one.id))
}

export function Several({ draft, update }: Props) {
  const [added, setAdded] = useState(0)
  const [error, setError] = useState<unknown>(null)
  const { collective } = draft
  const ofClass = () =>
    collective?.type === 'class' &&
    filesOfClass(collective).then(
      (files) => {
        const fresh = files.filter((file) => !draft.texts.some((text) => text.files.includes(file)))
        if (fresh.length === 0) return notify('info', t.noPupilFiles)
        update((now) => addTexts(now, fresh))
        notify('success', t.pupilTextsAdded(fresh.length))
      },
      (wrong: unknown) => setError(wrong),
    )
  return (
    <Notice title={t.several}>
      <p>{t.severalHelp}</p>
      {error ? <p>{describeError(error)}</p> : null}
      <div className="diary-several">
        <FilePicker
          key={added} autoFocus={added > 0} name="add-text-for" label={t.addTextFor} hint={t.addTextForHint}
          onPick={(id) => {
            setAdded((before) => before + 1)
            update((now) => addTexts(now, [id]))
          }}
        />
        {collective?.type === 'class' && (
          <Button icon="files" onPress={() => void ofClass()}>
            {t.pupilTexts}
          </Button>
        )}
      </div>
    </Notice>
  )
}
