// A case that went from this computer: to whom the office gave it, as far as the office says.
import { officePassedTo } from '../bindings'
import { Button, Notice, Page, PageHeader } from '../components'
import { it } from '../messages/it'
import { navigate, useAnswer } from '../navigation'

const t = it.office

/** Who follows a case now that is not on this computer; none while nobody says so. */
export function usePassedTo(case_id: string, enabled: boolean): string | null {
  const { data } = useAnswer({ key: ['office.passed_to', case_id], ask: () => officePassedTo({ case: case_id }), kinds: ['office'], enabled })
  return data?.operator ? (data.names[data.operator]?.name ?? null) : null
}

export function CaseLeft({ to }: { to: string | null }) {
  return (
    <Page>
      <PageHeader title={to ? t.passedTo(to) : t.leftTitle} back={{ label: it.cases.title, onPress: () => navigate('cases') }} />
      <Notice role="status" actions={<Button onPress={() => navigate('cases', {}, { replace: true })}>{t.toCases}</Button>}>
        {t.leftText}
      </Notice>
    </Page>
  )
}
