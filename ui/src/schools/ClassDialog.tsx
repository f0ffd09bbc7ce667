// A class of one school year.
import { schoolsSaveClass, type SaveClass } from '../bindings'
import { SelectField, TextField } from '../components'
import { it } from '../messages/it'
import { useSession } from '../navigation'
import { errorIn, FormDialog, textOrNull, useEditing, type Editing } from '../people'
import { yearChoices } from './year'

const t = it.schools

export const useClassEditing = () => useEditing('class', schoolsSaveClass, (form: SaveClass) => form)

export function ClassDialog({ editing }: { editing: Editing<SaveClass> }) {
  const { today } = useSession()
  const { value, change, close, save, isPending, error } = editing
  const set = (part: Partial<SaveClass['class']>) => value && change({ class: { ...value.class, ...part } })
  return (
    <FormDialog title={value?.id ? t.editClass : t.addClass} isOpen={value !== null} onClose={close} onSave={save} isPending={isPending} error={error} size="small">
      {value && (
        <>
          <SelectField name="class-year" label={t.year} narrow choices={yearChoices(today)} value={String(value.class.year)} onChange={(year) => set({ year: Number(year) })} />
          <div className="form-row">
            <TextField name="grade" label={t.grade} hint={t.gradeHint} narrow autoFocus value={value.class.grade ?? ''} onChange={(grade) => set({ grade: textOrNull(grade) })} error={errorIn(error, 'grade')} />
            <TextField name="section" label={t.section} narrow value={value.class.section ?? ''} onChange={(section) => set({ section: textOrNull(section.toUpperCase()) })} />
          </div>
        </>
      )}
    </FormDialog>
  )
}
