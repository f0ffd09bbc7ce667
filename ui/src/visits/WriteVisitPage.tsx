// A calm page to write during a visit or right after it: the note's own editor, without what is around it; its hours by a
// timer, what not to forget, phrases by one press. It counts as use: nobody is locked out in the middle of a talk.
import { useEffect, useMemo, useState } from 'react'
import type { EntryDraft } from '../bindings'
import { Button, focusNamed } from '../components'
import { focusNameOf, NewEntry, type Writing } from '../diary'
import { it } from '../messages/it'
import { useSession, type Params } from '../navigation'
import { call } from '../platform'

const t = it.visits
const EVERY_MS = 60_000
/** Presence told by the page alone ends after so long: an abandoned laptop locks (reference: at most 15 minutes). */
const LONGEST_MS = 15 * 60_000

const clock = (at: Date) => at.toLocaleTimeString('it-IT', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Rome' })
const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** Tells the shell that she is here while she talks and types nothing, up to the longest. */
function usePresence() {
  useEffect(() => {
    let last = Date.now()
    const typed = () => {
      last = Date.now()
    }
    const tell = () => {
      if (Date.now() - last < LONGEST_MS) void call('main', 'shell.present', {}).catch(() => undefined)
    }
    const timer = setInterval(tell, EVERY_MS)
    document.addEventListener('keydown', typed, { capture: true })
    document.addEventListener('pointerdown', typed, { capture: true })
    return () => {
      clearInterval(timer)
      document.removeEventListener('keydown', typed, { capture: true })
      document.removeEventListener('pointerdown', typed, { capture: true })
    }
  }, [])
}

/** Hides rail and top bar while the page stands. */
function useCalm() {
  useEffect(() => {
    document.documentElement.dataset['calm'] = ''
    return () => {
      delete document.documentElement.dataset['calm']
    }
  }, [])
}

/** The hours of the visit stand in the note itself, so they survive a lock and a dead battery. */
function Timer({ draft, update }: Writing) {
  const { today } = useSession()
  const { starts } = draft
  const { ends } = draft.header
  const [now, setNow] = useState(() => clock(new Date()))
  const isRunning = starts !== null && ends === null
  useEffect(() => {
    if (!isRunning) return
    const timer = setInterval(() => setNow(clock(new Date())), 10_000)
    return () => clearInterval(timer)
  }, [isRunning])
  const start = () => update((note) => ({ ...note, occurred_on: today, starts: clock(new Date()), header: { ...note.header, ends: null } }))
  const stop = () =>
    update((note) => {
      const to = clock(new Date())
      const minutes = Math.max(1, minutesOf(to) - minutesOf(note.starts ?? to))
      return { ...note, header: { ...note.header, ends: to, time: { ...note.header.time, minutes, proposed: false } } }
    })
  return (
    <div className="line" role="group" aria-label={t.timer}>
      {isRunning ? (
        <Button icon="clock" onPress={stop}>
          {t.stop}
        </Button>
      ) : (
        <Button icon="clock" onPress={start}>
          {t.start}
        </Button>
      )}
      <span role="timer" aria-live="off" className="tabular">
        {isRunning ? t.running(Math.max(0, minutesOf(now) - minutesOf(starts))) : starts !== null && ends !== null ? t.done(starts, ends) : ''}
      </span>
    </div>
  )
}

const isWritten = ({ text }: { text: string }) => text.trim() !== ''

function Checklist({ draft }: { draft: EntryDraft }) {
  const headed = draft.texts.flatMap(({ segments }) => segments).filter(({ heading }) => heading)
  if (headed.length === 0) return null
  return (
    <div className="visit-checklist" role="group" aria-label={t.checklist}>
      <span className="muted">{`${t.checklist} (${t.written(headed.filter(isWritten).length, headed.length)})`}</span>
      {headed.map((segment) => {
        const heading = segment.heading ? it.diary.headings[segment.heading] : ''
        const done = isWritten(segment)
        return (
          <Button key={segment.id} small kind="quiet" icon={done ? 'check' : 'minus'} aria-label={t.goTo(heading, done)} onPress={() => focusNamed(focusNameOf(segment.id ?? ''))}>
            {heading}
          </Button>
        )
      })}
    </div>
  )
}

/** The paragraph that she wrote in last: a press on a phrase takes the focus away from it. */
function useLastParagraph() {
  const [last, setLast] = useState<string | null>(null)
  useEffect(() => {
    const seen = ({ target }: FocusEvent) => {
      if (target instanceof HTMLTextAreaElement && target.dataset['focusName']) setLast(target.dataset['focusName'])
    }
    document.addEventListener('focusin', seen)
    return () => document.removeEventListener('focusin', seen)
  }, [])
  return last
}

function Phrases({ update }: Pick<Writing, 'update'>) {
  const last = useLastParagraph()
  const add = (phrase: string) =>
    update((note) => {
      const all = note.texts.flatMap(({ segments }) => segments)
      const into = all.find(({ id }) => focusNameOf(id ?? '') === last) ?? all[0]
      const joined = (text: string) => (text.trim() === '' ? phrase : `${text.trimEnd()} ${phrase}`)
      return { ...note, texts: note.texts.map((text) => ({ ...text, segments: text.segments.map((one) => (one.id === into?.id ? { ...one, text: joined(one.text) } : one)) })) }
    })
  return (
    <details className="visit-phrases">
      <summary>{t.phrases}</summary>
      <div className="line">
        {t.phraseList.map((phrase) => (
          <Button key={phrase} small onPress={() => add(phrase)}>
            {phrase}
          </Button>
        ))}
      </div>
    </details>
  )
}

function Beside({ draft, update }: Writing) {
  return (
    <div className="visit-bar">
      <Timer draft={draft} update={update} />
      <Checklist draft={draft} />
      <Phrases update={update} />
    </div>
  )
}

export function WriteVisitPage({ params }: { params: Params }) {
  const note = useMemo(() => ({ ...params, kind: 'VISITA_DOMICILIARE' }), [params])
  usePresence()
  useCalm()
  return <NewEntry params={note} beside={Beside} />
}
