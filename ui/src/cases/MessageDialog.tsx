// Messaggio per il responsabile: two fields and a text, from the list or the page, without opening the file.
import { casesLeaveMessage } from '../bindings'
import { TextArea, TextField } from '../components'
import { it } from '../messages/it'
import { useDialogState } from '../navigation'
import { CaseDialog } from './CaseDialog'

const t = it.cases

interface Props {
  caseId: string
  /** Whose case it is, for the title. */
  label: string
  isOpen: boolean
  onClose: () => void
}

export function MessageDialog({ caseId, label, isOpen, onClose }: Props) {
  const [text, setText] = useDialogState('message.text', '')
  const [caller, setCaller] = useDialogState('message.caller', '')
  const [phone, setPhone] = useDialogState('message.phone', '')
  const said = (typed: string) => (typed.trim() === '' ? null : typed.trim())
  return (
    <CaseDialog
      title={`${t.message} · ${label}`} isOpen={isOpen} onClose={onClose} run={casesLeaveMessage} submit={t.leave} done={t.left}
      input={() => ({ case: caseId, text, caller: said(caller), phone: said(phone) })}
      onDone={() => {
        setText('')
        setCaller('')
        setPhone('')
      }}
    >
      <p className="field-hint">{t.messageHelp}</p>
      <TextArea name="message-text" label={t.messageText} required autoFocus value={text} onChange={setText} />
      <div className="form-row">
        <TextField name="message-caller" label={t.caller} value={caller} onChange={setCaller} />
        <TextField name="message-phone" label={t.callBack} narrow type="tel" value={phone} onChange={setPhone} />
      </div>
    </CaseDialog>
  )
}
