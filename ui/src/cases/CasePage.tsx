// The case: its header in one line, the diary in the middle, beside it everything that must stay in sight.
import { casesGet, type Alert, type CasePage as Case } from '../bindings'
import { AccessLink } from '../access'
import { PendingBadge } from '../accesso-atti'
import { Badge, Button, CaseCode, Notice, Page, PageHeader, Progress, type TabItem, Tabs, TwoVersions, useSlow } from '../components'
import { showPartial } from '../dates/partial'
import { TERM_KINDS } from '../deadlines'
import { CaseDiary } from '../diary'
import { it } from '../messages/it'
import { navigate, type Params, useAnswer, useDialogState, useShortcut, useViewState } from '../navigation'
import { CaseLeft, Clashes, usePassedTo, useWaiting, Waits } from '../office'
import { describeError, toIpcError } from '../platform'
import { PlacementsTab } from '../placements'
import { SnTab } from '../spazio-neutro'
import { CourtTab } from '../tutela'
import { MessageDialog } from './MessageDialog'
import { CaseAside } from './page/CaseAside'
import { HeaderLine } from './page/HeaderLine'
import { StateBadge } from './StateBadge'

const t = it.cases
/** What the answer is called when a case left this computer. */
const GONE = ['not_found', 'forbidden']
const KINDS = ['case_file', 'episode', 'assignment', 'transition', 'person', 'alert', 'household', 'relation', 'parental_responsibility', 'diary_entry', 'next_action', 'operator', 'assessment', 'referral_note', ...TERM_KINDS] as const

export const useCase = (case_id: string) => useAnswer({ key: ['cases.get', case_id], ask: () => casesGet({ case: case_id }), kinds: KINDS })

const alertWords = ({ kind, reason }: Alert) => [kind ? it.people.alertKinds[kind] : '', reason ?? ''].filter(Boolean).join(': ')

function personLine({ person }: Case) {
  if (person.age !== null && person.birth) return `${t.born(showPartial(person.birth))} · ${t.yearsOld(person.age)}`
  return person.birth ? t.bornIn(showPartial(person.birth)) : ''
}

function Badges({ page }: { page: Case }) {
  const waits = useWaiting()
  const [current] = page.episodes
  return (
    <>
      {current && <StateBadge state={current.state_name} />}
      {current && <span>{t.episode(current.number, current.year)}</span>}
      {page.alerts.map((alert, index) => (
        <Badge key={`${alert.kind ?? ''}-${index}`} tone="danger" icon="warning-circle">{alertWords(alert)}</Badge>
      ))}
      <PendingBadge page={page} />
      <TwoVersions of={page.clashed} />
      <Waits of={waits.has(page.case)} />
      {page.findings.length > 0 && <Badge tone="warning" icon="flag">{`${t.toComplete}: ${page.findings.length}`}</Badge>}
    </>
  )
}

function Actions({ page, onMessage }: { page: Case; onMessage: () => void }) {
  return (
    <>
      {page.fields === 'full' && <Button icon="car" onPress={() => navigate('visit.sheet', { cases: page.case })}>{it.visits.prepare}</Button>}
      {page.may.includes('accesses') && <AccessLink caseId={page.case} />}
      {page.may.includes('message') && <Button icon="comment" onPress={onMessage}>{t.messageShort}</Button>}
    </>
  )
}

function Limited({ page }: { page: Case }) {
  if (page.fields === 'full') return null
  return <Notice>{page.fields === 'administrative' ? t.administrativeOnly : t.listOnly}</Notice>
}

type Part = 'diary' | 'court' | 'placements' | 'contact'

/** The diary, and beside it what courts ordered where the service works under them, and where the minor is placed. */
function Parts({ page }: { page: Case }) {
  const readsDiary = page.fields !== 'administrative'
  const [part, setPart] = useViewState<Part>('part', 'diary')
  const diary = readsDiary && <CaseDiary caseId={page.case} />
  if (!page.may.includes('court')) return diary
  const tabs: TabItem<Part>[] = [{ key: 'court', label: it.tutela.tab, content: <CourtTab page={page} /> }]
  if (readsDiary) tabs.unshift({ key: 'diary', label: it.tutela.diaryTab, content: diary })
  if (page.may.includes('placements')) tabs.push({ key: 'placements', label: it.placements.tab, content: <PlacementsTab page={page} /> })
  if (page.may.includes('contact')) tabs.push({ key: 'contact', label: it.spazioNeutro.tab, content: <SnTab page={page} /> })
  const [first] = tabs
  if (tabs.length === 1) return first?.content
  const selected = tabs.some((one) => one.key === part) ? part : (first?.key ?? 'court')
  return <Tabs label={it.tutela.tabs} items={tabs} selected={selected} onSelect={setPart} />
}

function Shown({ page }: { page: Case }) {
  const [message, setMessage] = useDialogState('message', false)
  useShortcut('M', t.messageShort, () => setMessage(true))
  return (
    <Page>
      <PageHeader
        title={page.person.label} subtitle={<>{[t.serviceName(page.service), personLine(page)].filter(Boolean).map((part) => `${part} · `)}<CaseCode code={page.code} /></>} badges={<Badges page={page} />}
        actions={<Actions page={page} onMessage={() => setMessage(true)} />} back={{ label: t.title, onPress: () => navigate('cases') }}
      />
      <HeaderLine page={page} />
      <Limited page={page} />
      <Clashes subject={page.case} and={page.person.id} />
      <div className="cases-page">
        <div className="cases-diary"><Parts page={page} /></div>
        <CaseAside page={page} />
      </div>
      <MessageDialog caseId={page.case} label={page.person.label} isOpen={message} onClose={() => setMessage(false)} />
    </Page>
  )
}

/** It is not here, or not any more: the office may say that somebody else follows it now. */
function Absent({ case_id, error, was }: { case_id: string; error: unknown; was: boolean }) {
  const to = usePassedTo(case_id, GONE.includes(toIpcError(error).kind))
  if (to !== null || was) return <CaseLeft to={to} />
  return (
    <Page>
      <PageHeader title={t.case} back={{ label: t.title, onPress: () => navigate('cases') }} />
      <Notice kind="error">{describeError(error)}</Notice>
    </Page>
  )
}

export function CasePage({ params }: { params: Params }) {
  const case_id = params['case_id'] ?? ''
  const { data, error, isPending } = useCase(case_id)
  const slow = useSlow(isPending)
  if (error) return <Absent case_id={case_id} error={error} was={Boolean(data) && GONE.includes(toIpcError(error).kind)} />
  if (!data) {
    return (
      <Page>
        <PageHeader title={t.case} />
        {slow && <Progress label={t.case} />}
      </Page>
    )
  }
  return <Shown page={data} />
}
