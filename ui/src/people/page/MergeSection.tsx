// Unisci doppioni, Separa: which records are this person, and parting them again.
import { useState } from 'react'
import { officeAskMerge, peopleMerge, peopleUnmerge, type MergePeople, type MergeView, type PersonCard, type PersonDetails } from '../../bindings'
import { Button, RadioField, Section, TextField } from '../../components'
import { showInstant } from '../../dates/civil'
import { showPartial } from '../../dates/partial'
import { it } from '../../messages/it'
import { navigate, useCommand } from '../../navigation'
import { notify } from '../../components'
import { PersonPicker, type PersonItem } from '../PersonPicker'
import { nameOf } from '../words'
import { FormDialog, errorIn } from './FormDialog'
import { ItemList, type Item } from './ItemList'

const t = it.people

type Kept = 'this' | 'other'

/** Joins this person with another record, or asks the office to. */
export function MergeDialog({ card, asks = false, isOpen, onClose }: { card: PersonCard; asks?: boolean; isOpen: boolean; onClose: () => void }) {
  const [other, setOther] = useState<PersonItem | null>(null)
  const [kept, setKept] = useState<Kept>('this')
  const [reason, setReason] = useState('')
  const merge = useCommand<MergePeople, unknown>(asks ? officeAskMerge : peopleMerge)
  const save = () => {
    if (!other) return
    const [keeps, goes] = kept === 'this' ? [card.id, other.key] : [other.key, card.id]
    merge.mutate(
      { kept: keeps, absorbed: goes, reason: reason || null },
      {
        onSuccess: () => {
          notify('success', asks ? it.office.askDone : t.merged)
          onClose()
          if (!asks) navigate('person', { person_id: keeps }, { replace: true })
        },
      },
    )
  }
  return (
    <FormDialog title={asks ? it.office.askMergeTitle : t.merge} isOpen={isOpen} onClose={onClose} onSave={save} isPending={merge.isPending} error={merge.error} saveText={asks ? it.office.askSend : t.mergeAction} canSave={other !== null}>
      <p>{t.mergeText(nameOf(card))}</p>
      <PersonPicker name="absorbed" label={t.mergeOther} required autoFocus except={[card.id]} value={other} error={errorIn(merge.error, 'absorbed')} onChange={setOther} />
      {other && (
        <RadioField<Kept>
          name="kept" label={t.whichKept} value={kept} onChange={setKept}
          choices={[{ key: 'this', label: t.keepThis, note: nameOf(card) }, { key: 'other', label: t.keepOther, note: [other.label, other.note].filter(Boolean).join(' · ') }]}
        />
      )}
      <TextField name="merge-reason" label={t.mergeReason} value={reason} onChange={setReason} />
    </FormDialog>
  )
}

function UnmergeDialog({ merge, onClose }: { merge: MergeView; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const unmerge = useCommand(peopleUnmerge)
  const save = () =>
    unmerge.mutate(
      { id: merge.id, reason: reason || null },
      {
        onSuccess: () => {
          notify('success', t.unmerged)
          onClose()
        },
      },
    )
  return (
    <FormDialog title={t.unmerge} isOpen onClose={onClose} onSave={save} isPending={unmerge.isPending} error={unmerge.error} saveText={t.unmerge}>
      <p>{t.unmergeText(merge.name || t.unnamed)}</p>
      <TextField name="unmerge-reason" label={t.unmergeReason} autoFocus value={reason} onChange={setReason} />
    </FormDialog>
  )
}

export function MergeSection({ details }: { details: PersonDetails }) {
  const [parting, setParting] = useState<MergeView | null>(null)
  if (details.merges.length === 0) return null
  const items = details.merges.map((merge): Item => {
    const name = merge.name || t.unnamed
    return {
      key: merge.id, name, main: name,
      note: [showPartial(merge.birth), ...merge.codes, t.mergedBy(details.operators[merge.by] ?? '', merge.at ? showInstant(merge.at) : ''), merge.reason].filter(Boolean).join(' · '),
      badges: details.mergeable && (
        <Button small onPress={() => setParting(merge)} aria-label={`${t.unmerge}: ${name}`}>
          {t.unmerge}
        </Button>
      ),
    }
  })
  return (
    <Section title={t.mergedList}>
      <ItemList label={t.mergedList} items={items} empty="" />
      {parting && <UnmergeDialog merge={parting} onClose={() => setParting(null)} />}
    </Section>
  )
}
