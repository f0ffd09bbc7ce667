// The person and the other people of the case; who they are is changed here, what is known of them on their own pages.
import { useState } from 'react'
import { casesInvolve, findAnything, type CasePage } from '../../bindings'
import { Button, CheckboxField, ComboBox, IconButton, Section, type ComboItem } from '../../components'
import { showPartial } from '../../dates/partial'
import { it } from '../../messages/it'
import { navigate } from '../../navigation'
import { CaseDialog } from '../CaseDialog'

const t = it.cases
const HITS = 8

async function findPerson(text: string): Promise<ComboItem[]> {
  const { people } = await findAnything({ text, settled: false, limit: HITS })
  return people.map(({ id, name, birth }) => ({ key: id, label: name, ...(birth ? { note: showPartial(birth) } : {}) }))
}

interface Involved extends ComboItem {
  isProtected: boolean
}

function InvolveDialog({ page, isOpen, onClose }: { page: CasePage; isOpen: boolean; onClose: () => void }) {
  const [people, setPeople] = useState<readonly Involved[]>(page.involved.map(({ id, name }) => ({ key: id, label: name, isProtected: page.protected.includes(id) })))
  const add = (item: ComboItem | null) => {
    if (item && item.key !== page.person.id && !people.some((one) => one.key === item.key)) setPeople([...people, { ...item, isProtected: false }])
  }
  const protect = (key: string, isProtected: boolean) => setPeople(people.map((one) => (one.key === key ? { ...one, isProtected } : one)))
  return (
    <CaseDialog
      title={t.involvedTitle} isOpen={isOpen} onClose={onClose} run={casesInvolve} submit={it.kit.save}
      input={() => ({ case: page.case, involved: people.map(({ key }) => key), protected: people.filter((one) => one.isProtected).map(({ key }) => key) })}
    >
      <p className="field-hint">{t.involvedHelp}</p>
      <ul className="cases-plain">
        {people.map((one) => (
          <li key={one.key} className="cases-involved">
            <span>{one.label}</span>
            <CheckboxField name={`protected-${one.key}`} label={t.protected} isSelected={one.isProtected} onChange={(on) => protect(one.key, on)} />
            <IconButton icon="close" small label={t.remove(one.label)} onPress={() => setPeople(people.filter(({ key }) => key !== one.key))} />
          </li>
        ))}
      </ul>
      <ComboBox name="involve-add" label={t.involvedAdd} value={null} onChange={add} load={findPerson} minLength={2} />
    </CaseDialog>
  )
}

export function PeopleSection({ page }: { page: CasePage }) {
  const [editing, setEditing] = useState(false)
  if (page.fields === 'list') return null
  const go = (person_id: string) => navigate('person', { person_id })
  return (
    <Section
      title={t.involved}
      actions={page.may.includes('involve') && page.fields === 'full' && <Button small icon="pencil" onPress={() => setEditing(true)}>{t.involvedEdit}</Button>}
    >
      <ul className="cases-plain">
        <li>
          <Button kind="link" icon="user" onPress={() => go(page.person.id)}>{page.person.label}</Button>
        </li>
        {page.involved.map((one) => (
          <li key={one.id}>
            <Button kind="link" onPress={() => go(one.id)}>{one.name}</Button>
          </li>
        ))}
      </ul>
      {editing && <InvolveDialog page={page} isOpen onClose={() => setEditing(false)} />}
    </Section>
  )
}
