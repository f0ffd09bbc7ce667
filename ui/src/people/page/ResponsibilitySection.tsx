// Responsabilità genitoriale: who decides for her, or for whom she does.
import { peopleSaveResponsibility, type PersonCard, type PersonDetails, type ResponsibilityKind, type ResponsibilityView, type SaveResponsibility } from '../../bindings'
import { Badge, Button, Section, SelectField, TextArea, TextField } from '../../components'
import { it } from '../../messages/it'
import { PeriodFields } from '../fields'
import { personItem, PersonPicker, type PersonItem } from '../PersonPicker'
import { choicesOf, nameOf, periodText, textOrNull } from '../words'
import { useEditing, type Editing } from './editing'
import { errorIn, FormDialog } from './FormDialog'
import { ItemList, type Item } from './ItemList'
import { PersonLink } from './RelationsSection'
import { removeAction, RemoveDialog, useRemoving } from './removing'

const t = it.people
/** Who holds it so does not decide, or not alone. */
const RESTRICTED: readonly ResponsibilityKind[] = ['LIMITATA', 'SOSPESA', 'DECADUTA', 'NON_RICONOSCIUTO']

interface ResponsibilityForm extends SaveResponsibility {
  adult: PersonItem | null
}

function ResponsibilityDialog({ editing, minor }: { editing: Editing<ResponsibilityForm>; minor: string }) {
  const { value, change, close, save, isPending, error } = editing
  const held = value?.responsibility
  const set = (part: Partial<SaveResponsibility['responsibility']>) => held && change({ responsibility: { ...held, ...part } })
  return (
    <FormDialog title={t.responsibility} isOpen={value !== null} onClose={close} onSave={save} isPending={isPending} error={error} canSave={Boolean(value?.adult)}>
      {value && held && (
        <>
          <PersonPicker name="adult" label={t.adult} required autoFocus except={[minor]} value={value.adult} error={errorIn(error, 'adult')} onChange={(adult) => change({ adult })} />
          <SelectField name="kind" label={t.responsibilityKind} required choices={choicesOf(t.responsibilityKinds)} value={held.kind ?? null} error={errorIn(error, 'kind')} onChange={(kind) => set({ kind })} />
          <PeriodFields value={held.period} error={errorIn(error, 'period')} onChange={(period) => set({ period })} />
          <TextField name="order" label={t.order} hint={t.orderHint} optional value={held.order ?? ''} onChange={(order) => set({ order: textOrNull(order) })} />
          <TextArea name="limits" label={t.limits} hint={t.limitsHint} optional rows={2} value={held.limits ?? ''} onChange={(limits) => set({ limits: textOrNull(limits) })} />
        </>
      )}
    </FormDialog>
  )
}

export function ResponsibilitySection({ card, details }: { card: PersonCard; details: PersonDetails }) {
  const removing = useRemoving(card.id, 'responsibilities')
  const held = useEditing('responsibility', peopleSaveResponsibility, (form: ResponsibilityForm): SaveResponsibility => ({
    id: form.id,
    seen: form.seen,
    responsibility: { ...form.responsibility, adult: form.adult?.key ?? '' },
  }))
  const itemOf = (view: ResponsibilityView): Item => {
    const { kind, period, limits, order } = view.record.value
    const how = kind ? t.responsibilityKinds[kind] : ''
    const editable = details.writable && view.of_minor
    return {
      key: view.record.id, name: `${how} ${nameOf(view.other)}`, past: !view.current, clashes: view.record.clashes, main: <PersonLink card={view.other} />,
      label: view.of_minor ? '' : t.forMinor(''), badges: <Badge tone={kind && RESTRICTED.includes(kind) ? 'warning' : 'neutral'}>{how}</Badge>,
      note: [periodText(period), order, limits].filter(Boolean).join(' · '),
      onEdit: editable ? () => held.open({ id: view.record.id, seen: view.record.seen, responsibility: view.record.value, adult: personItem(view.other) }) : undefined,
      actions: editable ? [removeAction(removing, view.record.id, nameOf(view.other))] : [],
    }
  }
  const add = details.writable && (
    <Button small icon="plus" onPress={() => held.open({ id: null, seen: [], adult: null, responsibility: { minor: card.id, adult: card.id, kind: 'PIENA_CONDIVISA', period: {} } })}>
      {t.addResponsibility}
    </Button>
  )
  return (
    <Section title={t.responsibilities} actions={add}>
      <ItemList label={t.responsibilities} items={details.responsibilities.map(itemOf)} empty={t.noResponsibilities} />
      <ResponsibilityDialog editing={held} minor={card.id} />
      <RemoveDialog removing={removing} />
    </Section>
  )
}
