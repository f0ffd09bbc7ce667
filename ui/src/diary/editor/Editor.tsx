// The note being written: header, files, the flow of text, what is next, and the signature with its readers above it.
import { useCallback, useState, type ComponentType } from 'react'
import { diaryFiles, diarySign, draftDiscard, namesOf, type DraftText, type EntryDraft, type SigningFinding } from '../../bindings'
import { Badge, Button, Dialog, Notice, notify, Page, PageHeader, Section, SelectField } from '../../components'
import { useAutosave, keptText, type Form } from '../../drafts/useAutosave'
import { DraftFiles } from '../../files'
import { it } from '../../messages/it'
import { clearViewState, goBack, useAnswer, useCommand, useSession, useShortcut } from '../../navigation'
import { describeError } from '../../platform'
import { collectiveText, failed, kindName, nameOf, OUTCOME_CHOICES, outcomeOf, participantText, type Names } from '../words'
import { blankText, changeText, readersOf } from './draft'
import { FilesBar } from './FilesBar'
import { Header } from './Header'
import { NextActions } from './NextActions'
import { Paragraphs } from './Paragraphs'
import { ParticipantsField } from './ParticipantsField'
import { ReadersBar } from './ReadersBar'
import { Several } from './Several'

const t = it.diary
const FORM: Form<EntryDraft> = { kind: 'diary_entry', subject: (content) => content.texts.flatMap((text) => text.files)[0] ?? null }

interface Props {
  id: string
  initial: EntryDraft
  /** When it was last kept, if the archive has it. */
  stored: string | null
  /** Called when it is in the archive for the first time. */
  onKept: () => void
  /** What a page of its own puts above the text. */
  beside?: ComponentType<Writing> | undefined
}

/** The note being written, for who helps to write it. */
export interface Writing {
  draft: EntryDraft
  update: (change: (draft: EntryDraft) => EntryDraft) => void
}

/** Names of the people and files in the draft. */
function useNames(draft: EntryDraft): { names: Names; infos: Awaited<ReturnType<typeof diaryFiles>> } {
  const cases = draft.texts.flatMap((text) => text.files)
  const infos = useAnswer({ key: ['diary.files', cases], ask: () => diaryFiles({ cases }), kinds: ['case_file', 'person', 'assignment'], keepLast: true }).data ?? []
  const people = [...draft.header.participants, ...draft.texts.flatMap((text) => text.participants)]
  const { collective } = draft
  const about = collective === null || collective.type === 'group' ? [] : [collective.school, ...(collective.type === 'class' ? [collective.class] : [])]
  const ids = [...new Set([...people.flatMap((one) => (one.type === 'person' ? [one.person] : one.type === 'operator' ? [one.operator] : [])), ...about])]
  const known = useAnswer({ key: ['names.of', ids], ask: () => namesOf({ ids }), kinds: ['person', 'operator', 'school', 'school_class'], enabled: ids.length > 0, keepLast: true }).data ?? {}
  return { infos, names: infos.reduce<Names>((all, info) => ({ ...all, ...info.names }), known) }
}

function faultsOf(findings: readonly SigningFinding[]): Record<string, string> {
  const of = (...codes: SigningFinding['code'][]) => findings.find((one) => one.blocks && codes.includes(one.code))
  const date = of('date_missing', 'future_date')
  const time = of('future_time')
  const about = of('collective_unnamed')
  return { ...(about ? { about: t.findings[about.code] } : {}), ...(date ? { date: t.findings[date.code] } : {}), ...(time ? { time: t.findings[time.code] } : {}) }
}

function NotYet({ findings, texts, names }: { findings: readonly SigningFinding[]; texts: readonly DraftText[]; names: Names }) {
  const blocking = findings.filter((one) => one.blocks)
  if (blocking.length === 0) return null
  const where = (one: SigningFinding) => {
    const file = one.case ?? (one.text === null ? undefined : texts[one.text]?.files[0])
    return file && texts.length + (texts[0]?.files.length ?? 0) > 2 ? ` (${nameOf(names, file)})` : ''
  }
  return (
    <Notice kind="error" role="alert" title={t.notYet}>
      <ul>
        {blocking.map((one, at) => (
          <li key={at}>{t.findings[one.code] + where(one)}</li>
        ))}
      </ul>
    </Notice>
  )
}

interface TextProps {
  draft: EntryDraft
  index: number
  names: Names
  infos: ReturnType<typeof useNames>['infos']
  update: (change: (draft: EntryDraft) => EntryDraft) => void
}

/** What of the circumstances is this text's alone, where the activity has several. */
function OwnHeader({ text, index, names, infos, collective, onChange }: Omit<TextProps, 'draft' | 'update'> & { text: DraftText; collective: boolean; onChange: (change: (text: DraftText) => DraftText) => void }) {
  const choices = OUTCOME_CHOICES.map(({ key, label }) => ({ key, label: key === 'none' ? t.outcomeAsHeader : label }))
  return (
    <div className="diary-own">
      <FilesBar text={text} infos={infos} names={names} collective={collective || text.participants.length > 0} onChange={onChange} />
      <ParticipantsField
        name={`participants-${index}`} label={t.onlyHere} {...(text.files.length === 0 ? { hint: t.onlyHereHint } : {})} value={text.participants} names={names}
        onChange={(participants) => onChange((now) => ({ ...now, participants }))}
      />
      <SelectField
        name={`outcome-${index}`} label={t.outcomeHere} narrow choices={choices} value={text.outcome?.type ?? 'none'}
        onChange={(key) => onChange((now) => ({ ...now, outcome: outcomeOf(key) }))}
      />
    </div>
  )
}

function OneText({ draft, index, names, infos, update }: TextProps) {
  const text = draft.texts[index]
  if (!text) return null
  const onChange = (change: (text: DraftText) => DraftText) => update((now) => changeText(now, index, change))
  const several = draft.texts.length > 1
  const [only] = text.participants
  const name = text.files[0]
    ? t.textOf(nameOf(names, text.files[0]))
    : only
      ? t.textOf(participantText(only, names))
      : draft.collective
        ? t.collective.textOf(collectiveText(draft.collective, names))
        : t.textNew(index + 1)
  const body = (
    <>
      {several && <OwnHeader text={text} index={index} names={names} infos={infos} collective={draft.collective !== null} onChange={onChange} />}
      {failed(text.outcome ?? draft.header.outcome) && <p className="diary-hint">{t.failedHint}</p>}
      <Paragraphs text={text} names={names} startHere={index === 0} onChange={onChange} />
      <NextActions actions={text.actions} onChange={(actions) => onChange((now) => ({ ...now, actions }))} />
    </>
  )
  if (!several)
    return (
      <section className="diary-sheet" aria-label={t.text}>
        {body}
      </section>
    )
  const remove = () => update((now) => ({ ...now, texts: now.texts.filter((_, at) => at !== index) }))
  return (
    <Section
      title={name}
      actions={
        <Button kind="quiet" small icon="delete" onPress={remove}>
          {t.removeText}
        </Button>
      }
    >
      {body}
    </Section>
  )
}

function useSigning(id: string, draft: EntryDraft, stop: () => void) {
  const [findings, setFindings] = useState<readonly SigningFinding[]>([])
  const command = useCommand(diarySign)
  const sign = () =>
    command.mutate(
      { draft: id, content: draft },
      {
        onSuccess: (answer) => {
          if (answer.type === 'not_yet') return setFindings(answer.findings)
          stop()
          clearViewState()
          const many = answer.entries.length
          notify('success', many > 1 ? t.signedSeveral(many) : t.signed)
          goBack()
        },
      },
    )
  return { findings, sign, isPending: command.isPending, error: command.error }
}

function DiscardDialog({ id, isOpen, onClose, stop }: { id: string; isOpen: boolean; onClose: () => void; stop: () => void }) {
  const discard = useCommand(draftDiscard)
  const run = () =>
    discard.mutate(
      { id, confirmed: true },
      {
        onSuccess: () => {
          stop()
          clearViewState()
          notify('info', t.discarded)
          goBack()
        },
      },
    )
  return (
    <Dialog
      title={t.discardTitle} size="small" isOpen={isOpen} onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{it.kit.cancel}</Button>
          <Button kind="danger" isPending={discard.isPending} onPress={run}>
            {t.discard}
          </Button>
        </>
      }
    >
      <p>{t.discardText}</p>
      {discard.error ? <Notice kind="error">{describeError(discard.error)}</Notice> : null}
    </Dialog>
  )
}

export function Editor({ id, initial, stored, onKept, beside: Beside }: Props) {
  const session = useSession()
  const [draft, setDraft] = useState(initial)
  const [asking, setAsking] = useState(false)
  const update = useCallback((change: (draft: EntryDraft) => EntryDraft) => setDraft(change), [])
  const { kept, ensure, stop } = useAutosave(FORM, id, draft, stored, onKept)
  const { names, infos } = useNames(draft)
  const { findings, sign, isPending, error } = useSigning(id, draft, stop)
  const first = draft.texts[0] ?? blankText()
  const levels = new Set(infos.map((info) => info.level))
  const defaultLevel = levels.size === 1 ? ([...levels][0] ?? null) : null
  // The signature needs the draft in the archive: what was typed last goes there first.
  const signNow = () => void ensure().then(sign)
  useShortcut('Ctrl+Invio', t.sign, signNow)
  const several = draft.texts.length > 1
  return (
    <Page>
      <PageHeader
        title={kindName(draft.header.kind)}
        subtitle={<span role="status">{`${t.onlyDraft} · ${keptText(kept)}`}</span>}
        back={{ label: it.shell.back, onPress: goBack }}
        badges={draft.reopened_from ? <Badge tone="warning">{t.annulledReasons.FASCICOLO_SBAGLIATO}</Badge> : undefined}
        actions={
          <>
            <Button kind="quiet" icon="plus" onPress={() => update((now) => ({ ...now, texts: [...now.texts, blankText()] }))}>
              {t.addText}
            </Button>
            {kept.state !== 'new' && (
              <Button kind="quiet" icon="delete" onPress={() => setAsking(true)}>
                {t.discard}
              </Button>
            )}
          </>
        }
      />
      <NotYet findings={findings} texts={draft.texts} names={names} />
      {error ? (
        <Notice kind="error" role="alert">
          {describeError(error)}
        </Notice>
      ) : null}
      <Header
        draft={draft} names={names} faults={faultsOf(findings)} update={update}
        files={
          several || draft.collective ? null : (
            <FilesBar text={first} infos={infos} names={names} collective={false} onChange={(change) => update((now) => changeText(now, 0, change))} />
          )
        }
      />
      {Beside && <Beside draft={draft} update={update} />}
      {several && <Several draft={draft} update={update} />}
      {draft.texts.map((_, at) => (
        <OneText key={at} draft={draft} index={at} names={names} infos={infos} update={update} />
      ))}
      {!several && <DraftFiles draft={id} isKept={kept.state !== 'new'} ensure={ensure} />}
      <footer className="diary-sign">
        <ReadersBar draft={draft} text={readersOf(draft)} me={session.operator} defaultLevel={defaultLevel} names={names} update={update} />
        <div className="diary-sign-button">
          <Button kind="primary" icon="sign" keys="Ctrl+Invio" isPending={isPending} onPress={signNow}>
            {t.sign}
          </Button>
          <span className="diary-hint">{t.signNote}</span>
        </div>
      </footer>
      <DiscardDialog id={id} isOpen={asking} onClose={() => setAsking(false)} stop={stop} />
    </Page>
  )
}
