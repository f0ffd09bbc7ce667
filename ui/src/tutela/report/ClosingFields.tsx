// What is written in a final report: why the case is closed, how it went, what was reached, the final assessment.
import type { Service } from '../../bindings'
import { CodeField, useCodes } from '../../cases/fields'
import { Section, TextArea } from '../../components'
import { it } from '../../messages/it'
import { Given, Plans } from './Concluded'
import type { Text } from './words'

const t = it.report.final
const FREE = ['course', 'reached', 'not_reached', 'assessment', 'proposals'] as const

function Reasons({ service, own, onChange }: { service: Service; own: Text; onChange: (text: Text) => void }) {
  const codes = useCodes(service)
  return (
    <div className="form-row">
      <CodeField name="final-reason" label={t.reason} required codes={codes?.closing_reasons ?? []} value={own.reason ?? null} onChange={(reason) => onChange({ ...own, reason })} />
      <CodeField name="final-situation" label={t.situation} codes={codes?.closing_situations ?? []} value={own.situation ?? null} onChange={(situation) => onChange({ ...own, situation })} />
    </div>
  )
}

export function ClosingFields({ own, onChange }: { own: Text; onChange: (text: Text) => void }) {
  const known = own.concluded
  return (
    <>
      {known && <Section title={t.plans}><Plans known={known} /></Section>}
      {known && <Section title={t.services}><Given known={known} /></Section>}
      <Section title={t.text}>
        <div className="report-free">
          {known?.service && <Reasons service={known.service} own={own} onChange={onChange} />}
          {FREE.map((key) => (
            <TextArea key={key} name={`final-${key}`} label={t.free[key]} required={key === 'assessment'} rows={key === 'course' || key === 'assessment' ? 5 : 3} value={own[key] ?? ''} onChange={(words) => onChange({ ...own, [key]: words === '' ? null : words })} />
          ))}
        </div>
      </Section>
    </>
  )
}
