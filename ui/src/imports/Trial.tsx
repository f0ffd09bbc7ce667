// Step 3: the dry run, line by line; who may be in the archive already is decided here.
import { useEffect, useState } from 'react'
import { importReport, type ImportDecision, type ImportTotals, type LineReport, type ColumnMapping } from '../bindings'
import { Button, ListTable, Facts, Notice, Progress, Section, Segmented } from '../components'
import { it } from '../messages/it'
import { useCommand } from '../navigation'
import { describeError, offerBase64 } from '../platform'
import { lineColumns, reportTexts } from './line-columns'
import type { Tried } from './NewImport'
import { useTrial } from './useTrial'

const text = it.imports.trial

type Filter = keyof typeof text.filters

const SHOWS: Readonly<Record<Filter, (line: LineReport) => boolean>> = {
  all: () => true,
  decide: (line) => line.fate.is === 'undecided' || line.twins.length > 0,
  refused: (line) => line.fate.is === 'refused',
  warned: (line) => line.findings.some(({ severity }) => severity === 'warning'),
}

interface TrialProps {
  mapping: ColumnMapping
  decisions: readonly ImportDecision[]
  onDecisions: (decisions: readonly ImportDecision[]) => void
  onUnknownServices: (names: readonly string[]) => void
  onBack: () => void
  onNext: (tried: Tried) => void
}

export function Trial({ mapping, decisions, onDecisions, onUnknownServices, onBack, onNext }: TrialProps) {
  const { state, restart, resume, stop } = useTrial(mapping)
  const [filter, setFilter] = useState<Filter>('all')
  const [tried, setTried] = useState<readonly ImportDecision[]>(decisions)
  const report = useCommand(importReport)
  const { isComplete, unknownServices } = state

  // The trial starts by itself when the step is reached, once.
  useEffect(() => {
    void restart(decisions)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- later decisions are tried when she asks for it
  }, [restart])
  useEffect(() => {
    if (isComplete) onUnknownServices(unknownServices)
  }, [isComplete, unknownServices, onUnknownServices])

  const decide = (made: readonly ImportDecision[]) => {
    const lines = new Set(made.map(({ line }) => line))
    onDecisions([...decisions.filter(({ line }) => !lines.has(line)), ...made])
  }
  const again = () => {
    setTried(decisions)
    void restart(decisions)
  }
  const save = () =>
    report.mutate(reportTexts(), { onSuccess: ({ file_name, content }) => offerBase64(file_name, content, 'text/csv;charset=utf-8') })
  const error = state.error ?? report.error
  const changed = tried !== decisions
  const undecided = state.lines.filter(({ fate }) => fate.is === 'undecided')
  return (
    <>
      <Notice kind="info">{text.help}</Notice>
      {state.isRunning && <Progress label={text.running} percent={state.total > 0 ? (100 * state.done) / state.total : 0} onCancel={stop} />}
      {error ? <Notice kind="error" role="alert">{describeError(error)}</Notice> : null}
      {!state.isRunning && !isComplete && !state.error && state.done > 0 && (
        <Notice kind="warning" actions={<Button small onPress={() => void resume(decisions)}>{text.resume}</Button>}>
          {text.stopped}
        </Notice>
      )}
      {state.totals && <Totals totals={state.totals} />}
      {undecided.length > 0 && isComplete && <ForAll lines={undecided} onDecide={decide} />}
      {state.lines.length > 0 && (
        <Section
          title={text.caption}
          flush
          actions={
            <Segmented
              label={text.show}
              choices={(Object.keys(text.filters) as Filter[]).map((key) => ({ key, label: text.filters[key] }))}
              value={filter}
              onChange={setFilter}
            />
          }
        >
          <ListTable
            caption={text.caption}
            hideCaption
            columns={lineColumns(decisions, (one) => decide([one]))}
            rows={state.lines.filter(SHOWS[filter])}
            rowKey={(line) => String(line.line)}
            empty={<p className="imports-help">{text.nothing}</p>}
          />
        </Section>
      )}
      <div className="line imports-steps">
        <Button onPress={onBack}>{it.imports.previous}</Button>
        <Button icon="download" isDisabled={!isComplete} isPending={report.isPending} onPress={save}>
          {text.save}
        </Button>
        {changed && (
          <Button kind="primary" icon="refresh" isDisabled={state.isRunning} onPress={again}>
            {text.again}
          </Button>
        )}
        {!changed && (
          <Button
            kind="primary"
            isDisabled={!isComplete || !state.totals}
            onPress={() => state.totals && onNext({ totals: state.totals, lines: state.lines })}
          >
            {it.imports.next}
          </Button>
        )}
      </div>
    </>
  )
}

function Totals({ totals }: { totals: ImportTotals }) {
  return (
    <Section title={text.totals}>
      <Facts
        facts={[
          { label: text.newPeople, value: totals.new_people },
          { label: text.knownPeople, value: totals.known_people || null },
          { label: text.cases, value: totals.cases || null },
          { label: text.undecided, value: totals.undecided || null },
          { label: text.nothingToDo, value: totals.nothing_to_do || null },
          { label: text.skipped, value: totals.skipped || null },
          { label: text.refused, value: totals.refused || null },
          { label: text.warnings, value: totals.warnings || null },
        ]}
      />
    </Section>
  )
}

/** The same decision for every line that waits for one. */
function ForAll({ lines, onDecide }: { lines: readonly LineReport[]; onDecide: (made: readonly ImportDecision[]) => void }) {
  const known = lines.flatMap(({ line, twins }): ImportDecision[] => {
    const [twin] = twins
    return twin?.card ? [{ line, choice: { is: 'known', person: twin.card.id } }] : []
  })
  return (
    <Notice
      kind="warning"
      title={`${text.undecided}: ${lines.length}`}
      actions={
        <>
          <Button small onPress={() => onDecide(known)}>
            {text.allKnown}
          </Button>
          <Button small onPress={() => onDecide(lines.map(({ line }) => ({ line, choice: { is: 'new' } })))}>
            {text.allNew}
          </Button>
        </>
      }
    />
  )
}
