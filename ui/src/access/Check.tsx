// "Controlla il registro", and what it found, in words.
import { accessVerify, type ChainCheck } from '../bindings'
import { Button, Notice, Progress, useSlow } from '../components'
import { it } from '../messages/it'
import { useCommand } from '../navigation'
import { describeError } from '../platform'

const t = it.access

function Found({ check }: { check: ChainCheck }) {
  if (check.whole && check.differing.length === 0) return <Notice kind="success">{t.whole(check.events)}</Notice>
  return (
    <Notice kind="error" role="alert">
      {check.whole ? null : <p>{t.broken(check.events)}</p>}
      {check.differing.length > 0 && <p>{t.differing(check.differing)}</p>}
    </Notice>
  )
}

export function useCheck() {
  const check = useCommand(accessVerify)
  const slow = useSlow(check.isPending)
  const button = (
    <Button icon="check-circle" isPending={check.isPending} onPress={() => check.mutate()}>
      {t.check}
    </Button>
  )
  const found = (
    <div aria-live="polite">
      {slow && <Progress label={t.checking} />}
      {check.error ? (
        <Notice kind="error" role="alert">
          {describeError(check.error)}
        </Notice>
      ) : null}
      {check.data && !check.isPending && <Found check={check.data} />}
    </div>
  )
  return { button, found }
}
