// The page goes to the printer, once the audit has it.
import { Button, notify } from '../components'
import { it } from '../messages/it'
import { useCommand } from '../navigation'
import { describeError } from '../platform'
import './print.css'

/** `note` is the command that says in the audit that it is printed. */
export function PrintButton({ note }: { note: () => Promise<unknown> }) {
  const command = useCommand(note)
  const print = () => command.mutate(undefined, { onSuccess: () => window.print(), onError: (error) => notify('error', describeError(error)) })
  return (
    <span className="print-sheet">
      <Button icon="print" isPending={command.isPending} onPress={print}>{it.kit.print}</Button>
    </span>
  )
}
