// What stands around a person besides kin: school, work, neighbours; the ecomap draws it.
import { peopleSaveSocialTie, type PersonCard, type PersonDetails, type SaveSocialTie } from '../../bindings'
import { Button, Section, TextField } from '../../components'
import { it } from '../../messages/it'
import { navigate, useSession } from '../../navigation'
import { OpenSelect, PeriodFields } from '../fields'
import { choicesOf, periodText, textOrNull } from '../words'
import { useEditing, type Editing } from './editing'
import { errorIn, FormDialog } from './FormDialog'
import { ItemList, type Item } from './ItemList'
import { removeAction, RemoveDialog, useRemoving } from './removing'

const t = it.pictures

function TieDialog({ editing }: { editing: Editing<SaveSocialTie> }) {
  const { value, change, close, save, isPending, error } = editing
  const tie = value?.tie
  const set = (part: Partial<SaveSocialTie['tie']>) => value && change({ tie: { ...value.tie, ...part } })
  return (
    <FormDialog title={t.tie} isOpen={value !== null} onClose={close} onSave={save} isPending={isPending} error={error} canSave={Boolean(tie?.surrounding)}>
      {tie && (
        <>
          <OpenSelect name="surrounding" label={t.surrounding} required autoFocus choices={choicesOf(t.surroundings)} value={tie.surrounding} onChange={(surrounding) => set({ surrounding })} />
          <TextField name="label" label={t.label} hint={t.labelHint} optional value={tie.label ?? ''} error={errorIn(error, 'label')} onChange={(label) => set({ label: textOrNull(label) })} />
          <OpenSelect name="closeness" label={t.closeness} choices={choicesOf(t.closenesses)} value={tie.closeness} onChange={(closeness) => set({ closeness })} />
          <OpenSelect name="energy" label={t.energy} choices={choicesOf(t.energies)} value={tie.energy} onChange={(energy) => set({ energy })} />
          <PeriodFields value={tie.period} error={errorIn(error, 'period')} onChange={(period) => set({ period })} />
          <TextField name="note" label={t.note} optional value={tie.note ?? ''} error={errorIn(error, 'note')} onChange={(note) => set({ note: textOrNull(note) })} />
        </>
      )}
    </FormDialog>
  )
}

export function SocialTiesSection({ card, details }: { card: PersonCard; details: PersonDetails }) {
  const { today } = useSession()
  const removing = useRemoving(card.id, 'social-ties')
  const editing = useEditing<SaveSocialTie, SaveSocialTie, unknown>('social-tie', peopleSaveSocialTie, (form) => form)
  const items = details.social_ties.map(({ id, value: tie, seen, clashes }): Item => {
    const kind = tie.surrounding ? t.surroundings[tie.surrounding] : ''
    const name = tie.label ?? kind
    return {
      key: id, name, main: name, label: tie.label ? kind : '', past: Boolean(tie.period.until && tie.period.until < today), clashes,
      note: [tie.closeness ? t.closenesses[tie.closeness] : '', tie.energy ? t.energies[tie.energy] : '', periodText(tie.period), tie.note].filter(Boolean).join(' · '),
      onEdit: details.writable ? () => editing.open({ id, tie, seen }) : undefined, actions: details.writable ? [removeAction(removing, id, name)] : [],
    }
  })
  const actions = (
    <>
      <Button small icon="share" onPress={() => navigate('person.ecomap', { person_id: card.id })}>
        {t.ecomap}
      </Button>
      {details.writable && (
        <Button small icon="plus" onPress={() => editing.open({ id: null, tie: { person: card.id, period: {} }, seen: [] })}>
          {t.addTie}
        </Button>
      )}
    </>
  )
  return (
    <Section title={t.ties} actions={actions}>
      <ItemList label={t.ties} items={items} empty={t.noTies} />
      <TieDialog editing={editing} />
      <RemoveDialog removing={removing} />
    </Section>
  )
}
