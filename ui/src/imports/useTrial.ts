// Runs the dry run a page at a time: how far it is, what it found, and stopping it.
import { useCallback, useEffect, useRef, useState } from 'react'
import { importPreview, type ImportDecision, type ImportTotals, type LineReport, type ColumnMapping } from '../bindings'

export interface Trying {
  lines: readonly LineReport[]
  totals: ImportTotals | null
  unknownServices: readonly string[]
  done: number
  total: number
  isRunning: boolean
  isComplete: boolean
  error: unknown
}

const NOTHING: Trying = { lines: [], totals: null, unknownServices: [], done: 0, total: 0, isRunning: false, isComplete: false, error: null }

export function useTrial(mapping: ColumnMapping) {
  const [state, setState] = useState<Trying>(NOTHING)
  // The latest run wins; an older one that still waits for its page must not add to it.
  const run = useRef(0)

  const go = useCallback(
    async (decisions: readonly ImportDecision[], before: Trying) => {
      const mine = ++run.current
      let now: Trying = { ...before, isRunning: true, error: null }
      setState(now)
      try {
        while (run.current === mine && !now.isComplete) {
          const page = await importPreview({ mapping, decisions: [...decisions], from: now.done })
          if (run.current !== mine) return
          const isComplete = page.done >= page.total
          now = {
            lines: [...now.lines, ...page.lines],
            totals: page.totals,
            unknownServices: page.unknown_services,
            done: page.done,
            total: page.total,
            isRunning: !isComplete,
            isComplete,
            error: null,
          }
          setState(now)
        }
      } catch (error) {
        if (run.current === mine) setState({ ...now, isRunning: false, error })
      }
    },
    [mapping],
  )
  const restart = useCallback((decisions: readonly ImportDecision[]) => go(decisions, NOTHING), [go])
  const resume = useCallback((decisions: readonly ImportDecision[]) => go(decisions, state), [go, state])
  const stop = useCallback(() => {
    run.current += 1
    setState((now) => ({ ...now, isRunning: false }))
  }, [])
  useEffect(
    () => () => {
      run.current += 1
    },
    [],
  )
  return { state, restart, resume, stop }
}
