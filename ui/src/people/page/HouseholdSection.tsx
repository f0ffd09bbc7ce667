// Nucleo: who lives with whom today, and who did.
import { peopleSaveHousehold, type HouseholdView, type MemberView, type PersonCard, type PersonDetails } from '../../bindings'
import { Badge, Button, Section } from '../../components'
import { it } from '../../messages/it'
import { personItem } from '../PersonPicker'
import { nameOf, periodText, personNote } from '../words'
import { useEditing } from './editing'
import { HouseholdDialog, type HouseholdForm } from './HouseholdDialog'
import { ItemList, type Item } from './ItemList'
import { PersonLink } from './RelationsSection'
import { removeAction, RemoveDialog, useRemoving } from './removing'

const t = it.people

const titleOf = (view: HouseholdView) => [view.kind ? t.householdKinds[view.kind] : t.household, view.label ? `«${view.label}»` : ''].filter(Boolean).join(' ')

const memberItem = (member: MemberView, index: number): Item => ({
  key: `${member.person}-${index}`,
  name: nameOf(member.card),
  main: <PersonLink card={member.card} />,
  note: [personNote(member.card), member.group === 'CONVIVENTE' ? '' : t.groups[member.group], periodText(member.period)].filter(Boolean).join(' · '),
  past: !member.current,
  badges: member.holder && <Badge tone="info">{t.holder}</Badge>,
})

const formOf = (view: HouseholdView): HouseholdForm => ({
  id: view.id,
  seen: view.seen,
  kind: view.kind,
  label: view.label,
  note: view.note,
  members: view.members.map((member) => ({ person: personItem({ ...member.card, id: member.person }), period: member.period, group: member.group, holder: member.holder })),
})

export function HouseholdSection({ card, details }: { card: PersonCard; details: PersonDetails }) {
  const removing = useRemoving(card.id, 'households')
  const household = useEditing('household', peopleSaveHousehold, (form: HouseholdForm) => ({
    id: form.id,
    person: card.id,
    seen: form.seen,
    household: {
      kind: form.kind,
      label: form.label,
      note: form.note,
      members: form.members.map(({ person, period, group, holder }) => ({ person: person.key, period, group, holder })),
    },
  }))
  const blank: HouseholdForm = { id: null, seen: [], kind: 'DI_FATTO', label: null, note: null, members: [{ person: personItem(card), period: {}, group: 'CONVIVENTE', holder: false }] }
  const add = details.writable && (
    <Button small icon="plus" onPress={() => household.open(blank)}>
      {t.addHousehold}
    </Button>
  )
  return (
    <Section title={t.households} actions={add}>
      {details.households.length === 0 && <p className="item-note">{t.noHouseholds}</p>}
      {details.households.map((view) => {
        const living = view.members.filter((member) => member.current && member.group === 'CONVIVENTE').length
        const head: Item = {
          key: view.id, name: titleOf(view), clashes: view.clashed, main: <strong>{titleOf(view)}</strong>, note: [t.memberCount(living), view.note].filter(Boolean).join(' · '),
          onEdit: details.writable ? () => household.open(formOf(view)) : undefined, actions: details.writable ? [removeAction(removing, view.id, titleOf(view))] : [],
        }
        return (
          <div key={view.id} className="people-household">
            <ItemList label={titleOf(view)} items={[head]} empty="" />
            <ItemList label={t.members} items={view.members.map(memberItem)} empty="" />
          </div>
        )
      })}
      <HouseholdDialog editing={household} />
      <RemoveDialog removing={removing} />
    </Section>
  )
}
