// One line of the agenda or of Oggi, and what can be done with it at once.
import { useState } from 'react'
import { agendaActionDone, agendaToEntry, type AgendaItem, type Name } from '../bindings'
import { Badge, Button, TwoVersions } from '../components'
import { showDate, weekdayShort } from '../dates/civil'
import { dayWords } from '../deadlines'
import { kindName, nameOf } from '../diary'
import { it } from '../messages/it'
import { navigate, useCommand, useSession } from '../navigation'
import { Waits } from '../office'
import './agenda.css'
import { NotHappenedDialog } from './NotHappenedDialog'

const t = it.agenda

interface Props {
  item: AgendaItem
  names: Readonly<Record<string, Name | undefined>>
  /** Says the day too, where lines of several days stand together. */
  withDay?: boolean
  /** It has not gone to the office yet. */
  waits?: boolean
}

function Appointment({ item }: { item: AgendaItem }) {
  const [asking, setAsking] = useState(false)
  const toEntry = useCommand(agendaToEntry)
  const write = () => toEntry.mutate({ id: item.id }, { onSuccess: ({ id }) => navigate('diary.draft', { draft_id: id }) })
  return (
    <>
      <Button kind="quiet" small icon="pencil" isPending={toEntry.isPending} onPress={write}>
        {t.toEntry}
      </Button>
      <Button kind="quiet" small icon="ban" onPress={() => setAsking(true)}>
        {t.notHappened}
      </Button>
      {asking && <NotHappenedDialog id={item.id} hasCase={item.cases.length > 0} onClose={() => setAsking(false)} />}
    </>
  )
}

function Action({ item }: { item: AgendaItem }) {
  const done = useCommand(agendaActionDone)
  return (
    <Button kind="quiet" small icon="check" isPending={done.isPending} onPress={() => done.mutate({ id: item.id })}>
      {t.done}
    </Button>
  )
}

function DeadlineBadge({ on }: { on: string }) {
  const { today } = useSession()
  const { text, tone } = dayWords(on, today)
  return <Badge tone={tone}>{text}</Badge>
}

/** One record may have several terms, and a deadline and an action one day. */
export const lineKey = ({ id, deadline }: AgendaItem) => (deadline ? `${id}-${deadline.key.code}-${deadline.key.nth}` : id)

export const lineTitle = (item: AgendaItem) => (item.deadline ? it.deadlines.codes[item.deadline.key.code] : item.what || (item.kind ? kindName(item.kind) : t.sources[item.source]))

const hours = (item: AgendaItem) => (item.starts ? (item.ends ? `${item.starts}–${item.ends}` : item.starts) : '')

export function ItemLine({ item, names, withDay, waits = false }: Props) {
  const title = lineTitle(item)
  const when = [withDay ? `${weekdayShort(item.on)} ${showDate(item.on)}` : '', hours(item)].filter(Boolean).join(' ')
  const open = item.source === 'appointment' ? () => navigate('agenda.appointment', { appointment_id: item.id }) : item.cases[0] ? () => navigate('case', { case_id: item.cases[0] ?? '' }) : null
  return (
    <li className="agenda-line" data-closed={item.closed || undefined}>
      <span className="agenda-when tabular">{when || (withDay ? '' : t.wholeDay)}</span>
      <span className="agenda-what">
        {open ? (
          <Button kind="link" onPress={open}>
            {title}
          </Button>
        ) : (
          title
        )}
        <span className="agenda-about">
          {[item.kind && item.what ? kindName(item.kind) : '', ...item.cases.map((one) => nameOf(names, one))].filter(Boolean).join(' · ')}
        </span>
      </span>
      <span className="line">
        <TwoVersions of={item.clashed} />
        <Waits of={waits} />
        {item.source === 'deadline' && !item.closed && <DeadlineBadge on={item.on} />}
        {item.source === 'action' && <Badge>{t.sources[item.source]}</Badge>}
        {item.closed ? <Badge tone="success">{t.closed}</Badge> : item.source === 'appointment' ? <Appointment item={item} /> : item.source === 'action' ? <Action item={item} /> : null}
      </span>
    </li>
  )
}
