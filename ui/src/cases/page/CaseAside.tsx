// The right column of a case: state and its next moves, da completare, operators, people, comuni, readers, history.
import type { CasePage } from '../../bindings'
import { RichiesteSection } from '../../accesso-atti'
import { AssessmentsSection } from '../../assessments'
import { Button, Facts, Section } from '../../components'
import { DeadlinesSection } from '../../deadlines'
import { Heard } from '../../desk'
import { CaseFilesSection } from '../../files'
import { it } from '../../messages/it'
import { navigate } from '../../navigation'
import { PhasesSection } from '../../phases'
import { PlansSection } from '../../plans'
import { ReportsSection } from '../../tutela'
import { levelName } from '../words'
import { ComuniSection } from './ComuniSection'
import { FindingsSection } from './FindingsSection'
import { HistorySection } from './HistorySection'
import { MessagesSection } from './MessagesSection'
import { OperatorsSection } from './OperatorsSection'
import { PeopleSection } from './PeopleSection'
import { StateSection } from './StateSection'

const t = it.cases

function Readers({ page }: { page: CasePage }) {
  if (page.readers.length === 0) return null
  const facts = page.readers.map(({ level, names, whole_service }) => ({
    label: levelName(level) + (level === page.level ? ` (${t.startsAt})` : ''),
    value: [names.join(', '), whole_service ? t.wholeService : ''].filter(Boolean).join(' '),
  }))
  return (
    <Section title={t.readers}>
      <Facts facts={facts} />
    </Section>
  )
}

function Together({ page }: { page: CasePage }) {
  if (page.together.length === 0) return null
  return (
    <Section title={t.together}>
      <ul className="cases-plain">
        {page.together.map((other) => (
          <li key={other.case}>
            <Button kind="link" onPress={() => navigate('case', { case_id: other.case })}>{other.label}</Button>
          </li>
        ))}
      </ul>
    </Section>
  )
}

export function CaseAside({ page }: { page: CasePage }) {
  return (
    <aside className="cases-aside" aria-label={t.case}>
      <MessagesSection caseId={page.case} />
      {page.fields === 'full' && <DeadlinesSection caseId={page.case} />}
      <StateSection page={page} />
      <FindingsSection page={page} />
      <AssessmentsSection page={page} />
      <PlansSection page={page} />
      <ReportsSection page={page} />
      <CaseFilesSection caseId={page.case} />
      <RichiesteSection page={page} />
      <PhasesSection page={page} />
      {page.from_desk && <Heard caseId={page.case} />}
      <OperatorsSection page={page} />
      <PeopleSection page={page} />
      <Together page={page} />
      <ComuniSection page={page} />
      <Readers page={page} />
      <HistorySection page={page} />
    </aside>
  )
}
