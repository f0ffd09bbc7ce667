// For which minors: this one, those whose cases were opened together, any other case under courts.
import { casesList, type CasePage } from '../bindings'
import { CheckboxList, ComboBox, type ComboItem } from '../components'
import { it } from '../messages/it'

const t = it.tutela

export interface Minor {
  key: string
  label: string
}

/** This case and those opened together with it. */
export const minorsOf = (page: CasePage): Minor[] => [{ key: page.case, label: page.person.label }, ...page.together.map((one) => ({ key: one.case, label: one.label }))]

async function findCases(text: string): Promise<ComboItem[]> {
  const { lines } = await casesList({ text })
  return lines.map((line) => ({ key: line.case, label: line.label, ...(line.service ? { note: it.cases.serviceName(line.service) } : {}) }))
}

interface MinorsFieldProps {
  minors: readonly Minor[]
  chosen: readonly string[]
  onChange: (minors: Minor[], chosen: string[]) => void
}

export function MinorsField({ minors, chosen, onChange }: MinorsFieldProps) {
  const add = (item: ComboItem | null) => {
    if (!item || minors.some((one) => one.key === item.key)) return
    onChange([...minors, { key: item.key, label: item.label }], [...chosen, item.key])
  }
  return (
    <>
      <CheckboxList name="minors" label={t.minors} hint={t.minorsHelp} choices={minors.map(({ key, label }) => ({ key, label }))} value={chosen} onChange={(keys) => onChange([...minors], keys)} />
      <ComboBox name="minor-add" label={t.addMinor} value={null} onChange={add} load={findCases} minLength={2} />
    </>
  )
}
