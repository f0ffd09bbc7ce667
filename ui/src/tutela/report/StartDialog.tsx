// A report begins from its mandate: what kind, and the period that it tells of.
import { tutelaStartReport, type MandateView } from '../../bindings'
import { CaseDialog } from '../../cases/CaseDialog'
import { DateField } from '../../components'
import { it } from '../../messages/it'
import { navigate, useDialogState, useSession } from '../../navigation'
import { OpenSelect } from '../../people'
import { useCourtCodes } from '../asked'

const t = it.report

export function StartDialog({ view, received, caseId, onClose }: { view: MandateView; received: string | null; caseId: string; onClose: () => void }) {
  const { today } = useSession()
  const kinds = useCourtCodes()?.reports ?? []
  const [kind, setKind] = useDialogState<string | null>('r.kind', null)
  const [from, setFrom] = useDialogState<string | null>('r.from', view.mandate.value.reports.at(-1) ?? received)
  const [to, setTo] = useDialogState<string | null>('r.to', today)
  return (
    <CaseDialog title={t.start} isOpen onClose={onClose} run={tutelaStartReport} submit={t.begin} done={t.begun} input={() => ({ mandate: view.mandate.id, kind, from, to })} onDone={({ report }) => navigate('report', { case_id: caseId, report_id: report })}>
      <OpenSelect name="report-kind" label={t.kind} choices={kinds.map((code) => ({ key: code.code, label: it.cases.codeName(code) }))} value={kind} onChange={setKind} />
      <div className="form-row">
        <DateField name="report-from" label={t.fromDay} narrow max={today} value={from} onChange={setFrom} />
        <DateField name="report-to" label={t.toDay} narrow max={today} value={to} onChange={setTo} />
      </div>
      <p className="field-hint">{t.startHelp}</p>
    </CaseDialog>
  )
}
