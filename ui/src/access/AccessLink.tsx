// The way from a case to its accesses.
import { Button } from '../components'
import { it } from '../messages/it'
import { navigate } from '../navigation'

export function AccessLink({ caseId }: { caseId: string }) {
  return (
    <Button kind="link" icon="list" onPress={() => navigate('case.access', { case_id: caseId })}>
      {it.access.link}
    </Button>
  )
}
