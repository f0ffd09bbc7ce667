// Penal measures of a minor, messa alla prova first: USSM referent, project, reviews, outcome.
import { tutelaAddPenal, tutelaEditPenal, type AttivitaPenale, type CasePage, type CourtPage, type EsitoPenale, type MisuraPenale, type Shown, type VerificaPenale } from '../bindings'
import { CaseDialog } from '../cases/CaseDialog'
import { Badge, Button, CheckboxList, DateField, Facts, IconButton, Section, SelectField, TextArea, TextField } from '../components'
import { showDate } from '../dates/civil'
import { it } from '../messages/it'
import { useDialogState, useSession } from '../navigation'
import { OpenSelect } from '../people'
import { EverywhereField } from './dialogs'
import { AuthorityField, choices, numberOf } from './fields'
import { minorsOf } from './MinorsField'
import { authorityOf, said } from './words'

const t = it.tutela
const NEW: MisuraPenale = { kind: 'MAP', activities: [], reviews: [] }
const swap = <T,>(list: readonly T[], at: number, one: T) => list.map((old, index) => (index === at ? one : old))
const without = <T,>(list: readonly T[], at: number) => list.filter((_, index) => index !== at)

interface PartProps {
  measure: MisuraPenale
  set: (part: Partial<MisuraPenale>) => void
}

function Activities({ measure: { activities }, set }: PartProps) {
  const change = (at: number, part: Partial<AttivitaPenale>) => activities[at] && set({ activities: swap(activities, at, { ...activities[at], ...part }) })
  return (
    <fieldset className="cases-paper">
      <legend>{t.project}</legend>
      {activities.map((activity, at) => (
        <div key={at} className="form-row">
          <SelectField name={`activity-kind-${at}`} label={t.activityKind} narrow choices={choices(t.activityKinds)} value={activity.kind} onChange={(kind) => change(at, { kind })} />
          <TextField name={`activity-words-${at}`} label={t.activityWords} value={activity.words ?? ''} onChange={(words) => change(at, { words })} />
          <IconButton icon="delete" label={t.removeActivity} onPress={() => set({ activities: without(activities, at) })} />
        </div>
      ))}
      <div className="line"><Button icon="plus" onPress={() => set({ activities: [...activities, { kind: 'SCUOLA' }] })}>{t.addActivity}</Button></div>
    </fieldset>
  )
}

function Reviews({ measure: { reviews }, set }: PartProps) {
  const { today } = useSession()
  const change = (at: number, part: Partial<VerificaPenale>) => reviews[at] && set({ reviews: swap(reviews, at, { ...reviews[at], ...part }) })
  return (
    <fieldset className="cases-paper">
      <legend>{t.penalReviews}</legend>
      {reviews.map((review, at) => (
        <div key={at} className="form-row">
          <DateField name={`penal-review-${at}`} label={t.reviewOn} narrow max={today} value={review.on} onChange={(on) => on && change(at, { on })} />
          <TextField name={`penal-review-note-${at}`} label={t.reviewNote} value={review.note ?? ''} onChange={(note) => change(at, { note })} />
          <IconButton icon="delete" label={t.removeReview} onPress={() => set({ reviews: without(reviews, at) })} />
        </div>
      ))}
      <div className="line"><Button icon="plus" onPress={() => set({ reviews: [...reviews, { on: today }] })}>{t.addReview}</Button></div>
    </fieldset>
  )
}

function Outcome({ measure: { ended }, set }: PartProps) {
  const { today } = useSession()
  const how = (one: EsitoPenale | null) => set({ ended: one === null ? null : { on: today, ...ended, how: one } })
  return (
    <div className="form-row">
      <OpenSelect<EsitoPenale> name="penal-outcome" label={t.penalOutcome} choices={choices(t.penalOutcomes)} value={ended?.how} onChange={how} />
      {ended && <DateField name="penal-ended" label={t.penalEnded} narrow max={today} value={ended.on} onChange={(on) => on && set({ ended: { ...ended, on } })} />}
      {ended && <TextField name="penal-ended-note" label={t.stateNote} value={ended.note ?? ''} onChange={(note) => set({ ended: { ...ended, note: said(note) } })} />}
    </div>
  )
}

interface PenalDialogProps {
  page: CasePage
  shown: Shown<MisuraPenale> | null
  onClose: () => void
}

function PenalDialog({ page, shown, onClose }: PenalDialogProps) {
  const [measure, setMeasure] = useDialogState<MisuraPenale>('penal.value', shown?.value ?? NEW)
  const [cases, setCases] = useDialogState<string[]>('penal.cases', [page.case])
  const [everywhere, setEverywhere] = useDialogState('penal.everywhere', false)
  const set = (part: Partial<MisuraPenale>) => setMeasure({ ...measure, ...part })
  const run = async (value: MisuraPenale): Promise<unknown> => (shown ? tutelaEditPenal({ id: shown.id, seen: shown.seen, everywhere, value }) : tutelaAddPenal({ cases, measure: value }))
  const ussm = measure.ussm ?? {}
  const minors = minorsOf(page)
  return (
    <CaseDialog title={t.penalTitle} isOpen onClose={onClose} run={run} submit={it.kit.save} size="large" input={() => measure}>
      {!shown && minors.length > 1 && <CheckboxList name="penal-minors" label={t.minors} choices={minors} value={cases} onChange={setCases} />}
      <SelectField name="penal-kind" label={t.penalKind} required choices={choices(t.penalKinds)} value={measure.kind ?? null} onChange={(kind) => set({ kind })} />
      <div className="form-row">
        <AuthorityField name="penal-authority" label={t.authority} value={measure.autorita} onChange={(autorita) => set({ autorita })} />
        <TextField name="penal-number" label={t.penalNumber} value={measure.number ?? ''} onChange={(number) => set({ number })} />
      </div>
      <div className="form-row">
        <TextField name="ussm-name" label={t.ussm} value={ussm.name ?? ''} onChange={(name) => set({ ussm: { ...ussm, name } })} />
        <TextField name="ussm-mail" label={t.ussmMail} value={ussm.mail ?? ''} onChange={(mail) => set({ ussm: { ...ussm, mail } })} />
        <TextField name="ussm-phone" label={t.ussmPhone} narrow inputMode="tel" value={ussm.phone ?? ''} onChange={(phone) => set({ ussm: { ...ussm, phone } })} />
      </div>
      <p className="field-hint">{t.penalUsual}</p>
      <div className="form-row">
        <DateField name="penal-asked" label={t.askedOn} narrow value={measure.asked_on ?? null} onChange={(asked_on) => set({ asked_on })} />
        <DateField name="penal-from" label={t.penalFrom} narrow value={measure.from ?? null} onChange={(from) => set({ from })} />
        <DateField name="penal-until" label={t.penalUntil} narrow value={measure.until ?? null} onChange={(until) => set({ until })} />
        <TextField name="penal-every" label={t.reviewMonths} narrow inputMode="numeric" value={measure.review_months ? String(measure.review_months) : ''} onChange={(text) => set({ review_months: Math.min(numberOf(text) ?? 0, 60) || null })} />
      </div>
      <Activities measure={measure} set={set} />
      <Reviews measure={measure} set={set} />
      <Outcome measure={measure} set={set} />
      <TextArea name="penal-note" label={t.penalNote} rows={2} value={measure.note ?? ''} onChange={(note) => set({ note })} />
      {shown && <EverywhereField files={minors.length} value={everywhere} onChange={setEverywhere} />}
    </CaseDialog>
  )
}

function Measure({ shown, court, onEdit }: { shown: Shown<MisuraPenale>; court: CourtPage; onEdit: (() => void) | null }) {
  const { value } = shown
  const span = [value.from && `${t.penalFrom.toLowerCase()} ${showDate(value.from)}`, value.until && `${t.until} ${showDate(value.until)}`].filter(Boolean).join(' ')
  const activity = (one: AttivitaPenale) => [t.activityKinds[one.kind], one.words].filter(Boolean).join(': ')
  const review = (one: VerificaPenale) => [showDate(one.on), one.note].filter(Boolean).join(' ')
  return (
    <li className="cases-member">
      <div>
        <div className="line">
          <strong>{value.kind ? t.penalKinds[value.kind] : t.penalKind}</strong>
          <Badge tone={value.ended ? 'neutral' : 'info'}>{value.ended ? t.penalEndOf(t.penalOutcomes[value.ended.how], showDate(value.ended.on)) : t.penalOpen}</Badge>
          {span && <span>{span}</span>}
        </div>
        <Facts
          facts={[
            { label: t.authority, value: value.autorita && authorityOf(court.authorities, value.autorita) }, { label: t.penalNumber, value: value.number },
            { label: t.ussm, value: [value.ussm?.name, value.ussm?.mail, value.ussm?.phone].filter(Boolean).join(' · ') }, { label: t.askedOn, value: value.asked_on && showDate(value.asked_on) },
            { label: t.project, value: value.activities.map(activity).join('; ') }, { label: t.penalReviews, value: value.reviews.map(review).join('; ') }, { label: t.penalNote, value: value.note },
          ]}
        />
      </div>
      {onEdit && <Button small icon="pencil" onPress={onEdit}>{t.edit}</Button>}
    </li>
  )
}

export function PenalSection({ page, court }: { page: CasePage; court: CourtPage }) {
  const [open, setOpen] = useDialogState<Shown<MisuraPenale> | 'new' | null>('penal', null)
  if (court.penal.length === 0 && !court.writes) return null
  return (
    <Section title={t.penalTitle} actions={court.writes && <Button small icon="plus" onPress={() => setOpen('new')}>{t.penalAdd}</Button>}>
      <ul className="cases-plain">
        {court.penal.map((one) => (
          <Measure key={one.id} shown={one} court={court} onEdit={court.writes ? () => setOpen(one) : null} />
        ))}
      </ul>
      {open && <PenalDialog page={page} shown={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Section>
  )
}
