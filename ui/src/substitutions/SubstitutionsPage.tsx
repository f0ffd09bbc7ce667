// Sostituzioni: running, coming and past ones; a new one, another last day, calling one off.
import { substitutionsChangeEnd, substitutionsList, type SubstitutionState, type Substitutions, type SubstitutionView } from '../bindings'
import { CaseDialog } from '../cases'
import { Badge, Button, DateField, EmptyState, IconButton, ListTable, Notice, Page, PageHeader, TwoVersions, type Column, type Tone } from '../components'
import { showDate } from '../dates/civil'
import { nameOf } from '../diary'
import { it } from '../messages/it'
import { goBack, useAnswer, useDialogState } from '../navigation'
import { describeError } from '../platform'
import { MakeDialog } from './MakeDialog'

const t = it.substitutions
const TONES: Readonly<Record<SubstitutionState, Tone>> = { running: 'success', coming: 'info', over: 'neutral', called_off: 'neutral' }

interface Change {
  id: string
  off: boolean
}

const who = (data: Substitutions, id: string | null | undefined) => (id ? nameOf(data.names, id) : '')

function columns(data: Substitutions, change: (change: Change) => void): Column<SubstitutionView>[] {
  return [
    {
      key: 'absent', header: t.absent, isRowHeader: true, sortValue: ({ value }) => who(data, value.absent),
      cell: ({ value, clashed }) => <span className="line">{who(data, value.absent)} <TwoVersions of={clashed} /></span>,
    },
    { key: 'substitute', header: t.substitute, sortValue: ({ value }) => who(data, value.substitute), cell: ({ value }) => who(data, value.substitute) },
    { key: 'days', header: t.days, sortValue: ({ value }) => value.from ?? '', cell: ({ value, state }) => (state === 'called_off' ? `${t.from.toLowerCase()} ${showDate(value.from)}` : `${showDate(value.from)} – ${showDate(value.to)}`) },
    { key: 'cases', header: t.cases, cell: ({ value, cases }) => (value.all_cases ? t.all(cases) : t.some(cases)) },
    { key: 'state', header: t.state, sortValue: ({ state }) => state, cell: ({ state }) => <Badge tone={TONES[state]}>{t.states[state]}</Badge> },
    {
      key: 'change', header: t.change, hideHeader: true, align: 'end',
      cell: ({ id, value, state }) =>
        data.may_make && (state === 'running' || state === 'coming') ? (
          <span className="line">
            <IconButton icon="calendar" small label={t.changeOf(who(data, value.absent))} onPress={() => change({ id, off: false })} />
            {state === 'coming' && <IconButton icon="ban" small label={t.callOffOf(who(data, value.absent))} onPress={() => change({ id, off: true })} />}
          </span>
        ) : null,
    },
  ]
}

function ChangeDialog({ one, off, name, onClose }: { one: SubstitutionView; off: boolean; name: string; onClose: () => void }) {
  const [to, setTo] = useDialogState<string | null>('last-day', one.value.to ?? null)
  const input = () => (off ? { id: one.id, to: null } : to === null ? null : { id: one.id, to })
  return (
    <CaseDialog title={off ? t.callOffOf(name) : t.changeOf(name)} isOpen onClose={onClose} run={substitutionsChangeEnd} input={input} submit={off ? t.callOff : it.kit.save} danger={off} done={t.changed} size="small">
      {off ? <p>{t.callOffText}</p> : <DateField name="last-day" label={t.lastDay} narrow required value={to} onChange={setTo} />}
    </CaseDialog>
  )
}

export function SubstitutionsPage() {
  const [making, setMaking] = useDialogState('making', false)
  const [change, setChange] = useDialogState<Change | null>('change', null)
  const { data, error } = useAnswer({ key: ['substitutions.list'], ask: substitutionsList, kinds: ['substitution', 'assignment', 'operator'] })
  const changed = data?.lines.find((line) => line.id === change?.id)
  const may = data && (data.may_make || data.may_ask)
  return (
    <Page>
      <PageHeader
        title={t.title} subtitle={t.subtitle} back={{ label: it.shell.back, onPress: goBack }}
        actions={may && <Button kind="primary" icon="plus" onPress={() => setMaking(true)}>{data.may_make ? t.make : t.ask}</Button>}
      />
      {error ? <Notice kind="error">{describeError(error)}</Notice> : null}
      {data && (
        <ListTable
          caption={t.title} hideCaption columns={columns(data, setChange)} rows={data.lines} rowKey={(line) => line.id}
          empty={<EmptyState icon="calendar" title={t.empty}>{t.emptyHelp}</EmptyState>}
        />
      )}
      {making && data && <MakeDialog asks={!data.may_make} onClose={() => setMaking(false)} />}
      {change && changed && data && <ChangeDialog one={changed} off={change.off} name={who(data, changed.value.absent)} onClose={() => setChange(null)} />}
    </Page>
  )
}
