// Every term with its usual length, the office's own, how binding it is and where it comes from.
import type { DeadlineRule, DeadlineRules } from '../bindings'
import { Badge, IconButton, ListTable, Section, type Column } from '../components'
import { lengthWords } from '../deadlines'
import { it } from '../messages/it'
import { useDialogState } from '../navigation'
import { TermDialog } from './TermDialog'

const t = it.rules
const { codes, forces, unverified } = it.deadlines
const same = (rule: DeadlineRule) => JSON.stringify(rule.usual) === JSON.stringify(rule.length)

const COLUMNS: readonly Column<DeadlineRule>[] = [
  { key: 'term', header: t.term, cell: ({ code }) => codes[code], sortValue: ({ code }) => codes[code], isRowHeader: true },
  { key: 'usual', header: t.usual, cell: ({ usual }) => (usual ? lengthWords(usual) : t.planSays) },
  { key: 'here', header: t.here, cell: (rule) => (same(rule) || !rule.length ? <span className="muted">{t.asUsual}</span> : <strong>{lengthWords(rule.length)}</strong>) },
  { key: 'force', header: t.force, cell: ({ force }) => forces[force] },
  {
    key: 'source', header: t.source,
    cell: ({ source, verified }) => (
      <span className="rules-source">
        {source.text} {!verified && <Badge tone="warning">{unverified}</Badge>}
      </span>
    ),
  },
]

export function TermsSection({ rules }: { rules: DeadlineRules }) {
  const [open, setOpen] = useDialogState<string | null>('term', null)
  const rule = rules.rules.find(({ code }) => code === open)
  const change: Column<DeadlineRule> = {
    key: 'change', header: t.change, hideHeader: true, align: 'end',
    cell: ({ code, editable }) => (editable ? <IconButton icon="pencil" small label={t.changeTerm(codes[code])} onPress={() => setOpen(code)} /> : <span className="muted">{t.fixed}</span>),
  }
  return (
    <Section title={t.terms} flush>
      <ListTable caption={t.termsCaption} hideCaption columns={rules.writable ? [...COLUMNS, change] : COLUMNS} rows={rules.rules} rowKey={({ code }) => code} />
      {rule && <TermDialog rule={rule} rules={rules} onClose={() => setOpen(null)} />}
    </Section>
  )
}
