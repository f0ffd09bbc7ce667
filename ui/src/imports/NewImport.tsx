// The steps of an import. The file and how it was judged lie with the archive; here is only where she is and what she chose.
import { useEffect, useState } from 'react'
import { importClose, type ImportDecision, type ImportTotals, type LineReport, type ColumnMapping, type OpenedTable } from '../bindings'
import { Page, PageHeader, Stepper } from '../components'
import { it } from '../messages/it'
import { navigate } from '../navigation'
import { ChooseFile } from './ChooseFile'
import { Columns } from './Columns'
import { Run } from './Run'
import { Trial } from './Trial'

const text = it.imports

/** What the steps hand on to one another. */
export interface Tried {
  totals: ImportTotals
  lines: readonly LineReport[]
}

export function NewImport() {
  const [step, setStep] = useState(0)
  const [file, setFile] = useState<{ name: string; opened: OpenedTable } | null>(null)
  const [mapping, setMapping] = useState<ColumnMapping | null>(null)
  const [unknownServices, setUnknownServices] = useState<readonly string[]>([])
  const [decisions, setDecisions] = useState<readonly ImportDecision[]>([])
  const [tried, setTried] = useState<Tried | null>(null)
  const [finished, setFinished] = useState(false)

  // The file is put away with the page.
  useEffect(() => () => void importClose().catch(() => undefined), [])

  const opened = (name: string, next: OpenedTable) => {
    setFile({ name, opened: next })
    setMapping(next.mapping)
    setUnknownServices([])
    setDecisions([])
  }
  return (
    <Page>
      <PageHeader title={text.newTitle} subtitle={file?.name} back={{ label: text.back, onPress: () => navigate('imports') }} />
      <Stepper steps={text.steps} current={finished ? 4 : step} />
      {step === 0 && <ChooseFile file={file} onOpened={opened} onNext={() => setStep(1)} />}
      {step === 1 && file && mapping && (
        <Columns
          opened={file.opened}
          mapping={mapping}
          unknownServices={unknownServices}
          onChange={setMapping}
          onBack={() => setStep(0)}
          onNext={() => setStep(2)}
        />
      )}
      {step === 2 && file && mapping && (
        <Trial
          mapping={mapping}
          decisions={decisions}
          onDecisions={setDecisions}
          onUnknownServices={setUnknownServices}
          onBack={() => setStep(1)}
          onNext={(next) => {
            setTried(next)
            setStep(3)
          }}
        />
      )}
      {step === 3 && file && tried && <Run fileName={file.name} totals={tried.totals} onFinished={() => setFinished(true)} onBack={() => setStep(2)} />}
    </Page>
  )
}
