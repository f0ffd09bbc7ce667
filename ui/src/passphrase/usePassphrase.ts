// Choosing a passphrase, at creation, recovery and change: generated and retyped, or her own and judged.
import { useEffect, useState } from 'react'
import type { PassphraseVerdict } from '../bindings'
import { it } from '../messages/it'

export type Source = 'generated' | 'own'

export type Judgement = PassphraseVerdict

export interface PassphraseAsks {
  suggest: () => Promise<{ passphrase: string }>
  check: (passphrase: string) => Promise<Judgement>
}

export interface PassphraseChoice {
  source: Source
  chooseSource: (source: Source) => void
  /** The generated phrase while it is shown; null once she said that she wrote it down. */
  shown: string | null
  /** The generated phrase is still to come, or could not be made: there is nothing to retype yet. */
  missing: boolean
  /** She said that she wrote it: from here on it is not shown again. */
  hide: () => void
  another: () => void
  typed: string
  type: (text: string) => void
  retyped: string
  retype: (text: string) => void
  judgement: Judgement | null
  failure: unknown
  /** The accepted phrase, or what is wrong, by field. */
  settle: () => { passphrase: string } | { field: 'passphrase' | 'retyped'; text: string }
  /** Forgets every letter. */
  wipe: () => void
}

const SETTLE_MS = 250

/** Spaces around and doubled between words are slips of the hand. */
export const tidy = (text: string) => text.normalize('NFC').trim().replace(/\s+/g, ' ')

export const reasonText = (reason: string | null) => (reason && it.lock.reasons[reason]) || it.lock.reasonOther

function useJudgement(typed: string, wanted: boolean, check: PassphraseAsks['check']) {
  const [judged, setJudged] = useState<{ of: string; judgement: Judgement } | null>(null)
  useEffect(() => {
    if (!wanted || typed === '') return
    let dropped = false
    const timer = setTimeout(() => {
      check(typed).then(
        (judgement) => !dropped && setJudged({ of: typed, judgement }),
        () => undefined,
      )
    }, SETTLE_MS)
    return () => {
      dropped = true
      clearTimeout(timer)
    }
  }, [typed, wanted, check])
  return wanted && judged?.of === typed ? judged.judgement : null
}

export function usePassphrase({ suggest, check }: PassphraseAsks): PassphraseChoice {
  const [source, setSource] = useState<Source>('generated')
  const [round, setRound] = useState(0)
  const [generated, setGenerated] = useState<string | null>(null)
  const [hidden, setHidden] = useState(false)
  const [typed, setTyped] = useState('')
  const [retyped, setRetyped] = useState('')
  const [failure, setFailure] = useState<unknown>(null)
  const judgement = useJudgement(typed, source === 'own', check)
  useEffect(() => {
    let dropped = false
    suggest().then(
      ({ passphrase }) => !dropped && setGenerated(passphrase),
      (thrown: unknown) => !dropped && setFailure(thrown),
    )
    return () => {
      dropped = true
    }
  }, [suggest, round])
  const another = () => {
    setGenerated(null)
    setFailure(null)
    setHidden(false)
    setRetyped('')
    setRound(round + 1)
  }
  const settle: PassphraseChoice['settle'] = () => {
    if (source === 'generated') {
      if (generated && tidy(retyped) === generated) return { passphrase: generated }
      return { field: 'retyped', text: it.lock.phraseMismatch }
    }
    if (!judgement?.accepted) return { field: 'passphrase', text: reasonText(judgement?.reason ?? (typed === '' ? 'too_short' : null)) }
    if (tidy(typed) !== tidy(retyped)) return { field: 'retyped', text: it.lock.phraseMismatchOwn }
    return { passphrase: tidy(typed) }
  }
  return {
    source,
    chooseSource: (next) => {
      setSource(next)
      setRetyped('')
    },
    shown: hidden ? null : generated,
    missing: !hidden && generated === null,
    hide: () => setHidden(true),
    another,
    typed,
    type: setTyped,
    retyped,
    retype: setRetyped,
    judgement,
    failure,
    settle,
    wipe: () => {
      setGenerated(null)
      setTyped('')
      setRetyped('')
    },
  }
}
