// What was decided before about terms and calendar: who, when, why, from what to what.
import type { DeadlineCode, DeadlineOffice, DeadlineRules, TermsChange } from '../bindings'
import { Section } from '../components'
import { showInstant } from '../dates/civil'
import { lengthWords } from '../deadlines'
import { it } from '../messages/it'
import { patronWords, sanFrancescoWords } from './CalendarSection'

const t = it.rules

/** What differs, in words. */
function differences(rules: DeadlineRules, before: DeadlineOffice, after: DeadlineOffice): string[] {
  const usual = (code: DeadlineCode) => rules.rules.find((rule) => rule.code === code)?.usual
  const of = (office: DeadlineOffice, code: DeadlineCode) => {
    const length = office.lengths[code] ?? usual(code)
    return length ? lengthWords(length) : t.asUsual
  }
  const codes = [...new Set([...Object.keys(before.lengths), ...Object.keys(after.lengths)])] as DeadlineCode[]
  const rows: [string, string, string][] = [
    ...codes.map((code): [string, string, string] => [it.deadlines.codes[code], of(before, code), of(after, code)]),
    [t.patron, patronWords(before.patron), patronWords(after.patron)],
    [t.sanFrancesco, sanFrancescoWords(before.san_francesco_from), sanFrancescoWords(after.san_francesco_from)],
    [t.leap, t.leaps[before.leap_birth], t.leaps[after.leap_birth]],
    [t.soon, t.soonDays(before.soon_days), t.soonDays(after.soon_days)],
  ]
  return rows.filter(([, from, to]) => from !== to).map(([name, from, to]) => t.changed(name, from, to))
}

function Change({ rules, change }: { rules: DeadlineRules; change: TermsChange }) {
  const who = change.author ? (rules.names[change.author]?.name ?? '') : ''
  return (
    <li>
      <strong>{change.reason}</strong>
      <span className="cases-note">{t.changedBy(who, change.signed_at ? showInstant(change.signed_at) : '')}</span>
      {change.before && change.after && differences(rules, change.before, change.after).map((line) => <span key={line} className="cases-note">{line}</span>)}
    </li>
  )
}

export function HistorySection({ rules }: { rules: DeadlineRules }) {
  return (
    <Section title={t.history}>
      {rules.history.length === 0 && <p className="muted">{t.noHistory}</p>}
      <ul className="cases-plain">
        {rules.history.map((change) => (
          <Change key={change.signed_at ?? ''} rules={rules} change={change} />
        ))}
      </ul>
    </Section>
  )
}
