// The way from a case to its accesses: one of the actions at the top of its page.
import { Button } from '../components'
import { it } from '../messages/it'
import { navigate } from '../navigation'

export function AccessLink({ caseId }: { caseId: string }) {
  return (
    <Button icon="password-visible" onPress={() => navigate('case.access', { case_id: caseId })}>
      {it.access.link}
    </Button>
  )
}
