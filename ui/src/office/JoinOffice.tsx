// Joining an office in two steps: address and code, then the certificate's fingerprint, which she compares and confirms.
import { useState, type FormEvent } from 'react'
import { officeFind, officeJoin, type FoundOffice } from '../bindings'
import { Button, ErrorSummary, focusNamed, notify, Notice, Progress, Section, TextField, useSlow } from '../components'
import { it } from '../messages/it'
import { useCommand, useSession } from '../navigation'
import { describeError, fieldOf, toIpcError } from '../platform'

const t = it.office

interface Draft {
  address: string
  code: string
  label: string
}

/** The fingerprint in groups of four, as on paper. */
const groups = (certificate: string) => certificate.toUpperCase().match(/.{1,4}/g) ?? []

function Print({ certificate }: { certificate: string }) {
  return (
    <p className="office-print mono" role="group" aria-label={t.print}>
      {groups(certificate).map((group, at) => (
        <span key={at}>{group}</span>
      ))}
    </p>
  )
}

function Problem({ error }: { error: unknown }) {
  if (!error) return null
  const field = fieldOf(error)
  return field ? <ErrorSummary errors={[{ name: field, text: describeError(error) }]} /> : <Notice kind="error" role="alert">{describeError(error)}</Notice>
}

function Form({ draft, onChange, error, isPending, onFind }: { draft: Draft; onChange: (draft: Draft) => void; error: unknown; isPending: boolean; onFind: () => void }) {
  const slow = useSlow(isPending)
  const wrong = (name: string) => (error && fieldOf(error) === name ? { error: describeError(error) } : {})
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onFind()
  }
  return (
    <form className="form" onSubmit={submit} noValidate>
      <Problem error={error} />
      <TextField name="address" label={t.address} hint={t.addressHint} required mono value={draft.address} onChange={(address) => onChange({ ...draft, address })} {...wrong('address')} />
      <div className="form-row">
        <TextField name="code" label={t.code} hint={t.codeHint} required mono value={draft.code} onChange={(code) => onChange({ ...draft, code })} {...wrong('code')} />
        <TextField name="label" label={t.label} hint={t.labelHint} value={draft.label} onChange={(label) => onChange({ ...draft, label })} />
      </div>
      {slow && <Progress label={t.finding} />}
      <div className="line">
        <Button type="submit" kind="primary" icon="search" isPending={isPending}>{t.find}</Button>
      </div>
    </form>
  )
}

function Compare({ found, error, isPending, onJoin, onBack }: { found: FoundOffice; error: unknown; isPending: boolean; onJoin: () => void; onBack: () => void }) {
  const slow = useSlow(isPending)
  return (
    <div className="form" role="group" aria-label={t.compareTitle}>
      <Problem error={error} />
      <p>{found.certificate ? t.compareText : t.vouched}</p>
      <p className="mono">{found.address}</p>
      {found.certificate && <Print certificate={found.certificate} />}
      {slow && <Progress label={t.joining} />}
      <div className="line">
        <Button onPress={onBack}>{t.notMine}</Button>
        <Button kind="primary" icon="check" autoFocus isPending={isPending} onPress={onJoin}>{found.certificate ? t.join : t.joinVouched}</Button>
      </div>
    </div>
  )
}

function useJoin() {
  const { operator_name } = useSession()
  const [draft, setDraft] = useState<Draft>({ address: '', code: '', label: t.labelOf(operator_name ?? '') })
  const [found, setFound] = useState<FoundOffice | null>(null)
  const [error, setError] = useState<unknown>(null)
  const finding = useCommand(officeFind)
  const joining = useCommand(officeJoin)
  const refused = (thrown: unknown) => {
    setError(thrown)
    // What was typed is wrong: back to where it was typed.
    const field = fieldOf(thrown)
    if (field || toIpcError(thrown).kind === 'invalid') setFound(null)
    if (field) focusNamed(field)
  }
  const find = () => {
    setError(null)
    finding.mutate({ address: draft.address }, { onSuccess: setFound, onError: refused })
  }
  const join = () => {
    if (!found) return
    setError(null)
    joining.mutate({ ...found, code: draft.code, label: draft.label }, { onSuccess: ({ name }) => notify('success', t.joined(name)), onError: refused })
  }
  const back = () => {
    setError(null)
    setFound(null)
  }
  return { draft, setDraft, found, error, finding: finding.isPending, joining: joining.isPending, find, join, back }
}

export function JoinOffice() {
  const join = useJoin()
  return (
    <>
      <Notice title={t.aloneTitle}>{t.aloneText}</Notice>
      <Section title={join.found ? t.compareTitle : t.willHappen}>
        {join.found ? (
          <Compare found={join.found} error={join.error} isPending={join.joining} onJoin={join.join} onBack={join.back} />
        ) : (
          <div className="stack-tight">
            <ol className="office-steps">
              {t.steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
            <Form draft={join.draft} onChange={join.setDraft} error={join.error} isPending={join.finding} onFind={join.find} />
          </div>
        )}
      </Section>
    </>
  )
}
