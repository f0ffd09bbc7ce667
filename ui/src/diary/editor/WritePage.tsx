// Opens the editor: on a new note, filled in with what is known, or on a draft. Never from a cache: a draft is opened as
// it was kept last.
import { useEffect, useState, type ComponentType } from 'react'
import { diaryStart, draftGet, type Collective, type EntryDraft, type EntryKind } from '../../bindings'
import { Notice, Page, Progress, useSlow } from '../../components'
import { it } from '../../messages/it'
import { useViewState, type Params } from '../../navigation'
import { describeError } from '../../platform'
import { KIND_CHOICES } from '../words'
import { aboutCollective, ready } from './draft'
import { Editor, type Writing } from './Editor'
import { savesSettled } from '../../drafts/useAutosave'

interface Opened {
  id: string
  content: EntryDraft
  stored: string | null
}

/** What the page was asked to be about: a class, a school, a group, or nothing but a file. */
function aboutOf(params: Params): Collective | null {
  const { school_id: school, class_id, group } = params
  if (school) return class_id ? { type: 'class', school, class: class_id } : { type: 'school', school }
  return group ? { type: 'group', name: '' } : null
}

async function open(draft: string | null, kind: EntryKind | null, params: Params): Promise<Opened> {
  await savesSettled()
  if (draft) {
    const kept = await draftGet({ id: draft })
    return { id: draft, content: ready(kept.content as EntryDraft), stored: kept.saved_at }
  }
  const started = await diaryStart({ kind, case: params['case_id'] ?? null, appointment: null })
  const collective = aboutOf(params)
  return { id: started.draft, content: ready(collective ? aboutCollective(started.content, collective) : started.content), stored: null }
}

const kindOf = (text: string | undefined): EntryKind | null => KIND_CHOICES.find((choice) => choice.key === text)?.key ?? null

function useOpened(draft: string | null, kind: EntryKind | null, params: Params) {
  const [opened, setOpened] = useState<Opened | null>(null)
  const [error, setError] = useState<unknown>(null)
  useEffect(() => {
    let left = false
    open(draft, kind, params).then(
      (now) => !left && setOpened(now),
      (wrong: unknown) => !left && setError(wrong),
    )
    return () => {
      left = true
    }
  }, [draft, kind, params])
  return { opened, error }
}

interface OpeningProps {
  draft: string | null
  params: Params
  onKept: (id: string) => void
  beside?: ComponentType<Writing> | undefined
}

function Opening({ draft, params, onKept, beside }: OpeningProps) {
  const { opened, error } = useOpened(draft, kindOf(params['kind']), params)
  const slow = useSlow(!opened && !error)
  if (error)
    return (
      <Page>
        <Notice kind="error">{describeError(error)}</Notice>
      </Page>
    )
  if (!opened) return slow ? <Progress label={it.shell.opening} /> : null
  return <Editor key={opened.id} id={opened.id} initial={opened.content} stored={opened.stored} onKept={() => onKept(opened.id)} beside={beside} />
}

export function NewEntry({ params, beside }: { params: Params; beside?: ComponentType<Writing> }) {
  const [draft, setDraft] = useViewState<string | null>('draft', null)
  // Come back to, the page opens the draft that it left; while it is open, the editor goes on as it is.
  const [atOpening] = useState(draft)
  return <Opening draft={atOpening} params={params} onKept={setDraft} beside={beside} />
}

export function DraftPage({ params }: { params: Params }) {
  return <Opening draft={params['draft_id'] ?? null} params={params} onKept={() => undefined} />
}
