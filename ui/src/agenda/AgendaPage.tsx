// The agenda by day, week and month; arrows with Alt move through it.
import { agendaRange, type AgendaDay, type AgendaRange, type AgendaView } from '../bindings'
import { Button, EmptyState, IconButton, Notice, Page, PageHeader, Segmented } from '../components'
import { addDays, addMonths, showDateFull, showDateLong, weekdayShort } from '../dates/civil'
import { ExportButton, TERM_KINDS } from '../deadlines'
import { it } from '../messages/it'
import { navigate, useAnswer, useSession, useShortcut, useViewState } from '../navigation'
import { useWaiting } from '../office'
import { describeError } from '../platform'
import './agenda.css'
import { ItemLine, lineKey, lineTitle } from './ItemLine'

const t = it.agenda
const KINDS = ['appointment', 'next_action', 'assignment', ...TERM_KINDS]
const VIEWS = (['day', 'week', 'month'] as const).map((key) => ({ key, label: t.views[key] }))

const step = (view: AgendaView, day: string, by: 1 | -1) => (view === 'month' ? addMonths(day, by) : addDays(day, view === 'week' ? 7 * by : by))
const dayNumber = (iso: string) => String(Number(iso.slice(8, 10)))

function title(range: AgendaRange, view: AgendaView, day: string): string {
  if (view === 'day') return showDateFull(day)
  if (view === 'month') return showDateLong(day).replace(/^\d+º?\s/, '')
  return `${showDateLong(range.from)} – ${showDateLong(range.to)}`
}

function Day({ day, range, isToday }: { day: AgendaDay; range: AgendaRange; isToday: boolean }) {
  const waits = useWaiting(day.items.map(({ id }) => id))
  return (
    <section className="agenda-day" data-today={isToday || undefined} aria-label={showDateFull(day.on)}>
      <h2 className="agenda-day-title">
        <span>{weekdayShort(day.on)}</span> <span className="tabular">{dayNumber(day.on)}</span>
        {isToday && <span className="agenda-today-mark">{t.todayMark}</span>}
      </h2>
      {day.items.length === 0 ? (
        <p className="agenda-free">{t.emptyDay}</p>
      ) : (
        <ul className="agenda-lines">
          {day.items.map((item) => (
            <ItemLine key={lineKey(item)} item={item} names={range.names} waits={waits.has(item.id)} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Month({ range, month, today, onDay }: { range: AgendaRange; month: string; today: string; onDay: (day: string) => void }) {
  return (
    <div className="agenda-month">
      {range.days.slice(0, 7).map((day) => (
        <span key={day.on} className="agenda-month-name" aria-hidden>
          {weekdayShort(day.on)}
        </span>
      ))}
      {range.days.map((day) => (
        <button
          key={day.on}
          type="button"
          className="agenda-cell"
          data-outside={!day.on.startsWith(month) || undefined}
          data-today={day.on === today || undefined}
          onClick={() => onDay(day.on)}
        >
          <span className="tabular" aria-hidden>
            {dayNumber(day.on)}
          </span>
          <span className="visually-hidden">{showDateFull(day.on)}</span>
          {day.items.slice(0, 3).map((item) => (
            <span key={lineKey(item)} className="agenda-cell-item" data-closed={item.closed || undefined}>
              {`${item.starts ?? ''} ${lineTitle(item)}`.trim()}
            </span>
          ))}
          {day.items.length > 3 && <span className="agenda-cell-more">{`+${day.items.length - 3}`}</span>}
        </button>
      ))}
    </div>
  )
}

function Controls({ view, on, onView, onStep, onToday }: { view: AgendaView; on: string; onView: (view: AgendaView) => void; onStep: (by: 1 | -1) => void; onToday: () => void }) {
  return (
    <>
      <IconButton icon="chevron-left" label={t.before} onPress={() => onStep(-1)} />
      <Button onPress={onToday}>{t.today}</Button>
      <IconButton icon="chevron-right" label={t.after} onPress={() => onStep(1)} />
      <ExportButton />
      <Segmented label={t.view} value={view} onChange={onView} choices={VIEWS} />
      <Button kind="primary" icon="plus" onPress={() => navigate('agenda.appointment', { on })}>
        {t.new}
      </Button>
    </>
  )
}

export function AgendaPage() {
  const session = useSession()
  const [view, setView] = useViewState<AgendaView>('view', 'week')
  const [day, setDay] = useViewState('day', session.today)
  const { data, error } = useAnswer({
    key: ['agenda.range', view, day],
    ask: () => agendaRange({ view, day }),
    kinds: KINDS,
    keepLast: true,
  })
  const go = (by: 1 | -1) => setDay(step(view, day, by))
  useShortcut('Alt+P', t.keys.before, () => go(-1))
  useShortcut('Alt+S', t.keys.after, () => go(1))
  useShortcut('Alt+O', t.keys.today, () => setDay(session.today))
  const isEmpty = data?.days.every((one) => one.items.length === 0)
  return (
    <Page>
      <PageHeader
        title={t.title}
        subtitle={data ? title(data, view, day) : undefined}
        actions={
          <>
            <Button icon="car" onPress={() => navigate('visit.prepare')}>
              {it.visits.prepare}
            </Button>
            <Controls view={view} on={day} onView={setView} onStep={go} onToday={() => setDay(session.today)} />
          </>
        }
      />
      {error ? <Notice kind="error">{describeError(error)}</Notice> : null}
      {data && view === 'month' && <Month range={data} month={day.slice(0, 7)} today={session.today} onDay={(on) => (setDay(on), setView('day'))} />}
      {data && view !== 'month' && isEmpty && (
        <EmptyState icon="calendar" title={t.empty}>
          {t.emptyHelp}
        </EmptyState>
      )}
      {data && view !== 'month' && !isEmpty && data.days.map((one) => <Day key={one.on} day={one} range={data} isToday={one.on === session.today} />)}
    </Page>
  )
}
