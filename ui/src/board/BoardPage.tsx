// Quadro del servizio: for who coordinates it. Filtered, it prints and goes out as a workbook, by name or by code.
import { boardExport, boardGet, boardPrinted, type Board } from '../bindings'
import { Button, EmptyState, Notice, notify, Page, PageHeader, Progress, useSlow } from '../components'
import { showDateFull } from '../dates/civil'
import { TERM_KINDS } from '../deadlines'
import { it } from '../messages/it'
import { goBack, navigate, useAnswer, useCommand, useDialogState, useSession, useViewState } from '../navigation'
import { describeError, offerBase64 } from '../platform'
import { PrintButton } from '../print'
import { Cases } from './Cases'
import { Breakdown, Figures } from './Figures'
import { asked, Filters, filterWords, FIRST, type Filter } from './Filters'
import { Drafts, Load } from './Load'
import { Thresholds } from './Thresholds'
import { Orders, Overdue } from './Waiting'
import { boardWords } from './words'

const t = it.board
const KINDS = ['case_file', 'episode', 'assignment', 'person', 'diary_entry', 'care_plan', 'operator', 'draft', 'setting', ...TERM_KINDS] as const
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

function Shown({ board, filter, onChange }: { board: Board; filter: Filter; onChange: (filter: Filter) => void }) {
  const { byCode } = filter
  return (
    <>
      <p className="paper-only">{[t.printed(showDateFull(board.today)), ...filterWords(board, filter)].join(' · ')}</p>
      <Filters board={board} filter={filter} onChange={onChange} />
      <Figures board={board} />
      {board.under_court && <Orders board={board} byCode={byCode} />}
      <Overdue board={board} byCode={byCode} />
      <Cases board={board} byCode={byCode} />
      <Load board={board} />
      <Drafts board={board} />
      <Breakdown board={board} />
    </>
  )
}

function Actions({ board, filter }: { board: Board | undefined; filter: Filter }) {
  const [open, setOpen] = useDialogState('thresholds', false)
  const exported = useCommand(boardExport)
  const ask = asked(filter)
  const save = () =>
    exported.mutate(
      { ask, by_code: filter.byCode, words: boardWords() },
      { onSuccess: ({ file_name, content }) => (offerBase64(file_name, content, XLSX), notify('success', t.exported)), onError: (error) => notify('error', describeError(error)) },
    )
  return (
    <>
      <Button icon="files" onPress={() => navigate('accesso_atti')}>{it.accessoAtti.short}</Button>
      <Button icon="user" onPress={() => navigate('substitutions')}>{it.substitutions.title}</Button>
      {board?.writable && <Button icon="settings" onPress={() => setOpen(true)}>{t.thresholds}</Button>}
      <PrintButton wide isDisabled={!board} note={() => boardPrinted({ ask })} />
      <Button icon="download" isDisabled={!board} isPending={exported.isPending} onPress={save}>{t.export}</Button>
      {open && board && <Thresholds board={board} onClose={() => setOpen(false)} />}
    </>
  )
}

function ForCoordinators() {
  const [filter, setFilter] = useViewState<Filter>('filter', FIRST)
  const ask = asked(filter)
  const { data, error, isPending } = useAnswer({ key: ['board.get', ask], ask: () => boardGet(ask), kinds: KINDS, keepLast: true })
  const slow = useSlow(isPending)
  return (
    <Page>
      <PageHeader
        title={t.title} subtitle={data ? t.subtitle(data.totals.open, t.services(data.services.map((service) => it.cases.serviceName(service)))) : null} back={{ label: it.cases.title, onPress: goBack }}
        actions={<Actions board={data} filter={filter} />}
      />
      {error ? <Notice kind="error">{describeError(error)}</Notice> : null}
      {slow && <Progress label={it.kit.working} />}
      {data && <Shown board={data} filter={filter} onChange={setFilter} />}
    </Page>
  )
}

export function BoardPage() {
  const { may } = useSession()
  if (may.board) return <ForCoordinators />
  return (
    <Page>
      <PageHeader title={t.title} back={{ label: it.cases.title, onPress: goBack }} />
      <EmptyState icon="locked" title={t.forOthers}>{t.forOthersHelp}</EmptyState>
    </Page>
  )
}
