// The requests of a case beside its diary, and the sign in its header that one is pending.
import { accessoAttiOfCase, type CasePage, type RichiestaView } from '../bindings'
import { Badge, Button, IconButton, Section, TwoVersions } from '../components'
import { showDate } from '../dates/civil'
import { TERM_KINDS } from '../deadlines'
import { it } from '../messages/it'
import { useAnswer, useDialogState, useSession } from '../navigation'
import './accesso-atti.css'
import { AnswerDialog, TakeBackDialog } from './AnswerDialog'
import { FormDialog } from './FormDialog'
import { applicantOf, isPending, stateWords } from './words'

const t = it.accessoAtti

const useRequests = (page: CasePage) =>
  useAnswer({ key: ['accesso_atti.of_case', page.case], ask: () => accessoAttiOfCase({ case: page.case }), kinds: ['richiesta_accesso', 'assignment', ...TERM_KINDS], enabled: page.may.includes('accesso_atti') }).data

/** That a request waits for an answer. */
export function PendingBadge({ page }: { page: CasePage }) {
  const data = useRequests(page)
  const pending = data?.lines.filter(isPending) ?? []
  const [first] = pending.map(({ due }) => due ?? '').sort()
  if (pending.length === 0) return null
  return <Badge tone={pending.some((one) => one.refused_by_silence) ? 'danger' : 'warning'} icon="files">{t.pending(first ? showDate(first) : '')}</Badge>
}

interface Open {
  id: string | null
  what: 'form' | 'answer' | 'back'
}

function Request({ view, mayWrite, open }: { view: RichiestaView; mayWrite: boolean; open: (what: Open['what']) => void }) {
  const { today } = useSession()
  const { value, clashes } = view.request
  const { text, tone } = stateWords(view, today)
  const name = applicantOf(view)
  return (
    <li>
      <div className="line">
        <strong>{name}</strong>
        <Badge tone={tone}>{text}</Badge>
        <TwoVersions of={clashes !== null} />
      </div>
      <span className="cases-note">{[value.title ? t.titles[value.title] : '', value.subject, isPending(view) && view.due ? `${t.due} il ${showDate(view.due)}` : ''].filter(Boolean).join(' · ')}</span>
      {value.outcome?.reason && <span className="cases-note">{value.outcome.reason}</span>}
      {view.refused_by_silence && <span className="cases-note">{t.silence}</span>}
      {mayWrite && (
        <div className="line">
          {isPending(view) ? (
            <Button small icon="check" aria-label={t.answerTo(name)} onPress={() => open('answer')}>{t.answer}</Button>
          ) : (
            <IconButton icon="restore" small label={t.takeBackOf(name)} onPress={() => open('back')} />
          )}
          <IconButton icon="pencil" small label={t.editOf(name)} onPress={() => open('form')} />
        </div>
      )}
    </li>
  )
}

export function RichiesteSection({ page }: { page: CasePage }) {
  const data = useRequests(page)
  const [opened, setOpened] = useDialogState<Open | null>('richiesta.open', null)
  if (!data || (data.lines.length === 0 && !data.may_write)) return null
  const close = () => setOpened(null)
  const view = data.lines.find((one) => one.request.id === opened?.id) ?? null
  return (
    <Section title={t.short} actions={data.may_write && <Button small icon="plus" onPress={() => setOpened({ id: null, what: 'form' })}>{t.register}</Button>}>
      {data.lines.length === 0 && <p className="muted">{t.none}</p>}
      <ul className="cases-plain">
        {data.lines.map((one) => (
          <Request key={one.request.id} view={one} mayWrite={data.may_write} open={(what) => setOpened({ id: one.request.id, what })} />
        ))}
      </ul>
      {opened?.what === 'form' && (opened.id === null || view) && <FormDialog caseId={page.case} together={page.together} underMandate={data.under_mandate} view={view} onClose={close} />}
      {opened?.what === 'answer' && view && <AnswerDialog view={view} onClose={close} />}
      {opened?.what === 'back' && view && <TakeBackDialog view={view} onClose={close} />}
    </Section>
  )
}
