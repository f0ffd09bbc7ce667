// The paragraphs under one heading of a report: those from the diary, and those written here.
import type { Brano, Category } from '../../bindings'
import { Button, IconButton, TextArea, TextField } from '../../components'
import { showDate } from '../../dates/civil'
import { it } from '../../messages/it'
import { said } from '../words'
import { ownParagraph, type SectionKey } from './words'

const t = it.report

function Extra({ name, category, onChange }: { name: string; category: Category | null | undefined; onChange: (category: Category) => void }) {
  if (category?.type === 'assessment') return <TextField name={`${name}-method`} label={t.method} value={category.method ?? ''} onChange={(text) => onChange({ ...category, method: said(text) })} />
  if (category?.type === 'reported') return <TextField name={`${name}-by`} label={t.by} value={category.by ?? ''} onChange={(text) => onChange({ ...category, by: said(text) })} />
  return null
}

interface SectionFieldsProps {
  section: SectionKey
  list: readonly Brano[]
  onChange: (list: Brano[]) => void
}

export function SectionFields({ section, list, onChange }: SectionFieldsProps) {
  const set = (at: number, one: Brano) => onChange(list.map((old, index) => (index === at ? one : old)))
  return (
    <fieldset className="report-section">
      <legend>{t.sections[section]}</legend>
      <p className="muted">{t.sectionHelp[section]}</p>
      {list.map((one, index) => {
        const name = `${section}-${index}`
        return (
          <div key={one.segment ?? name} className="report-paragraph">
            <TextArea name={name} label={one.entry && one.on ? t.from(showDate(one.on)) : t.own(index + 1)} rows={2} value={one.text} onChange={(text) => set(index, { ...one, text })} />
            <div className="line">
              <Extra name={name} category={one.category} onChange={(category) => set(index, { ...one, category })} />
              <IconButton icon="delete" label={t.remove(index + 1, t.sections[section])} onPress={() => onChange(list.filter((_, at) => at !== index))} />
            </div>
          </div>
        )
      })}
      <div className="line"><Button small icon="plus" onPress={() => onChange([...list, ownParagraph(section)])}>{t.add[section]}</Button></div>
    </fieldset>
  )
}
