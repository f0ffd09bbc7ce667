// The page "Invio all'ufficio": the form that joins, or how things stand.
import { Notice, Page, PageHeader, Progress, useSlow } from '../components'
import { it } from '../messages/it'
import { describeError } from '../platform'
import { JoinOffice } from './JoinOffice'
import { Standing, SendNow } from './Standing'
import { useOfficeStatus } from './status'

export function OfficePage() {
  const { data, error, isPending } = useOfficeStatus()
  const slow = useSlow(isPending)
  return (
    <Page>
      <PageHeader title={it.office.title} subtitle={data?.office?.name} actions={data?.office ? <SendNow /> : null} />
      {error ? <Notice kind="error">{describeError(error)}</Notice> : null}
      {slow && <Progress label={it.office.title} />}
      {data && (data.office ? <Standing status={data} office={data.office} /> : <JoinOffice />)}
    </Page>
  )
}
