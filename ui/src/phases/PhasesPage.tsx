// The five phases of a case in order: what is there and where it comes from, what lacks, what cannot be chosen yet.
import { phasesExport, phasesPrinted, type Datum, type FaseView, type PhasesPage as Phases } from '../bindings'
import { Badge, Button, Facts, IconButton, Notice, notify, Page, PageHeader, Progress, Section, Stepper, useSlow } from '../components'
import { showPartial } from '../dates/partial'
import { it } from '../messages/it'
import { navigate, useCommand, useDialogState, type Params } from '../navigation'
import { Clashes } from '../office'
import { describeError } from '../platform'
import { offerBase64 } from '../platform/file'
import { PrintButton } from '../print'
import { usePhases } from './asked'
import { DatumDialog } from './DatumDialog'
import { PhaseDialog } from './PhaseDialog'
import { stateTone, valueWords, writable } from './words'

const t = it.phases

type Write = (key: string) => void

function Value({ datum, page, onWrite }: { datum: Datum; page: Phases; onWrite: Write }) {
  if (!datum.value) return null
  return (
    <span className="phases-value">
      <span>{valueWords(datum.value, page)}</span>
      {datum.from && <span className="cases-note">{t.origins[datum.from]}</span>}
      {writable(datum, page) && <IconButton icon="pencil" small label={t.change(t.dataName(datum.key))} onPress={() => onWrite(datum.key)} />}
    </span>
  )
}

/** What lacks: a button where it is written here, else only its name. */
function Lacking({ data, page, onWrite }: { data: readonly Datum[]; page: Phases; onWrite: Write }) {
  return (
    <ul className="phases-lacking">
      {data.map((datum) => (
        <li key={datum.key}>
          {writable(datum, page) && datum.state === 'missing' ? (
            <Button kind="link" aria-label={t.write(t.dataName(datum.key))} onPress={() => onWrite(datum.key)}>{t.dataName(datum.key)}</Button>
          ) : (
            t.dataName(datum.key)
          )}
        </li>
      ))}
    </ul>
  )
}

function Phase({ view, page, onWrite, onEdit }: { view: FaseView; page: Phases; onWrite: Write; onEdit: () => void }) {
  const of = (state: Datum['state']) => view.data.filter((datum) => datum.state === state)
  const [filled, missing, notLoaded, hidden] = [of('filled'), of('missing'), of('list_not_loaded'), of('hidden')]
  const responsible = view.responsible && page.names[view.responsible]?.name
  const span = t.span(view.starts ? showPartial(view.starts) : '', view.ends ? showPartial(view.ends) : '')
  return (
    <Section title={t.names[view.phase]} actions={page.writes_phases && <Button small icon="pencil" aria-label={t.editPhase(t.names[view.phase])} onPress={onEdit}>{t.edit}</Button>}>
      <div className="line">
        <Badge tone={stateTone(view.state)}>{t.states[view.state]}</Badge>
        <span>{[span, responsible && `${t.responsible}: ${responsible}`, t.filled(filled.length, view.data.length - hidden.length)].filter(Boolean).join(' · ')}</span>
      </div>
      <Facts
        facts={[
          ...filled.map((datum) => ({ label: t.dataName(datum.key), value: <Value datum={datum} page={page} onWrite={onWrite} /> })),
          { label: t.outcome, value: view.outcome && valueWords({ is: 'codes', value: [view.outcome] }, page) }, { label: t.notes, value: view.notes },
        ]}
      />
      {missing.length > 0 && (
        <details open={view.state === 'in_corso'}>
          <summary>{t.toComplete(missing.length)}</summary>
          <Lacking data={missing} page={page} onWrite={onWrite} />
        </details>
      )}
      {notLoaded.length > 0 && (
        <details>
          <summary>{t.notLoaded(notLoaded.length)}</summary>
          <p className="muted">{t.notLoadedHelp}</p>
          <Lacking data={notLoaded} page={page} onWrite={onWrite} />
        </details>
      )}
      {hidden.length > 0 && <p className="muted">{t.hidden(hidden.length)}</p>}
    </Section>
  )
}

function Export({ page }: { page: Phases }) {
  const command = useCommand(phasesExport)
  const save = () =>
    command.mutate(
      { case: page.case, headings: [...t.exportHeadings] },
      {
        onSuccess: ({ file_name, content }) => {
          offerBase64(file_name, content, 'text/csv')
          notify('success', t.exported)
        },
        onError: (error) => notify('error', describeError(error)),
      },
    )
  return <Button icon="download" isPending={command.isPending} onPress={save}>{t.export}</Button>
}

function Shown({ page }: { page: Phases }) {
  const [writing, setWriting] = useDialogState<string | null>('writing', null)
  const [editing, setEditing] = useDialogState<FaseView['phase'] | null>('editing', null)
  const datum = page.phases.flatMap((view) => view.data).find((one) => one.key === writing)
  const phase = page.phases.find((view) => view.phase === editing)
  const begun = page.phases.findIndex((view) => view.state !== 'conclusa')
  return (
    <Page>
      <PageHeader
        title={t.title} subtitle={[page.names[page.case]?.name, t.subtitle].filter(Boolean).join(' · ')} actions={<><PrintButton note={() => phasesPrinted({ case: page.case })} /><Export page={page} /></>}
        back={{ label: it.cases.case, onPress: () => navigate('case', { case_id: page.case }) }}
      />
      <Stepper steps={page.phases.map((view) => t.names[view.phase])} current={begun === -1 ? page.phases.length : begun} />
      <Clashes subject={page.case} />
      <div className="phases">
        {page.phases.map((view) => (
          <Phase key={view.phase} view={view} page={page} onWrite={setWriting} onEdit={() => setEditing(view.phase)} />
        ))}
      </div>
      {datum && <DatumDialog datum={datum} page={page} onClose={() => setWriting(null)} />}
      {phase && <PhaseDialog view={phase} page={page} onClose={() => setEditing(null)} />}
    </Page>
  )
}

export function PhasesPage({ params }: { params: Params }) {
  const { data, error, isPending } = usePhases(params['case_id'] ?? '')
  const slow = useSlow(isPending)
  if (data) return <Shown page={data} />
  return (
    <Page>
      <PageHeader title={t.title} />
      {error ? <Notice kind="error">{describeError(error)}</Notice> : slow && <Progress label={t.title} />}
    </Page>
  )
}
