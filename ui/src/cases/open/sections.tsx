// The four parts of the form: for whom, in which service, who follows it, already running.
import { findAnything, peopleGet, type RelationView } from '../../bindings'
import { Button, CheckboxField, CheckboxList, ComboBox, DateField, PartialDateField, Section, SelectField, TextField, type ComboItem } from '../../components'
import { showPartial } from '../../dates/partial'
import { it } from '../../messages/it'
import { navigate, useAnswer } from '../../navigation'
import { hasRoute } from '../../navigation/registry'
import { CodeField, ComuneField, OperatorField, useCodes } from '../fields'
import { useServices } from '../services'
import { stateName } from '../words'
import { RUNNING_STATES, type OpenForm } from './form'

const t = it.cases
const HITS = 8

export interface PartProps {
  form: OpenForm
  onChange: (form: OpenForm) => void
  faultOf: (name: string) => string | null
}

async function findPerson(text: string): Promise<ComboItem[]> {
  const { people } = await findAnything({ text, settled: false, limit: HITS })
  return people.map(({ id, name, birth }) => ({ key: id, label: name, ...(birth ? { note: showPartial(birth) } : {}) }))
}

const SIBLING = 'FRATELLO'
const choiceOf = ({ other }: RelationView) => ({ key: other.id, label: other.name ?? '', ...(other.birth ? { note: showPartial(other.birth) } : {}) })

/** Brothers, sisters and the other relatives of the person chosen. */
function useRelatives(person: string | undefined) {
  const { data } = useAnswer({ key: ['people.get', person], ask: () => peopleGet({ id: person ?? '' }), kinds: ['person', 'relation'], enabled: person !== undefined })
  const relations = (data?.details?.relations ?? []).filter((one) => one.current && one.other.name !== null)
  return {
    siblings: relations.filter(({ kind }) => kind === SIBLING).map(choiceOf),
    others: relations.filter(({ kind }) => kind !== SIBLING).map(choiceOf),
  }
}

export function WhoSection({ form, onChange, faultOf }: PartProps) {
  const { siblings, others } = useRelatives(form.person?.key)
  const create = hasRoute('person.new') && <Button kind="link" icon="plus" onPress={() => navigate('person.new')}>{t.createPerson}</Button>
  return (
    <Section title={t.newFor}>
      <ComboBox
        name="case-person" label={t.newPerson} hint={t.newPersonHint} required autoFocus value={form.person} load={findPerson} minLength={2} footer={create} error={faultOf('case-person')}
        onChange={(person) => onChange({ ...form, person, siblings: [], involved: [] })}
      />
      {siblings.length > 0 && (
        <CheckboxList name="case-siblings" label={t.siblings} hint={t.siblingsHint} choices={siblings} value={form.siblings} onChange={(chosen) => onChange({ ...form, siblings: chosen })} />
      )}
      {others.length > 0 && (
        <CheckboxList name="case-involved" label={t.people} hint={t.peopleHint} choices={others} value={form.involved} onChange={(involved) => onChange({ ...form, involved })} />
      )}
    </Section>
  )
}

function Referral({ form, onChange }: Pick<PartProps, 'form' | 'onChange'>) {
  const codes = useCodes(form.service ?? 'TM')
  return (
    <div className="form-row">
      <PartialDateField name="case-referral-on" label={t.referralOn} value={form.referralOn} onChange={(referralOn) => onChange({ ...form, referralOn })} />
      <CodeField name="case-source" label={t.referralSource} codes={codes?.referral_sources ?? []} value={form.source} onChange={(source) => onChange({ ...form, source })} />
      <TextField name="case-protocol" label={t.referralProtocol} narrow value={form.protocol} onChange={(protocol) => onChange({ ...form, protocol })} />
      <CheckboxField name="case-urgent" label={t.urgent} isSelected={form.urgent} onChange={(urgent) => onChange({ ...form, urgent })} />
    </div>
  )
}

export function ServiceSection({ form, onChange, faultOf }: PartProps) {
  const services = useServices().filter((one) => one.may_open)
  return (
    <Section title={t.service}>
      <SelectField
        name="case-service" label={t.service} required value={form.service} error={faultOf('case-service')} onChange={(service) => onChange({ ...form, service })}
        choices={services.map(({ service }) => ({ key: service, label: t.serviceName(service), note: service }))}
      />
      <div className="form-row">
        <ComuneField
          name="case-residence" label={t.residence} value={form.residence}
          onChange={(residence) => onChange({ ...form, residence, inCharge: form.inCharge ?? residence })}
        />
        <ComuneField name="case-in-charge" label={t.comuneInCharge} value={form.inCharge} onChange={(inCharge) => onChange({ ...form, inCharge })} />
      </div>
      <Referral form={form} onChange={onChange} />
    </Section>
  )
}

export function TeamSection({ form, onChange }: PartProps) {
  const service = useServices().find((one) => one.service === form.service)
  const pair = service?.mini_equipe === true
  return (
    <Section title={pair ? t.pair : t.operators}>
      <div className="form-row">
        <OperatorField name="case-responsible" label={t.responsible} nobody={t.nobodyYet} value={form.responsible} onChange={(responsible) => onChange({ ...form, responsible })} />
        {pair && (
          <OperatorField name="case-psychologist" label={t.psychologist} nobody={t.noPsychologist} value={form.psychologist} onChange={(psychologist) => onChange({ ...form, psychologist })} />
        )}
        <DateField name="case-assigned-from" label={t.assignedFrom} narrow value={form.assignedFrom} onChange={(assignedFrom) => onChange({ ...form, assignedFrom })} />
      </div>
      {pair && form.psychologist === null && (
        <TextField
          name="case-without" label={t.whyNoPsychologist} value={form.withoutPsychologist.waived ?? ''}
          onChange={(waived) => onChange({ ...form, withoutPsychologist: { ...form.withoutPsychologist, waived: waived === '' ? null : waived } })}
        />
      )}
    </Section>
  )
}

export function RunningSection({ form, onChange }: PartProps) {
  return (
    <Section title={t.runningTitle}>
      <CheckboxField name="case-running" label={t.runningAlready} hint={t.runningHelp} isSelected={form.running} onChange={(running) => onChange({ ...form, running })} />
      {form.running && (
        <div className="form-row">
          <SelectField
            name="case-running-state" label={t.runningState} value={form.runningState} choices={RUNNING_STATES.map((key) => ({ key, label: stateName(key) }))}
            onChange={(runningState) => onChange({ ...form, runningState })}
          />
          <PartialDateField name="case-running-on" label={t.runningOn} value={form.runningOn} onChange={(runningOn) => onChange({ ...form, runningOn })} />
          <TextField name="case-paper-number" label={t.paperNumber} narrow value={form.paperNumber} onChange={(paperNumber) => onChange({ ...form, paperNumber })} />
        </div>
      )}
    </Section>
  )
}
