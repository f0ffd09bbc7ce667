// Residence permit and doctor, each kept whole.
import type { Doctor, ResidencePermit } from '../bindings'
import { DateField, TextField } from '../components'
import { it } from '../messages/it'
import { OpenSelect } from './fields'
import { findingFor, usePersonChange, type IdentityProps } from './IdentityFields'
import { choicesOf, textOrNull } from './words'

const t = it.people

const filled = (value: object) => Object.values(value).some((one) => one !== null && one !== undefined && typeof one !== 'object')

export function PermitAndDoctor(props: IdentityProps) {
  const change = usePersonChange(props)
  const { residence_permit, doctor } = props.draft.person
  const permit: ResidencePermit = residence_permit ?? {}
  const own: Doctor = doctor ?? { period: {} }
  const setPermit = (part: Partial<ResidencePermit>) => {
    const next = { ...permit, ...part }
    change({ residence_permit: filled(next) ? next : null })
  }
  const setDoctor = (part: Partial<Doctor>) => {
    const next = { ...own, ...part }
    change({ doctor: filled(next) ? next : null })
  }
  return (
    <>
      <div className="form-row">
        <TextField name="permit-kind" label={t.permitKind} value={permit.kind ?? ''} hint={findingFor(props.findings, 'residence_permit')} onChange={(kind) => setPermit({ kind: textOrNull(kind) })} />
        <TextField name="permit-number" label={t.permitNumber} mono value={permit.number ?? ''} onChange={(number) => setPermit({ number: textOrNull(number) })} />
      </div>
      <div className="form-row">
        <DateField name="permit-expires" label={t.permitExpires} value={permit.expires ?? null} onChange={(expires) => setPermit({ expires })} />
        <OpenSelect name="permit-status" label={t.permitStatus} choices={choicesOf(t.permitStatuses)} value={permit.status} onChange={(status) => setPermit({ status })} />
      </div>
      <div className="form-row">
        <OpenSelect name="doctor-kind" label={t.doctorKind} choices={choicesOf(t.doctorKinds)} value={own.kind} onChange={(kind) => setDoctor({ kind })} />
        <TextField name="doctor-name" label={t.doctorName} value={own.name ?? ''} onChange={(name) => setDoctor({ name: textOrNull(name) })} />
        <TextField name="doctor-phone" label={t.doctorPhone} type="tel" value={own.phone ?? ''} onChange={(phone) => setDoctor({ phone: textOrNull(phone) })} />
      </div>
    </>
  )
}
