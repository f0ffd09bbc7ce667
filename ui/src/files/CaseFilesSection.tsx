// In the column of a case: how many files there are, and the way to the list of all.
import { Button, Section } from '../components'
import { it } from '../messages/it'
import { navigate } from '../navigation'
import { useFilesOfCase } from './asked'

const t = it.files

export function CaseFilesSection({ caseId }: { caseId: string }) {
  const { data } = useFilesOfCase(caseId)
  if (!data) return null
  return (
    <Section title={t.caseTitle} actions={<Button small icon="files" onPress={() => navigate('case.files', { case_id: caseId })}>{t.openAll}</Button>}>
      <p className="muted">{t.countOf(data.files.length)}</p>
    </Section>
  )
}
