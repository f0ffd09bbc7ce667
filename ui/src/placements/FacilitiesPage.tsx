// The facilities that take minors in: the office's own list.
import { placementsSaveFacility, placesNames, type Shown, type Struttura } from '../bindings'
import { CodeField, ComuneField } from '../cases'
import { CaseDialog } from '../cases/CaseDialog'
import { Badge, Button, DateField, EmptyState, ListTable, Notice, Page, PageHeader, TextArea, TextField, type Column } from '../components'
import { showDate } from '../dates/civil'
import { it } from '../messages/it'
import { goBack, useAnswer, useDialogState, useSession } from '../navigation'
import { describeError } from '../platform'
import { useFacilities, usePlacementCodes } from './asked'
import { EuroField } from './fields'
import { showEuro } from './money'
import { codeName, isActive, said } from './words'
import './placements.css'

const t = it.placements

function usePlaceNames(codes: readonly string[]) {
  return useAnswer({ key: ['places.names', codes], ask: () => placesNames({ codes: [...codes] }), kinds: [], enabled: codes.length > 0, keepLast: true }).data ?? {}
}

function FacilityDialog({ shown, comune, onClose }: { shown: Shown<Struttura> | null; comune: string | null; onClose: () => void }) {
  const codes = usePlacementCodes()
  const [value, setValue] = useDialogState<Struttura>('facility.value', shown?.value ?? { period: {} })
  const [town, setTown] = useDialogState<string | null>('facility.town', comune)
  const set = (part: Partial<Struttura>) => setValue({ ...value, ...part })
  const period = (part: { from?: string | null; until?: string | null }) => {
    const next = { from: value.period.from ?? null, until: value.period.until ?? null, ...part }
    set({ period: { ...(next.from ? { from: next.from } : {}), ...(next.until ? { until: next.until } : {}) } })
  }
  const places = (typed: string) => set({ posti: /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : null })
  const input = () => ({ id: shown?.id ?? null, facility: value, seen: shown?.seen ?? [] })
  return (
    <CaseDialog title={shown ? t.edit : t.addFacility} isOpen onClose={onClose} run={placementsSaveFacility} submit={t.save} size="large" input={input}>
      <div className="form-row">
        <TextField name="facility-name" label={t.facilityName} required value={value.name ?? ''} onChange={(name) => set({ name: said(name) })} />
        <TextField name="facility-manager" label={t.manager} value={value.gestore ?? ''} onChange={(gestore) => set({ gestore: said(gestore) })} />
      </div>
      <div className="form-row">
        <CodeField name="facility-kind" label={t.kind} codes={codes?.kinds ?? []} value={value.kind ?? null} onChange={(kind) => set({ kind })} />
        <CodeField name="facility-character" label={t.character} codes={codes?.characters ?? []} value={value.carattere ?? null} onChange={(carattere) => set({ carattere })} />
        <TextField name="facility-places" label={t.places} narrow inputMode="numeric" value={value.posti ? String(value.posti) : ''} onChange={places} />
      </div>
      <div className="form-row">
        <ComuneField
          name="facility-comune" label={t.facilityComune} value={value.comune ? { key: value.comune, label: town ?? value.comune } : null}
          onChange={(chosen) => {
            setTown(chosen?.label ?? null)
            set({ comune: chosen?.key ?? null })
          }}
        />
        <TextField name="facility-address" label={t.address} value={value.address ?? ''} onChange={(address) => set({ address: said(address) })} />
      </div>
      <div className="form-row">
        <TextField name="facility-phone" label={t.phone} narrow type="tel" value={value.phone ?? ''} onChange={(phone) => set({ phone: said(phone) })} />
        <TextField name="facility-mail" label={t.mail} value={value.mail ?? ''} onChange={(mail) => set({ mail: said(mail) })} />
      </div>
      <div className="form-row">
        <DateField name="facility-charter" label={t.charter} narrow value={value.carta_servizi ?? null} onChange={(carta_servizi) => set({ carta_servizi })} />
        <EuroField name="facility-tariff" label={t.tariff} value={value.tariffa} onChange={(tariffa) => set({ tariffa })} />
        <DateField name="facility-from" label={t.activeFrom} narrow value={value.period.from ?? null} onChange={(from) => period({ from })} />
        <DateField name="facility-until" label={t.activeUntil} narrow value={value.period.until ?? null} onChange={(until) => period({ until })} />
      </div>
      <TextArea name="facility-note" label={t.note} rows={2} value={value.note ?? ''} onChange={(note) => set({ note: said(note) })} />
    </CaseDialog>
  )
}

export function FacilitiesPage() {
  const { today } = useSession()
  const { data, error } = useFacilities()
  const [open, setOpen] = useDialogState<string | null>('facility', null)
  const names = usePlaceNames([...new Set((data ?? []).flatMap((one) => one.value.comune ?? []))].sort())
  const nameOf = (code: string | null | undefined) => (code ? (names[code]?.name ?? code) : null)
  const shown = data?.find((one) => one.id === open) ?? null
  const columns: Column<Shown<Struttura>>[] = [
    { key: 'name', header: t.facilityName, isRowHeader: true, sortValue: (one) => one.value.name ?? '', cell: (one) => <span className="line">{one.value.name} {!isActive(one.value, today) && <Badge tone="warning">{t.notActive}</Badge>}</span> },
    { key: 'kind', header: t.kind, sortValue: (one) => codeName(one.value.kind), cell: (one) => codeName(one.value.kind) },
    { key: 'comune', header: t.facilityComune, sortValue: (one) => nameOf(one.value.comune), cell: (one) => nameOf(one.value.comune) },
    { key: 'phone', header: t.phone, cell: (one) => one.value.phone },
    { key: 'tariff', header: t.tariff, align: 'end', sortValue: (one) => one.value.tariffa ?? null, cell: (one) => (one.value.tariffa ? showEuro(one.value.tariffa) : '') },
    { key: 'charter', header: t.charter, sortValue: (one) => one.value.carta_servizi ?? null, cell: (one) => showDate(one.value.carta_servizi) },
  ]
  return (
    <Page>
      <PageHeader title={t.facilitiesTitle} subtitle={t.facilitiesHelp} back={{ label: it.shell.back, onPress: goBack }} actions={<Button kind="primary" icon="plus" onPress={() => setOpen('new')}>{t.addFacility}</Button>} />
      {error && <Notice kind="error">{describeError(error)}</Notice>}
      {data && <ListTable caption={t.facilitiesTitle} hideCaption columns={columns} rows={data} rowKey={(one) => one.id} openLabel={(one) => t.openFacility(one.value.name ?? '')} onOpen={(one) => setOpen(one.id)} empty={<EmptyState icon="map-marker" title={t.noFacilities} />} />}
      {open !== null && (open === 'new' || shown) && <FacilityDialog key={open} shown={shown} comune={nameOf(shown?.value.comune)} onClose={() => setOpen(null)} />}
    </Page>
  )
}
