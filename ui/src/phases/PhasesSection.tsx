// The way from a case to its five phases.
import type { CasePage } from '../bindings'
import { Button, Section } from '../components'
import { it } from '../messages/it'
import { navigate } from '../navigation'

const t = it.phases

export function PhasesSection({ page }: { page: CasePage }) {
  if (page.fields === 'list') return null
  return (
    <Section title={t.title} actions={<Button small icon="list" onPress={() => navigate('phases', { case_id: page.case })}>{t.open}</Button>}>
      <p className="muted">{t.openHelp}</p>
    </Section>
  )
}
