// Legami familiari: each tie as this person sees it.
import { peopleSaveRelation, type PersonCard, type PersonDetails, type RelationView, type SaveRelation } from '../../bindings'
import { Badge, Button, Section, SelectField, TextField } from '../../components'
import { it } from '../../messages/it'
import { navigate } from '../../navigation'
import { Flag, OpenSelect, PeriodFields } from '../fields'
import { personItem, PersonPicker, type PersonItem } from '../PersonPicker'
import { choicesOf, nameOf, periodText, personNote, relationChoices, relationName, textOrNull } from '../words'
import { useEditing, type Editing } from './editing'
import { errorIn, FormDialog } from './FormDialog'
import { ItemList, type Item } from './ItemList'
import { removeAction, RemoveDialog, useRemoving } from './removing'

const t = it.people

interface RelationForm extends Omit<SaveRelation, 'other' | 'kind'> {
  other: PersonItem | null
  kind: SaveRelation['kind'] | null
}

/** A person's name that leads to her page, unless she may not be seen. */
export function PersonLink({ card }: { card: PersonCard }) {
  if (card.name === null) return <>{nameOf(card)}</>
  return (
    <Button kind="link" onPress={() => navigate('person', { person_id: card.id })}>
      {nameOf(card)}
    </Button>
  )
}

function RelationDialog({ editing, card }: { editing: Editing<RelationForm>; card: PersonCard }) {
  const { value, change, close, save, isPending, error } = editing
  const sex = value?.other?.card.sex ?? null
  return (
    <FormDialog title={t.relation} isOpen={value !== null} onClose={close} onSave={save} isPending={isPending} error={error} canSave={Boolean(value?.other && value.kind)}>
      {value && (
        <>
          <PersonPicker name="other" label={t.other} hint={t.otherHint} required autoFocus except={[card.id]} value={value.other} error={errorIn(error, 'other')} onChange={(other) => change({ other })} />
          <SelectField name="relation-kind" label={t.isHer(nameOf(card))} required choices={relationChoices(sex)} value={value.kind} onChange={(kind) => change({ kind })} />
          <OpenSelect name="bond" label={t.bond} choices={choicesOf(t.bonds)} value={value.bond} onChange={(bond) => change({ bond })} />
          <OpenSelect name="closeness" label={it.pictures.closeness} choices={choicesOf(it.pictures.closenesses)} value={value.closeness} onChange={(closeness) => change({ closeness })} />
          <PeriodFields value={value.period} error={errorIn(error, 'period')} onChange={(period) => change({ period })} />
          <Flag name="caregiver" label={t.caregiver} value={value.caregiver} onChange={(caregiver) => change({ caregiver })} />
          <TextField name="note" label={t.note} optional value={value.note ?? ''} error={errorIn(error, 'note')} onChange={(note) => change({ note: textOrNull(note) })} />
        </>
      )}
    </FormDialog>
  )
}

export function RelationsSection({ card, details }: { card: PersonCard; details: PersonDetails }) {
  const removing = useRemoving(card.id, 'relations')
  const relation = useEditing('relation', peopleSaveRelation, (form: RelationForm): SaveRelation => ({ ...form, other: form.other?.key ?? '', kind: form.kind ?? 'ALTRO' }))
  const open = (view: RelationView) =>
    relation.open({
      id: view.id, one: card.id, other: personItem(view.other), kind: view.kind, bond: view.bond, period: view.period, caregiver: view.caregiver, closeness: view.closeness, note: view.note, seen: view.seen,
    })
  const items = details.relations.map((view): Item => {
    const name = `${relationName(view.kind, view.other.sex)} ${nameOf(view.other)}`
    return {
      key: view.id, name, main: <PersonLink card={view.other} />, label: relationName(view.kind, view.other.sex), past: !view.current, clashes: view.clashed,
      note: [personNote(view.other), view.bond ? t.bonds[view.bond] : '', view.closeness ? it.pictures.closenesses[view.closeness] : '', periodText(view.period), view.note].filter(Boolean).join(' · '),
      badges: (
        <>
          {view.caregiver && <Badge tone="info">{t.caregiver}</Badge>}
          {view.other.died && <Badge>{t.died}</Badge>}
        </>
      ),
      onEdit: details.writable ? () => open(view) : undefined, actions: details.writable ? [removeAction(removing, view.id, name)] : [],
    }
  })
  const blank: RelationForm = { id: null, one: card.id, other: null, kind: null, bond: null, period: {}, caregiver: null, closeness: null, note: null, seen: [] }
  const actions = (
    <>
      <Button small icon="share" onPress={() => navigate('person.genogram', { person_id: card.id })}>
        {it.pictures.genogram}
      </Button>
      {details.writable && (
        <Button small icon="plus" onPress={() => relation.open(blank)}>
          {t.addRelation}
        </Button>
      )}
    </>
  )
  return (
    <Section title={t.relations} actions={actions}>
      <ItemList label={t.relations} items={items} empty={t.noRelations} />
      <RelationDialog editing={relation} card={card} />
      <RemoveDialog removing={removing} />
    </Section>
  )
}
