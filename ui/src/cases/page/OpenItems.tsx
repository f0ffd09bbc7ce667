// What keeps a case open, in the dialog that closes it: each with its name and its day.
import { casesOpenItems, type OpenItem } from '../../bindings'
import { Notice } from '../../components'
import { showDate } from '../../dates/civil'
import { it } from '../../messages/it'
import { useAnswer } from '../../navigation'

const t = it.cases
const KINDS = ['next_action', 'mandato', 'care_plan', 'plan_review', 'misura_403', 'misura_penale', 'collocamento', 'percorso_sn', 'deadline_change', 'provvedimento'] as const

function words({ kind, what, coded, term, due }: OpenItem): string {
  const named = [term && it.deadlines.codes[term.code], coded && t.codeName(coded), what].filter(Boolean).join(' · ')
  return [named === '' ? t.openKinds[kind] : `${t.openKinds[kind]}: ${named}`, due && t.openDue(showDate(due))].filter(Boolean).join(', ')
}

export function OpenItems({ caseId }: { caseId: string }) {
  const { data } = useAnswer({ key: ['cases.open_items', caseId], ask: () => casesOpenItems({ case: caseId }), kinds: KINDS })
  if (!data) return null
  if (data.length === 0) return <p className="muted">{t.nothingOpen}</p>
  return (
    <Notice kind="warning">
      <p>{t.openTitle}</p>
      <ul>
        {data.map((item) => (
          <li key={`${item.id}-${item.term?.code ?? ''}-${item.term?.nth ?? 0}`}>{words(item)}</li>
        ))}
      </ul>
    </Notice>
  )
}
