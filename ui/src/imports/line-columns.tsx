// One line of the trial as a row of its table, and the words of the report that is saved.
import type { ImportFinding, ImportFindingCode, ImportDecision, ImportTwin, LineReport, ReportWords } from '../bindings'
import { Badge, SelectField, type Choice, type Column, type Tone } from '../components'
import { showPartial } from '../dates/partial'
import { it } from '../messages/it'
import { SERVICES, STATES } from '../messages/terms'

const text = it.imports.trial

const TONES: Readonly<Record<LineReport['fate']['is'], Tone>> = {
  new: 'success',
  known: 'info',
  same_as: 'info',
  undecided: 'warning',
  nothing_to_do: 'neutral',
  skipped: 'neutral',
  refused: 'danger',
}

const TAKEN: ReadonlySet<LineReport['fate']['is']> = new Set(['new', 'known', 'same_as', 'undecided'] as const)

const fateText = (fate: LineReport['fate']) => (fate.is === 'same_as' ? text.fates.same_as(fate.line) : text.fates[fate.is])

/** A column's letters from its number. */
export function letters(column: number): string {
  const rest = Math.floor(column / 26)
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (column % 26))
}

function Found({ findings }: { findings: readonly ImportFinding[] }) {
  return (
    <ul className="imports-found">
      {findings.map((finding, at) => (
        <li key={at} data-severity={finding.severity}>
          <strong>{text.severities[finding.severity]}</strong>
          {finding.column === null ? ' ' : ` (${text.column(letters(finding.column))}) `}
          {it.imports.findings[finding.code]}
        </li>
      ))}
    </ul>
  )
}

function twinText({ card, certainty }: ImportTwin): string {
  if (!card?.name) return text.twinHidden
  return `${card.name}${card.birth ? `, ${showPartial(card.birth)}` : ''} (${text.certainties[certainty]})`
}

const choices = (line: LineReport): Choice[] => [
  { key: 'proposed', label: text.asProposed },
  ...line.twins.flatMap((twin) => (twin.card ? [{ key: twin.card.id, label: text.asKnown(twinText(twin)) }] : [])),
  { key: 'new', label: text.asNew },
  { key: 'skip', label: text.skip },
]

const keyOf = (decision: ImportDecision | undefined) => {
  if (!decision) return 'proposed'
  return decision.choice.is === 'known' ? decision.choice.person : decision.choice.is
}

function Twins({ line, decision, onDecide }: { line: LineReport; decision: ImportDecision | undefined; onDecide: (made: ImportDecision) => void }) {
  if (line.twins.length === 0) return null
  const decide = (key: string) => {
    if (key === 'new' || key === 'skip') onDecide({ line: line.line, choice: { is: key } })
    else if (key !== 'proposed') onDecide({ line: line.line, choice: { is: 'known', person: key } })
  }
  return (
    <div className="imports-bare">
      <span>{`${text.twin}: ${line.twins.map(twinText).join('; ')}`}</span>
      <SelectField name={`line-${line.line}`} label={text.choice(line.name)}  choices={choices(line)} value={keyOf(decision)} onChange={decide} />
    </div>
  )
}

export function lineColumns(decisions: readonly ImportDecision[], onDecide: (made: ImportDecision) => void): Column<LineReport>[] {
  const made = new Map(decisions.map((one) => [one.line, one]))
  return [
    { key: 'line', header: text.line, cell: (line) => line.line, sortValue: (line) => line.line, align: 'end' },
    {
      key: 'person',
      header: text.person,
      cell: (line) => [line.name, showPartial(line.birth)].filter(Boolean).join(', '),
      sortValue: (line) => line.name,
      isRowHeader: true,
    },
    { key: 'service', header: text.service, cell: (line) => (TAKEN.has(line.fate.is) && line.service && line.state ? `${SERVICES[line.service]}, ${STATES[line.state].toLowerCase()}` : text.noCase), sortValue: (line) => line.service ?? '' },
    { key: 'fate', header: text.outcome, cell: (line) => <Badge tone={TONES[line.fate.is]}>{fateText(line.fate)}</Badge>, sortValue: (line) => line.fate.is },
    {
      key: 'found',
      header: text.found,
      cell: (line) => (
        <>
          <Found findings={line.findings} />
          <Twins line={line} decision={made.get(line.line)} onDecide={onDecide} />
        </>
      ),
    },
  ]
}

/** The report's words: the same sentences as on the screen. */
export function reportTexts(): ReportWords {
  const findings = it.imports.findings as Readonly<Record<ImportFindingCode, string>>
  return {
    headings: [...it.imports.reportHeadings],
    texts: { ...findings, ...text.fates, same_as: text.fates.known, ...text.severities },
  }
}
