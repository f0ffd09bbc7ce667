// Steps 4 and 5: writing the lines a group at a time, stopping and going on, and what came of it.
import { useEffect, useRef, useState } from 'react'
import { importBegin, importProceed, type FailedLine, type ImportProgress, type ImportTotals } from '../bindings'
import { Button, CheckboxField, Notice, Progress, Section } from '../components'
import { it } from '../messages/it'
import { navigate, useSession } from '../navigation'
import { describeError } from '../platform'
import { UndoDialog } from './UndoDialog'

const text = it.imports

interface RunProps {
  fileName: string
  totals: ImportTotals
  onFinished: () => void
  onBack: () => void
}

export function Run({ fileName, totals, onFinished, onBack }: RunProps) {
  const { operator } = useSession()
  const [mine, setMine] = useState(true)
  const [progress, setProgress] = useState<ImportProgress | null>(null)
  const [failed, setFailed] = useState<readonly FailedLine[]>([])
  const [isRunning, setRunning] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [undoing, setUndoing] = useState(false)
  const stopped = useRef(false)
  useEffect(
    () => () => {
      stopped.current = true
    },
    [],
  )

  const run = async () => {
    stopped.current = false
    setRunning(true)
    setError(null)
    try {
      let now = progress ?? (await importBegin(mine ? { responsible: operator } : {}))
      setProgress(now)
      while (!now.finished && !stopped.current) {
        now = await importProceed()
        setProgress(now)
        const more = now.failed
        if (more.length > 0) setFailed((before) => [...before, ...more])
      }
      if (now.finished) onFinished()
    } catch (thrown) {
      setError(thrown)
    } finally {
      setRunning(false)
    }
  }
  const finished = progress?.finished === true
  return (
    <Section title={finished ? text.steps[4] : text.steps[3]}>
      {!progress && (
        <>
          <p>{text.run.ready(totals.new_people, totals.cases)}</p>
          {totals.undecided > 0 && <Notice kind="warning">{text.run.waiting(totals.undecided)}</Notice>}
          <CheckboxField name="mine" label={text.run.responsible} isSelected={mine} onChange={setMine} />
        </>
      )}
      {progress && !finished && (
        <Progress
          label={text.run.running}
          percent={progress.total > 0 ? (100 * progress.done) / progress.total : 0}
          {...(isRunning ? { onCancel: () => (stopped.current = true) } : {})}
        />
      )}
      {progress && !finished && !isRunning && <Notice kind="warning">{text.run.stopped}</Notice>}
      {finished && <Notice kind="success" role="status" title={text.report.done(progress.done)}>{text.report.complete}</Notice>}
      {failed.length > 0 && <Failed lines={failed} />}
      {error ? <Notice kind="error" role="alert">{describeError(error)}</Notice> : null}
      <div className="line imports-steps">
        {!progress && <Button onPress={onBack}>{text.previous}</Button>}
        {progress && !isRunning && <Button icon="restore" onPress={() => setUndoing(true)}>{text.undo.action}</Button>}
        {finished && <Button onPress={() => navigate('imports')}>{text.report.toList}</Button>}
        {finished ? (
          <Button kind="primary" onPress={() => navigate('people')}>
            {text.report.toPeople}
          </Button>
        ) : (
          <Button kind="primary" isDisabled={isRunning} onPress={() => void run()}>
            {progress ? text.run.resume : text.run.begin}
          </Button>
        )}
      </div>
      {undoing && progress && (
        <UndoDialog
          subject={{ id: progress.id, file_name: fileName }}
          onClose={() => {
            setUndoing(false)
            navigate('imports')
          }}
        />
      )}
    </Section>
  )
}

function Failed({ lines }: { lines: readonly FailedLine[] }) {
  return (
    <Notice kind="warning" title={text.report.failed(lines.length)}>
      <ul>
        {lines.map(({ line, error }) => (
          <li key={line}>{text.report.failedLine(line, describeError(error))}</li>
        ))}
      </ul>
    </Notice>
  )
}
