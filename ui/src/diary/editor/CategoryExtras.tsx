// What a category still asks: by whom, which document, which method, who and by when.
import type { Category } from '../../bindings'
import { CheckboxField, DateField } from '../../components'
import { it } from '../../messages/it'

const t = it.diary

function Small({ label, value, name, onChange }: { label: string; value: string | null; name: string; onChange: (value: string | null) => void }) {
  return (
    <label className="diary-extra">
      <span>{label}</span>
      <input className="control" data-focus-name={name} value={value ?? ''} autoComplete="off" onChange={(event) => onChange(event.target.value || null)} />
    </label>
  )
}

export function CategoryExtras({ category, name, onChange }: { category: Category; name: string; onChange: (category: Category) => void }) {
  switch (category.type) {
    case 'reported':
      return (
        <div className="diary-extras">
          <Small label={t.reportedByField} name={`${name}-by`} value={category.by} onChange={(by) => onChange({ ...category, by })} />
          <CheckboxField name={`${name}-verbatim`} label={t.verbatim} isSelected={category.verbatim} onChange={(verbatim) => onChange({ ...category, verbatim })} />
        </div>
      )
    case 'documented':
      return (
        <div className="diary-extras">
          <Small label={t.documentField} name={`${name}-document`} value={category.document} onChange={(document) => onChange({ ...category, document })} />
        </div>
      )
    case 'assessment':
      return (
        <div className="diary-extras">
          <Small label={t.methodField} name={`${name}-method`} value={category.method} onChange={(method) => onChange({ ...category, method })} />
        </div>
      )
    case 'commitment':
      return (
        <div className="diary-extras">
          <Small label={t.commitmentWho} name={`${name}-who`} value={category.who} onChange={(who) => onChange({ ...category, who })} />
          <DateField name={`${name}-due`} label={t.commitmentDue} narrow value={category.due} onChange={(due) => onChange({ ...category, due })} />
        </div>
      )
    default:
      return null
  }
}
