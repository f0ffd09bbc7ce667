// One party signs: on the screen, on paper, or it is said why not; an operator signs as herself.
import { useState } from 'react'
import { plansSignParty, type Party, type SignedHow } from '../bindings'
import { DateField, RadioField, TextField } from '../components'
import { notify } from '../components'
import { it } from '../messages/it'
import { useCommand, useDialogState, useSession } from '../navigation'
import { FormDialog } from '../people'
import { SignaturePad, type Stroke } from './SignaturePad'
import { said } from './words'

const t = it.plans

type How = keyof typeof t.hows

export function SignDialog({ plan, party, onClose }: { plan: string; party: Party; onClose: () => void }) {
  const { operator, today } = useSession()
  const mine = party.operator === operator
  const [how, setHow] = useDialogState<How>('sign.how', mine ? 'operator' : 'screen')
  const [strokes, setStrokes] = useState<Stroke[]>([])
  const [on, setOn] = useDialogState<string | null>('sign.on', today)
  const [protocol, setProtocol] = useDialogState('sign.protocol', '')
  const [why, setWhy] = useDialogState('sign.why', '')
  const command = useCommand(plansSignParty)
  const signed = (): SignedHow => {
    if (how === 'operator') return { how: 'operator', operator }
    if (how === 'screen') return { how: 'screen', strokes }
    if (how === 'paper') return { how: 'paper', paper: { on, protocol: said(protocol), waived: null } }
    return { how: 'paper', paper: { on: null, protocol: null, waived: said(why) } }
  }
  const save = () =>
    command.mutate(
      { id: plan, party, how: signed(), on: how === 'paper' ? on : null },
      {
        onSuccess: () => {
          notify('success', t.taken)
          onClose()
        },
      },
    )
  const hows = (mine ? (['operator', 'paper'] as const) : (['screen', 'paper', 'waived'] as const)).map((key) => ({ key, label: t.hows[key] }))
  return (
    <FormDialog title={t.sign(party.name)} isOpen onClose={onClose} onSave={save} isPending={command.isPending} error={command.error} saveText={t.take}>
      <RadioField<How> name="how" label={t.how} inline choices={hows} value={how} onChange={setHow} />
      {how === 'screen' && <SignaturePad strokes={strokes} onChange={setStrokes} />}
      {how === 'paper' && (
        <div className="form-row">
          <DateField name="paper-on" label={t.paperOn} narrow max={today} value={on} onChange={setOn} />
          <TextField name="paper-protocol" label={t.paperProtocol} narrow value={protocol} onChange={setProtocol} />
        </div>
      )}
      {how === 'waived' && <TextField name="why" label={t.why} required value={why} onChange={setWhy} />}
      <p className="field-hint">{t.notDigital}</p>
    </FormDialog>
  )
}
