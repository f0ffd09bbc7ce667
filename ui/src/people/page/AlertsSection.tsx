// Avvertenze: what to know before going there, who said so, and when to look again.
import { peopleSaveAlert, type AddressView, type AlertKind, type PersonDetails, type SaveAlert } from '../../bindings'
import { Badge, Button, DateField, Section, SelectField, TextArea } from '../../components'
import { addMonths, showDate } from '../../dates/civil'
import { it } from '../../messages/it'
import { useSession } from '../../navigation'
import { OpenSelect } from '../fields'
import { addressText, choicesOf, textOrNull } from '../words'
import { useEditing, type Editing } from './editing'
import { errorIn, FormDialog } from './FormDialog'
import { ItemList, type Item } from './ItemList'
import { removeAction, RemoveDialog, useRemoving } from './removing'

const t = it.people
/** Months after which a new warning is looked at again, unless another day is said. */
const REVIEW_MONTHS = 6

interface AlertForm extends Omit<SaveAlert, 'kind'> {
  kind: AlertKind | null
  ending: boolean
}

type Alert = PersonDetails['alerts'][number]
export const holdsOn = ({ value }: Alert, day: string) => (value.on ?? '') <= day && (!value.ended || day < value.ended.on)

function AlertDialog({ editing, details }: { editing: Editing<AlertForm>; details: PersonDetails }) {
  const { value, change, close, save, isPending, error } = editing
  const places = details.addresses.map((view: AddressView) => ({ key: view.record.id, label: addressText(view.record.value, details.places) }))
  return (
    <FormDialog
      title={value?.ending ? t.endAlert : t.alert} isOpen={value !== null} onClose={close} onSave={save} isPending={isPending} error={error} canSave={Boolean(value?.kind)}
      {...(value?.ending ? { saveText: t.endAlert } : {})}
    >
      {value?.ending ? (
        <TextArea name="ended" label={t.endReason} optional autoFocus rows={2} value={value.ended ?? ''} onChange={(ended) => change({ ended })} />
      ) : (
        value && (
          <>
            <SelectField name="alert-kind" label={t.alertKind} required autoFocus choices={choicesOf(t.alertKinds)} value={value.kind} onChange={(kind) => change({ kind })} />
            <TextArea name="reason" label={t.reason} rows={2} value={value.reason ?? ''} error={errorIn(error, 'reason')} onChange={(reason) => change({ reason: textOrNull(reason) })} />
            {places.length > 0 && <OpenSelect name="alert-address" label={t.aboutAddress} choices={places} value={value.address} onChange={(address) => change({ address })} />}
            <DateField name="review" label={t.review} narrow value={value.review} onChange={(review) => change({ review })} />
          </>
        )
      )}
    </FormDialog>
  )
}

export function AlertsSection({ person, details }: { person: string; details: PersonDetails }) {
  const { today } = useSession()
  const removing = useRemoving(person, 'alerts')
  const alert = useEditing('alert', peopleSaveAlert, ({ kind, ending, ...form }: AlertForm): SaveAlert => ({ ...form, kind: kind ?? 'ALTRO', ended: ending ? (form.ended ?? '') : null }))
  const formOf = ({ id, seen, value }: Alert, ending: boolean): AlertForm => ({
    id, seen, person: value.person, address: value.address ?? null, kind: value.kind ?? null, reason: value.reason ?? null, review: value.review ?? null, ended: null, ending,
  })
  const itemOf = (one: Alert): Item => {
    const { kind, reason, author, on, review, ended, address } = one.value
    const name = kind ? t.alertKinds[kind] : t.alert
    const holds = holdsOn(one, today)
    const due = holds && Boolean(review && review <= today)
    const where = details.addresses.find((view) => view.record.id === address)
    const who = (id: string) => details.operators[id] ?? ''
    return {
      key: one.id, name, main: name, past: !holds, clashes: one.clashes,
      badges: due && <Badge tone="warning" icon="clock">{t.reviewDue}</Badge>,
      note: (
        <>
          {reason && <span className="people-reason">{reason}</span>}
          {[
            where ? addressText(where.record.value, details.places) : '', t.alertBy(who(author), showDate(on)), review && holds ? t.reviewOn(showDate(review)) : '',
            ended ? [t.endedBy(who(ended.by), showDate(ended.on)), ended.reason].filter(Boolean).join(': ') : '',
          ].filter(Boolean).join(' · ')}
        </>
      ),
      onEdit: details.writable && holds ? () => alert.open(formOf(one, false)) : undefined,
      actions: details.writable
        ? [...(holds ? [{ key: 'end', label: t.endAlert, onAction: () => alert.open(formOf(one, true)) }] : []), removeAction(removing, one.id, name)]
        : [],
    }
  }
  const blank: AlertForm = { id: null, seen: [], person, address: null, kind: null, reason: null, review: addMonths(today, REVIEW_MONTHS), ended: null, ending: false }
  const add = details.writable && (
    <Button small icon="plus" onPress={() => alert.open(blank)}>
      {t.addAlert}
    </Button>
  )
  return (
    <Section title={t.alerts} actions={add}>
      <ItemList label={t.alerts} items={details.alerts.map(itemOf)} empty={t.noAlerts} />
      <AlertDialog editing={alert} details={details} />
      <RemoveDialog removing={removing} />
    </Section>
  )
}
