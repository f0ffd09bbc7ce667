// Le regole dell'ufficio: terms with their sources, calendar, history of what was decided, lists of codes.
import { Notice, Page, PageHeader, Progress, useSlow } from '../components'
import { it } from '../messages/it'
import { navigate } from '../navigation'
import { describeError } from '../platform'
import { useRules } from './asked'
import { CalendarSection } from './CalendarSection'
import { HistorySection } from './HistorySection'
import { ListsSection } from './ListsSection'
import { TermsSection } from './TermsSection'

const t = it.rules

export function RulesPage() {
  const { data, error, isPending } = useRules()
  const slow = useSlow(isPending)
  return (
    <Page>
      <PageHeader title={t.title} subtitle={t.subtitle} back={{ label: it.archive.title, onPress: () => navigate('archive') }} />
      {error ? <Notice kind="error">{describeError(error)}</Notice> : null}
      {slow && <Progress label={t.title} />}
      {data && (
        <div className="rules">
          {!data.writable && <Notice>{t.readOnly}</Notice>}
          <CalendarSection rules={data} />
          <TermsSection rules={data} />
          <HistorySection rules={data} />
          <ListsSection writable={data.writable} />
        </div>
      )}
    </Page>
  )
}
