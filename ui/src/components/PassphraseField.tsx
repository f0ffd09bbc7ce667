// A secret that she types: hidden, with "Mostra" (WCAG 3.3.8: pasting and showing are allowed), never completed by the browser.
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { lock } from '../messages/lock'
import type { FieldProps } from './Field'
import { Icon } from './Icon'
import { TextField } from './TextField'

export interface PassphraseFieldProps extends FieldProps {
  value: string
  onChange: (value: string) => void
}

export function PassphraseField(props: PassphraseFieldProps) {
  const [shown, setShown] = useState(false)
  const word = shown ? lock.hide : lock.show
  return (
    <TextField
      {...props}
      type={shown ? 'text' : 'password'}
      suffix={
        <Button className="control-button" aria-label={`${word}: ${props.label}`} onPress={() => setShown(!shown)}>
          <Icon name={shown ? 'password-invisible' : 'password-visible'} />
          <span className="control-button-text">{word}</span>
        </Button>
      }
    />
  )
}

/** How strong what she typed is, in a word and a bar. */
export function Strength({ strength }: { strength: number }) {
  const level = Math.max(0, Math.min(4, Math.round(strength)))
  return (
    <div className="strength" data-level={level}>
      <span className="strength-bar" aria-hidden>
        {[1, 2, 3, 4].map((step) => (
          <span key={step} data-on={step <= level || undefined} />
        ))}
      </span>
      <span role="status">{`${lock.strength}: ${lock.strengths[level] ?? ''}`}</span>
    </div>
  )
}
