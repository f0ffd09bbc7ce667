// Proceedings of a case: number, judge, parties with their lawyers, curatore, hearings.
import { tutelaAddProceeding, tutelaEditProceeding, type CasePage, type CourtPage, type Difensore, type Parte, type Procedimento, type Shown, type Udienza } from '../bindings'
import { CaseDialog } from '../cases/CaseDialog'
import { Button, CheckboxList, DateField, Facts, IconButton, Section, SelectField, TextField } from '../components'
import { showDate } from '../dates/civil'
import { it } from '../messages/it'
import { useDialogState } from '../navigation'
import { EverywhereField } from './dialogs'
import { AuthorityField, choices } from './fields'
import { minorsOf } from './MinorsField'
import { authorityOf } from './words'

const t = it.tutela

function PartyFields({ party, at, onChange, onRemove }: { party: Parte; at: number; onChange: (party: Parte) => void; onRemove: () => void }) {
  const lawyer = party.lawyer ?? {}
  return (
    <fieldset className="cases-paper">
      <legend>{t.parties[party.role]}</legend>
      <div className="form-row">
        <SelectField name={`party-role-${at}`} label={it.cases.role} narrow choices={choices(t.parties)} value={party.role} onChange={(role) => onChange({ ...party, role })} />
        <TextField name={`party-name-${at}`} label={t.partyName} value={party.name ?? ''} onChange={(name) => onChange({ ...party, name })} />
        <TextField name={`party-lawyer-${at}`} label={t.lawyer} value={lawyer.name ?? ''} onChange={(name) => onChange({ ...party, lawyer: { ...lawyer, name } })} />
        <TextField name={`party-mail-${at}`} label={t.mail} value={lawyer.mail ?? ''} onChange={(mail) => onChange({ ...party, lawyer: { ...lawyer, mail } })} />
      </div>
      <div className="line"><IconButton icon="delete" label={t.removeParty} onPress={onRemove} /></div>
    </fieldset>
  )
}

function HearingFields({ hearing, at, onChange }: { hearing: Udienza; at: number; onChange: (hearing: Udienza) => void }) {
  return (
    <div className="form-row">
      <DateField name={`hearing-${at}`} label={t.hearingOn} narrow value={hearing.on} onChange={(on) => on && onChange({ ...hearing, on })} />
      <TextField name={`hearing-note-${at}`} label={t.hearingNote} value={hearing.note ?? ''} onChange={(note) => onChange({ ...hearing, note })} />
    </div>
  )
}

interface ProceedingDialogProps {
  page: CasePage
  shown: Shown<Procedimento> | null
  onClose: () => void
}

function ProceedingDialog({ page, shown, onClose }: ProceedingDialogProps) {
  const [value, setValue] = useDialogState<Procedimento>('proceedings.value', shown?.value ?? { parties: [], hearings: [], before: [] })
  const [cases, setCases] = useDialogState<string[]>('proceedings.cases', [page.case])
  const [everywhere, setEverywhere] = useDialogState('proceedings.everywhere', false)
  const set = (part: Partial<Procedimento>) => setValue({ ...value, ...part })
  const run = async (proceeding: Procedimento): Promise<unknown> => (shown ? tutelaEditProceeding({ id: shown.id, seen: shown.seen, everywhere, value: proceeding }) : tutelaAddProceeding({ cases, proceeding }))
  const curatore: Difensore = value.curatore ?? {}
  const swap = <T,>(list: readonly T[], at: number, one: T) => list.map((old, index) => (index === at ? one : old))
  const minors = minorsOf(page)
  return (
    <CaseDialog title={t.proceedingTitle} isOpen onClose={onClose} run={run} submit={it.kit.save} size="large" input={() => value}>
      {!shown && minors.length > 1 && <CheckboxList name="proceeding-minors" label={t.minors} choices={minors} value={cases} onChange={setCases} />}
      <AuthorityField name="proceeding-authority" label={t.authority} value={value.autorita} onChange={(autorita) => set({ autorita })} />
      <div className="form-row">
        <TextField name="proceeding-number" label={t.proceedingNumber} value={value.number ?? ''} onChange={(number) => set({ number })} />
        <SelectField name="proceeding-kind" label={t.proceedingKind} choices={choices(t.proceedings)} value={value.kind ?? null} onChange={(kind) => set({ kind })} />
      </div>
      <div className="form-row">
        <TextField name="judge" label={t.judge} value={value.judge ?? ''} onChange={(judge) => set({ judge })} />
        <SelectField name="proceeding-state" label={t.state} choices={choices(t.proceedingStates)} value={value.state ?? null} onChange={(state) => set({ state })} />
      </div>
      <TextField name="curatore" label={t.curatore} value={curatore.name ?? ''} onChange={(name) => set({ curatore: { ...curatore, name } })} />
      {value.parties.map((party, index) => (
        <PartyFields key={index} at={index} party={party} onChange={(one) => set({ parties: swap(value.parties, index, one) })} onRemove={() => set({ parties: value.parties.filter((_, at) => at !== index) })} />
      ))}
      {value.hearings.map((hearing, index) => (
        <HearingFields key={index} at={index} hearing={hearing} onChange={(one) => set({ hearings: swap(value.hearings, index, one) })} />
      ))}
      <div className="line">
        <Button icon="plus" onPress={() => set({ parties: [...value.parties, { role: 'MADRE' }] })}>{t.addParty}</Button>
        <Button icon="plus" onPress={() => set({ hearings: [...value.hearings, { on: new Date().toISOString().slice(0, 10) }] })}>{t.addHearing}</Button>
      </div>
      {shown && <EverywhereField files={minors.length} value={everywhere} onChange={setEverywhere} />}
    </CaseDialog>
  )
}

function Proceeding({ shown, court, onEdit }: { shown: Shown<Procedimento>; court: CourtPage; onEdit: (() => void) | null }) {
  const { value } = shown
  const party = (one: Parte) => [t.parties[one.role], one.name ?? (one.person ? court.names[one.person]?.name : ''), one.lawyer?.name && `avv. ${one.lawyer.name}`].filter(Boolean).join(' · ')
  const hearing = (one: Udienza) => [showDate(one.on), one.note].filter(Boolean).join(' ')
  return (
    <li className="cases-member">
      <Facts
        facts={[
          { label: t.proceedingNumber, value: [value.number, authorityOf(court.authorities, value.autorita)].filter(Boolean).join(' · ') }, { label: t.state, value: value.state && t.proceedingStates[value.state] },
          { label: t.proceedingKind, value: value.kind && t.proceedings[value.kind] }, { label: t.judge, value: value.judge }, { label: t.curatore, value: value.curatore?.name },
          { label: t.partiesTitle, value: value.parties.map(party).join('; ') }, { label: t.hearings, value: value.hearings.map(hearing).join('; ') },
        ]}
      />
      {onEdit && <Button small icon="pencil" onPress={onEdit}>{t.edit}</Button>}
    </li>
  )
}

export function ProceedingsSection({ page, court }: { page: CasePage; court: CourtPage }) {
  const [open, setOpen] = useDialogState<Shown<Procedimento> | 'new' | null>('proceeding', null)
  if (court.proceedings.length === 0 && !court.writes) return null
  return (
    <Section title={t.proceedingsTitle} actions={court.writes && <Button small icon="plus" onPress={() => setOpen('new')}>{t.addProceeding}</Button>}>
      <ul className="cases-plain">
        {court.proceedings.map((one) => (
          <Proceeding key={one.id} shown={one} court={court} onEdit={court.writes ? () => setOpen(one) : null} />
        ))}
      </ul>
      {open && <ProceedingDialog page={page} shown={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Section>
  )
}
