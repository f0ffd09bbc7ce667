// The office's numbers for the board.
import type { Board } from '../bindings'
import { officeChangeSettings } from '../bindings'
import { CaseDialog } from '../cases'
import { TextField } from '../components'
import { it } from '../messages/it'
import { useDialogState } from '../navigation'

const t = it.board

const whole = (text: string): number | null => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : null)

export function Thresholds({ board, onClose }: { board: Board; onClose: () => void }) {
  const [silent, setSilent] = useDialogState('thresholds.silent', String(board.silent_after_days))
  const [perFte, setPerFte] = useDialogState('thresholds.fte', String(board.cases_per_fte))
  const [sent, setSent] = useDialogState('thresholds.sent', false)
  const wrong = (text: string) => (sent && whole(text) === null ? t.notANumber : null)
  const input = () => {
    setSent(true)
    const [silent_after_days, cases_per_fte] = [whole(silent), whole(perFte)]
    return silent_after_days === null || cases_per_fte === null ? null : { silent_after_days, cases_per_fte }
  }
  return (
    <CaseDialog title={t.thresholdsTitle} isOpen onClose={onClose} run={officeChangeSettings} input={input} submit={it.kit.save} done={t.saved} size="small">
      <TextField name="silent-after" label={t.silentAfter} hint={t.silentAfterHint} narrow value={silent} onChange={setSilent} error={wrong(silent)} />
      <TextField name="per-fte" label={t.perFte} hint={t.perFteHint} narrow value={perFte} onChange={setPerFte} error={wrong(perFte)} />
    </CaseDialog>
  )
}
