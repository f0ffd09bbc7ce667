// The fields for choosing a passphrase: five generated words shown once and retyped, or her own with its strength.
import { Button, Notice, PassphraseField, Progress, RadioField, Strength, useSlow } from '../components'
import { it } from '../messages/it'
import { describeError } from '../platform'
import { reasonText, type PassphraseChoice } from './usePassphrase'
import './passphrase.css'

interface Props {
  choice: PassphraseChoice
  /** What is wrong, by field, after an attempt. */
  error: { field: string; text: string } | null
}

function Words({ phrase }: { phrase: string }) {
  return (
    <ol className="phrase-words" aria-label={it.lock.phraseShown}>
      {phrase.split(' ').map((word, index) => (
        <li key={`${word}${String(index)}`}>{word}</li>
      ))}
    </ol>
  )
}

/** While there is no phrase: no field either, for what takes the focus and goes away again loses it. */
function Missing({ choice }: Pick<Props, 'choice'>) {
  const failed = choice.failure !== null
  const slow = useSlow(!failed)
  if (!failed) return slow ? <Progress label={it.kit.working} /> : null
  return (
    <div>
      <Button icon="refresh" onPress={choice.another}>
        {it.shell.retry}
      </Button>
    </div>
  )
}

function Generated({ choice, error }: Props) {
  if (choice.missing) return <Missing choice={choice} />
  if (choice.shown !== null) {
    return (
      <div className="stack-tight">
        <Words phrase={choice.shown} />
        <p className="field-hint">{it.lock.phraseShownHelp}</p>
        <div className="line">
          <Button kind="primary" icon="check" onPress={choice.hide}>
            {it.lock.phraseWritten}
          </Button>
          <Button kind="quiet" icon="refresh" onPress={choice.another}>
            {it.lock.phraseAgain}
          </Button>
        </div>
      </div>
    )
  }
  return (
    <div className="stack-tight">
      <PassphraseField
        name="retyped"
        label={it.lock.phraseRetype}
        hint={it.lock.phraseRetypeHint}
        error={error?.field === 'retyped' ? error.text : null}
        value={choice.retyped}
        onChange={choice.retype}
        required
        autoFocus
      />
      <div>
        <Button kind="link" onPress={choice.another}>
          {it.lock.phraseLost}
        </Button>
      </div>
    </div>
  )
}

function Own({ choice, error }: Props) {
  const { judgement } = choice
  const refused = judgement && !judgement.accepted ? reasonText(judgement.reason) : null
  return (
    <div className="stack">
      <div className="stack-tight">
        <PassphraseField
          name="passphrase"
          label={it.lock.passphrase}
          error={error?.field === 'passphrase' ? error.text : refused}
          value={choice.typed}
          onChange={choice.type}
          required
        />
        {judgement && <Strength strength={judgement.strength} />}
      </div>
      <PassphraseField
        name="retyped"
        label={it.lock.phraseRetype}
        error={error?.field === 'retyped' ? error.text : null}
        value={choice.retyped}
        onChange={choice.retype}
        required
      />
    </div>
  )
}

export function PassphraseChooser({ choice, error }: Props) {
  return (
    <div className="stack">
      <RadioField
        name="phrase-source"
        label={it.lock.phraseHow}
        value={choice.source}
        onChange={choice.chooseSource}
        choices={[
          { key: 'generated', label: it.lock.phraseGenerated, note: it.lock.phraseGeneratedNote },
          { key: 'own', label: it.lock.phraseOwn, note: it.lock.phraseOwnNote },
        ]}
      />
      {choice.failure !== null && (
        <Notice kind="error" role="alert">
          {describeError(choice.failure)}
        </Notice>
      )}
      {choice.source === 'generated' ? <Generated choice={choice} error={error} /> : <Own choice={choice} error={error} />}
    </div>
  )
}
