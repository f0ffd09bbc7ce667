// Which cases she goes to see, in the order of the way.
import { casesList, type CaseListLine } from '../bindings'
import { Button, CheckboxList, EmptyState, Notice, Page, PageHeader, Progress, useSlow } from '../components'
import { it } from '../messages/it'
import { goBack, navigate, useAnswer, useShortcut, useViewState } from '../navigation'
import { describeError } from '../platform'

const t = it.visits
const KINDS = ['case_file', 'episode', 'assignment', 'person']
const OPEN = ['segnalato', 'riaperto', 'assegnato', 'in_valutazione', 'in_carico', 'progetto_attivo', 'in_monitoraggio'] as const

const choiceOf = (line: CaseListLine) => ({ key: line.case, label: line.label, note: [line.service ? it.cases.serviceName(line.service) : '', line.comune].filter(Boolean).join(' · ') })

export function PreparePage() {
  const [chosen, setChosen] = useViewState<string[]>('chosen', [])
  const { data, error, isPending } = useAnswer({ key: ['cases.list', 'visit'], ask: () => casesList({ mine: true, states: [...OPEN] }), kinds: KINDS })
  const slow = useSlow(isPending)
  const go = () => chosen.length > 0 && navigate('visit.sheet', { cases: chosen.join(',') })
  useShortcut('Ctrl+Invio', t.prepare, go)
  const lines = data?.lines ?? []
  return (
    <Page>
      <PageHeader
        title={t.prepare} subtitle={t.prepareHint} back={{ label: it.shell.back, onPress: goBack }}
        actions={
          <Button kind="primary" icon="list" keys="Ctrl+Invio" isDisabled={chosen.length === 0} onPress={go}>
            {t.chosen(chosen.length)}
          </Button>
        }
      />
      {error ? <Notice kind="error">{describeError(error)}</Notice> : null}
      {slow && <Progress label={it.kit.searching} />}
      {data && lines.length === 0 && <EmptyState icon="folder" title={t.none} />}
      {lines.length > 0 && <CheckboxList name="cases" label={t.mine} choices={lines.map(choiceOf)} value={chosen} onChange={setChosen} />}
    </Page>
  )
}
