// Oggi: what is due, drafts to sign one by one and together, notes to place, the latest cases.
import { agendaActionDone, todayToday, type ActionLine, type AgendaItem, type Today } from '../bindings'
import { ItemLine, lineKey } from '../agenda'
import { Badge, Button, EmptyState, Notice, Page, PageHeader, Section } from '../components'
import { showDate, showDateFull } from '../dates/civil'
import { TERM_KINDS } from '../deadlines'
import { Inbox } from '../cases'
import { EntryCard, nameOf } from '../diary'
import { it } from '../messages/it'
import { navigate, useAnswer, useCommand } from '../navigation'
import { useWaiting, Waits } from '../office'
import { describeError } from '../platform'
import { MyReports } from '../tutela'
import { Drafts } from './Drafts'

const t = it.today
const KINDS = ['draft', 'appointment', 'next_action', 'diary_entry', 'annulment', 'case_file', 'person', 'assignment', 'case_message', 'confirmation', 'reserved_segment', ...TERM_KINDS] as const

type Waiting = ReadonlySet<string>

function Lines({ title, items, names, waits }: { title: string; items: readonly AgendaItem[]; names: Today['names']; waits: Waiting }) {
  if (items.length === 0) return null
  return (
    <>
      <h3 className="today-subtitle">{title}</h3>
      <ul className="agenda-lines">
        {items.map((item) => (
          <ItemLine key={lineKey(item)} item={item} names={names} waits={waits.has(item.id)} withDay />
        ))}
      </ul>
    </>
  )
}

function Undated({ lines, names, waits }: { lines: readonly ActionLine[]; names: Today['names']; waits: Waiting }) {
  const done = useCommand(agendaActionDone)
  if (lines.length === 0) return null
  return (
    <>
      <h3 className="today-subtitle">{t.undated}</h3>
      <ul className="agenda-lines">
        {lines.map(({ id, action }) => (
          <li key={id} className="agenda-line">
            <span />
            <span className="agenda-what">
              {action.what}
              <span className="agenda-about">{action.case ? nameOf(names, action.case) : ''}</span>
            </span>
            <span className="line">
              <Waits of={waits.has(id)} />
              <Button kind="quiet" small icon="check" onPress={() => done.mutate({ id })}>
                {t.done}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

function DueSection({ data, waits }: { data: Today; waits: Waiting }) {
  const { due, undated, names } = data
  const nothing = due.overdue.length + due.today.length + due.soon.length + undated.length === 0
  return (
    <Section title={t.todo}>
      {nothing ? (
        <EmptyState icon="check-circle" title={t.nothing}>
          {t.nothingHelp}
        </EmptyState>
      ) : (
        <>
          <Lines title={t.overdue} items={due.overdue} names={names} waits={waits} />
          <Lines title={t.due} items={due.today} names={names} waits={waits} />
          <Lines title={t.soon} items={due.soon} names={names} waits={waits} />
          <Undated lines={undated} names={names} waits={waits} />
        </>
      )}
    </Section>
  )
}

function Latest({ data, waits }: { data: Today; waits: Waiting }) {
  return (
    <Section title={t.latest}>
      {data.latest_cases.length === 0 ? (
        <EmptyState icon="folder" title={t.noLatest}>
          {t.noLatestHelp}
        </EmptyState>
      ) : (
        <ul className="today-cases">
          {data.latest_cases.map((id) => (
            <li key={id}>
              <Button kind="link" onPress={() => navigate('case', { case_id: id })}>
                {nameOf(data.names, id)}
              </Button>
              {data.names[id]?.service && <Badge>{data.names[id]?.service}</Badge>}
              <Waits of={waits.has(id)} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function ToConfirm({ data }: { data: Today }) {
  if (data.to_confirm.length === 0) return null
  return (
    <Section title={t.toConfirm}>
      <p className="today-help">{t.toConfirmHelp}</p>
      <ul className="today-drafts">
        {data.to_confirm.map((one) => (
          <li key={one.entry} className="agenda-line">
            <span className="agenda-when tabular">{showDate(one.occurred_on)}</span>
            <Button kind="link" onPress={() => navigate('diary.entry', { entry_id: one.entry, ...(one.case ? { case_id: one.case } : {}) })}>
              {t.noteOf(nameOf(data.names, one.author), one.case ? nameOf(data.names, one.case) : '')}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** The records on the page that may wait to go: entries, appointments, actions. */
function shown({ due, undated, to_place }: Today): string[] {
  return [...due.overdue, ...due.today, ...due.soon, ...undated, ...to_place].map(({ id }) => id)
}

export function TodayPage() {
  const { data, error } = useAnswer({ key: ['today.today'], ask: todayToday, kinds: KINDS })
  const waits = useWaiting(data ? shown(data) : [])
  return (
    <Page>
      <PageHeader title={t.title} subtitle={data ? showDateFull(data.today) : undefined} />
      {error ? <Notice kind="error">{describeError(error)}</Notice> : null}
      {data?.to_assign && data.to_assign.all > 0 && (
        <Notice kind={data.to_assign.urgent > 0 ? 'warning' : 'info'} actions={<Button small onPress={() => navigate('board')}>{it.board.title}</Button>}>
          {it.board.waiting(data.to_assign.all, data.to_assign.urgent)}
        </Notice>
      )}
      {data && (
        <div className="today-columns">
          <div className="today-main">
            <DueSection data={data} waits={waits} />
            <ToConfirm data={data} />
            <MyReports />
            <Drafts drafts={data.drafts} />
            {data.to_place.length > 0 && (
              <Section title={t.toPlace}>
                <p className="today-help">{t.toPlaceHelp}</p>
                {data.to_place.map((entry) => (
                  <EntryCard key={entry.id} entry={entry} names={data.names} waits={waits.has(entry.id)} />
                ))}
              </Section>
            )}
          </div>
          <div className="today-main">
            <Section title={data.messages.length > 0 ? t.messages(data.messages.length) : t.noMessages}>
              <Inbox messages={data.messages} />
            </Section>
            <Latest data={data} waits={waits} />
          </div>
        </div>
      )}
    </Page>
  )
}
