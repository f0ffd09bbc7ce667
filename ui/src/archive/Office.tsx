// The office: its registers, what it brings in, and the settings that hold for everybody.
import { useState } from 'react'
import { officeChangeSettings, officeSettings, type Service } from '../bindings'
import { Button, CheckboxList, Dialog, Facts, Notice, notify, Section, SelectField, TextArea } from '../components'
import { it } from '../messages/it'
import { navigate, useAnswer, useCommand, useDialogState, useSession } from '../navigation'
import { hasRoute } from '../navigation/registry'
import { describeError } from '../platform'

const t = it.archive

/** Days offered for the mark "Registrata il". */
const DAYS = Array.from({ length: 15 }, (_, at) => at)

function LateAfter() {
  const { data, error } = useAnswer({ key: ['office.settings'], ask: officeSettings, kinds: ['setting'] })
  const change = useCommand(officeChangeSettings)
  const problem = error ?? change.error
  const days = data?.late_after_days ?? 0
  const choices = [...new Set([...DAYS, days])].map((day) => ({ key: String(day), label: t.lateDays(day) }))
  return (
    <div className="form">
      {problem ? <Notice kind="error">{describeError(problem)}</Notice> : null}
      {data && (
        <SelectField
          name="late-after" label={t.late} hint={data.writable ? t.lateHint : t.officeReadOnly} isDisabled={!data.writable} choices={choices} value={String(days)}
          onChange={(key) => change.mutate({ late_after_days: Number(key) }, { onSuccess: () => notify('success', t.saved) })}
        />
      )}
    </div>
  )
}

/** What stands above the office's papers. */
function Letterhead() {
  const { data } = useAnswer({ key: ['office.settings'], ask: officeSettings, kinds: ['setting'] })
  const change = useCommand(officeChangeSettings)
  const [typed, setTyped] = useState<string | null>(null)
  if (!data) return null
  const stored = data.letterhead ?? ''
  const save = () => change.mutate({ letterhead: typed ?? stored }, { onSuccess: () => { setTyped(null); notify('success', t.saved) } })
  return (
    <div className="form">
      {change.error !== null && <Notice kind="error">{describeError(change.error)}</Notice>}
      <TextArea name="letterhead" label={t.letterhead} hint={data.writable ? t.letterheadHint : t.officeReadOnly} isDisabled={!data.writable} rows={3} value={typed ?? stored} onChange={setTyped} />
      {data.writable && <div className="line"><Button small isDisabled={typed === null || typed === stored} isPending={change.isPending} onPress={save}>{it.kit.save}</Button></div>}
    </div>
  )
}

/** The services whose cases are closed without a final report. */
function WithoutReport() {
  const { data } = useAnswer({ key: ['office.settings'], ask: officeSettings, kinds: ['setting'] })
  const change = useCommand(officeChangeSettings)
  const [open, setOpen] = useDialogState('office.without_report', false)
  const [chosen, setChosen] = useDialogState<Service[] | null>('office.without_report.chosen', null)
  if (!data) return null
  const stored = data.closes_without_report
  const names = stored.map((service) => it.cases.serviceName(service)).join(', ')
  const close = () => {
    setOpen(false)
    setChosen(null)
  }
  const save = () => change.mutate({ closes_without_report: chosen ?? stored }, { onSuccess: () => { close(); notify('success', t.saved) } })
  return (
    <div className="form">
      <Facts facts={[{ label: t.withoutReport, value: names === '' ? t.withoutReportNone : names }]} />
      {data.writable && <div className="line"><Button small onPress={() => setOpen(true)}>{t.withoutReportChange}</Button></div>}
      {open && (
        <Dialog title={t.withoutReportChange} isOpen onClose={close} actions={<><Button onPress={close}>{it.kit.cancel}</Button><Button kind="primary" isPending={change.isPending} onPress={save}>{it.kit.save}</Button></>}>
          {change.error !== null && <Notice kind="error" role="alert">{describeError(change.error)}</Notice>}
          <p className="field-hint">{t.withoutReportHint}</p>
          <CheckboxList<Service> name="without-report" label={t.withoutReport} choices={(Object.keys(it.cases.services) as Service[]).map((key) => ({ key, label: it.cases.serviceName(key) }))} value={chosen ?? stored} onChange={setChosen} />
        </Dialog>
      )}
    </div>
  )
}

export function Office() {
  const { may } = useSession()
  return (
    <Section
      title={t.officeSection}
      actions={
        <>
          <Button small icon="settings" onPress={() => navigate('rules')}>
            {it.rules.open}
          </Button>
          <Button small icon="user" onPress={() => navigate('staff')}>
            {it.staff.title}
          </Button>
          {may.schools && (
            <Button small icon="pa" onPress={() => navigate('schools')}>
              {it.schools.title}
            </Button>
          )}
          {may.import && hasRoute('imports') && (
            <Button small icon="upload" onPress={() => navigate('imports')}>
              {t.importOpen}
            </Button>
          )}
        </>
      }
    >
      <p>{t.officeText}</p>
      <LateAfter />
      <Letterhead />
      <WithoutReport />
    </Section>
  )
}
