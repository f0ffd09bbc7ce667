// Step 2: what each column holds, the service of lines that name none, the office's own names of services.
import type { ImportField, ImportColumn, ColumnMapping, OpenedTable, Service } from '../bindings'
import { Button, ListTable, Notice, Section, SelectField, type Choice, type Column } from '../components'
import { it } from '../messages/it'
import { SERVICES } from '../messages/terms'

const text = it.imports.columns

const LEAVE_OUT = 'leave_out'
const NO_SERVICE = 'none'
const FIELDS: Choice<ImportField | typeof LEAVE_OUT>[] = [
  { key: LEAVE_OUT, label: text.leaveOut },
  ...(Object.keys(it.imports.fields) as ImportField[]).map((key) => ({ key, label: it.imports.fields[key] })),
]
const OFFERED: Choice<Service>[] = (Object.keys(SERVICES) as Service[]).map((key) => ({ key, label: SERVICES[key], note: key }))

const nameOf = ({ heading, letters }: ImportColumn) => heading.text || text.noHeading(letters)

interface ColumnsProps {
  opened: OpenedTable
  mapping: ColumnMapping
  unknownServices: readonly string[]
  onChange: (mapping: ColumnMapping) => void
  onBack: () => void
  onNext: () => void
}

export function Columns({ opened, mapping, unknownServices, onChange, onBack, onNext }: ColumnsProps) {
  const give = (at: number, field: ImportField | null) => onChange({ ...mapping, fields: mapping.fields.map((old, i) => (i === at ? field : old)) })
  const columns: Column<ImportColumn>[] = [
    { key: 'letters', header: text.column, cell: (one) => `${one.letters} · ${nameOf(one)}`, isRowHeader: true },
    { key: 'samples', header: text.samples, cell: (one) => <span className="imports-samples">{one.samples.join(' · ') || text.empty}</span> },
    {
      key: 'field',
      header: text.field,
      cell: (one) => (
        <div className="imports-bare">
          <SelectField
            name={`column-${one.heading.column}`}
            label={text.fieldOf(nameOf(one))}
            choices={FIELDS}
            value={mapping.fields[one.heading.column] ?? LEAVE_OUT}
            onChange={(key) => give(one.heading.column, key === LEAVE_OUT ? null : key)}
          />
        </div>
      ),
    },
  ]
  return (
    <>
      {opened.remembered && <Notice kind="info">{text.remembered}</Notice>}
      <Section title={text.caption} flush>
        <p className="imports-help">{text.help}</p>
        <ListTable caption={text.caption} hideCaption columns={columns} rows={opened.columns} rowKey={(one) => one.letters} virtualAbove={600} />
      </Section>
      <Section title={text.service}>
        <div className="form">
          <SelectField
            name="service"
            label={text.service}
            hint={text.serviceHint}
            choices={[{ key: NO_SERVICE, label: text.noService }, ...OFFERED]}
            value={mapping.service ?? NO_SERVICE}
            onChange={(key) => onChange({ ...mapping, service: key === NO_SERVICE ? null : (key as Service) })}
          />
        </div>
      </Section>
      {unknownServices.length > 0 && <OwnNames names={unknownServices} mapping={mapping} onChange={onChange} />}
      <div className="line imports-steps">
        <Button onPress={onBack}>{it.imports.previous}</Button>
        <Button kind="primary" onPress={onNext}>
          {it.imports.next}
        </Button>
      </div>
    </>
  )
}

/** Names of services that only this office uses, found by the trial. */
function OwnNames({ names, mapping, onChange }: { names: readonly string[]; mapping: ColumnMapping; onChange: (mapping: ColumnMapping) => void }) {
  const say = (name: string, service: Service) =>
    onChange({ ...mapping, service_names: [...mapping.service_names.filter((own) => own.name !== name), { name, service }] })
  return (
    <Section title={text.serviceNames}>
      <p>{text.serviceNamesHelp}</p>
      <div className="form">
        {names.map((name) => (
          <SelectField
            key={name}
            name={`service-${name}`}
            label={text.serviceNameOf(name)}
            choices={OFFERED}
            value={mapping.service_names.find((own) => own.name === name)?.service ?? null}
            onChange={(service) => say(name, service)}
          />
        ))}
      </div>
    </Section>
  )
}
