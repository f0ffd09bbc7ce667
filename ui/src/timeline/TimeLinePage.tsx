// A case along time: its states, who worked on it, how much was written; the same in words below.
import type { ReactNode } from 'react'
import { casesTimeLine, casesTimeLinePrinted, type TimeLine } from '../bindings'
import { Notice, Page, PageHeader, Progress, Section, useSlow } from '../components'
import { showDate } from '../dates/civil'
import { it } from '../messages/it'
import { goBack, useAnswer, type Params } from '../navigation'
import { describeError } from '../platform'
import { PrintButton } from '../print'
import { scaleOf, type Scale } from './scale'

const t = it.timeline
const KINDS = ['transition', 'episode', 'assignment', 'diary_entry', 'annulment', 'operator']
/** Units of the picture: the lane's names on the left, then the line. */
const [LEFT, WIDTH, ROW, BARS] = [190, 900, 26, 60]
const x = (scale: Scale, day: string) => LEFT + scale.at(day) * (WIDTH - LEFT - 10)

function Lane({ y, name, children }: { y: number; name: string; children: ReactNode }) {
  return (
    <g>
      <text x={0} y={y + 17}>
        {name.length > 28 ? `${name.slice(0, 27)}…` : name}
      </text>
      {children}
    </g>
  )
}

function Axis({ scale, height }: { scale: Scale; height: number }) {
  return (
    <>
      {scale.marks.map(({ day, label }) => (
        <g key={day}>
          <path className="timeline-mark" d={`M${String(x(scale, day))} 18V${String(height)}`} />
          <text className="text-small" x={x(scale, day)} y={12}>
            {label}
          </text>
        </g>
      ))}
    </>
  )
}

function Span({ scale, y, from, until, kind, text }: { scale: Scale; y: number; from: string; until: string; kind: string; text: string }) {
  const [start, end] = [x(scale, from), x(scale, until)]
  const room = (end - start) / 7
  return (
    <>
      <rect className={`timeline-span timeline-${kind}`} x={start} y={y + 3} width={Math.max(2, end - start)} height={ROW - 6} rx={2} />
      {room > 6 && (
        <text className="text-small" x={start + 6} y={y + 17}>
          {text.length > room ? `${text.slice(0, Math.max(1, Math.floor(room) - 1))}…` : text}
        </text>
      )}
    </>
  )
}

function Months({ line, scale, y }: { line: TimeLine; scale: Scale; y: number }) {
  const most = Math.max(1, ...line.months.map(({ notes }) => notes))
  return (
    <>
      {line.months.map(({ month, notes }) => {
        const high = Math.max(2, (notes / most) * (BARS - 16))
        const start = x(scale, `${month}-01`)
        const width = Math.max(2, x(scale, `${month}-28`) - start)
        return (
          <g key={month}>
            <rect className="timeline-bar" x={start + 1} y={y + BARS - high} width={width} height={high} />
            {width > 14 && (
              <text className="text-small text-centred" x={start + width / 2} y={y + BARS - high - 3}>
                {notes}
              </text>
            )}
          </g>
        )
      })}
    </>
  )
}

const ended = ['chiuso', 'trasferito', 'non_accolto']

function Picture({ line, scale }: { line: TimeLine; scale: Scale }) {
  const states = 24
  const team = states + ROW + 8
  const diary = team + line.team.length * ROW + 8
  const height = diary + (line.months.length > 0 ? BARS : 0) + 6
  return (
    <div className="drawing">
      <svg className="drawing-whole" width={WIDTH} height={height} viewBox={`0 0 ${String(WIDTH)} ${String(height)}`} role="img" aria-label={t.picture(line.label)}>
        <Axis scale={scale} height={height} />
        <Lane y={states} name={t.states}>
          {line.phases.map(({ state, from, until }) => (
            <Span key={`${state} ${from}`} scale={scale} y={states} from={from} until={until ?? (ended.includes(state) ? from : line.today)} kind={state} text={it.cases.states[state]} />
          ))}
        </Lane>
        {line.team.map(({ name, role, from, to }, index) => (
          <Lane key={`${name} ${role} ${from}`} y={team + index * ROW} name={name}>
            <Span scale={scale} y={team + index * ROW} from={from} until={to ?? line.today} kind="team" text={it.cases.roles[role]} />
          </Lane>
        ))}
        {line.months.length > 0 && (
          <Lane y={diary + BARS - ROW} name={t.diary}>
            <Months line={line} scale={scale} y={diary} />
          </Lane>
        )}
      </svg>
    </div>
  )
}

function Words({ line }: { line: TimeLine }) {
  const span = (from: string, until: string | null) => t.span(showDate(from), until ? showDate(until) : '')
  return (
    <Section title={t.inWords}>
      <h3>{t.states}</h3>
      <ul className="drawing-words">
        {line.phases.map(({ state, from, until }) => (
          <li key={`${state} ${from}`}>{`${it.cases.states[state]} ${ended.includes(state) ? showDate(from) : span(from, until)}`}</li>
        ))}
      </ul>
      <h3>{t.team}</h3>
      <ul className="drawing-words">
        {line.team.map(({ name, role, from, to }) => (
          <li key={`${name} ${role} ${from}`}>{`${name}, ${it.cases.roles[role].toLowerCase()}, ${span(from, to)}`}</li>
        ))}
      </ul>
      {line.months.length > 0 && <h3>{t.diary}</h3>}
      <ul className="drawing-words">
        {line.months.map(({ month, notes }) => (
          <li key={month}>{`${t.month(month)}: ${t.notes(notes)}`}</li>
        ))}
      </ul>
    </Section>
  )
}

export function TimeLinePage({ params }: { params: Params }) {
  const case_id = params['case_id'] ?? ''
  const { data, error, isPending } = useAnswer({ key: ['cases.time_line', case_id], ask: () => casesTimeLine({ case: case_id }), kinds: KINDS })
  const slow = useSlow(isPending)
  const days = data ? [...data.phases.flatMap(({ from }) => [from]), ...data.team.map(({ from }) => from), ...data.months.map(({ month }) => `${month}-01`)] : []
  const scale = data ? scaleOf(days, data.today) : null
  return (
    <Page>
      <PageHeader title={t.title} subtitle={data && t.subtitle(data.label)} back={{ label: it.shell.back, onPress: goBack }} actions={scale && <PrintButton wide note={() => casesTimeLinePrinted({ case: case_id })} />} />
      {error ? (
        <Notice kind="error" role="alert">
          {describeError(error)}
        </Notice>
      ) : null}
      {slow && <Progress label={it.kit.working} />}
      {data && !scale && <Notice kind="info">{t.empty}</Notice>}
      {data && scale && (
        <>
          <Picture line={data} scale={scale} />
          <Words line={data} />
        </>
      )}
    </Page>
  )
}
