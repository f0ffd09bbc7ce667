// Whatever takes over half a second shows that it goes on, and how to stop it.
import { useEffect, useState } from 'react'
import { ProgressBar } from 'react-aria-components'
import { kit } from '../messages/kit'
import { Button } from './Button'

export interface ProgressProps {
  label: string
  /** 0 to 100; leave out when nobody knows. */
  percent?: number
  onCancel?: () => void
}

export function Progress({ label, percent, onCancel }: ProgressProps) {
  const known = percent !== undefined
  return (
    <div className="progress">
      <span>{label}</span>
      <ProgressBar aria-label={label} isIndeterminate={!known} value={percent ?? 0} className="progress-track">
        <div className="progress-fill" data-indeterminate={!known || undefined} style={known ? { width: `${percent}%` } : undefined} />
      </ProgressBar>
      {known && <span className="tabular">{kit.percent(Math.round(percent))}</span>}
      {onCancel && (
        <Button small onPress={onCancel}>
          {kit.stop}
        </Button>
      )}
    </div>
  )
}

/** True once `isPending` has lasted half a second: quick answers should not flash a bar. */
export function useSlow(isPending: boolean, afterMs = 500): boolean {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    if (!isPending) return
    const timer = setTimeout(() => setSlow(true), afterMs)
    return () => {
      clearTimeout(timer)
      setSlow(false)
    }
  }, [isPending, afterMs])
  return slow && isPending
}
