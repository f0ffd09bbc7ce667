// A person's page: who she is in one line, then everything that hangs on her.
import { useState } from 'react'
import { peopleGet, type PersonDetails, type PersonPage as Answer } from '../../bindings'
import { ActionMenu, Badge, Button, Notice, Page, PageHeader, Progress, TwoVersions, useSlow } from '../../components'
import { showPartial } from '../../dates/partial'
import { it } from '../../messages/it'
import { goBack, navigate, useAnswer, useSession, type Params } from '../../navigation'
import { Clashes, RequestsOf, useWaiting, Waits } from '../../office'
import { describeError } from '../../platform'
import { addressText, ageOf, nameOf } from '../words'
import { AlertsSection, holdsOn } from './AlertsSection'
import { CasesSection } from './CasesSection'
import { ContactsSection } from './ContactsSection'
import { HouseholdSection } from './HouseholdSection'
import { IdentitySection } from './IdentitySection'
import { MergeDialog, MergeSection } from './MergeSection'
import { RelationsSection } from './RelationsSection'
import { ResponsibilitySection } from './ResponsibilitySection'
import { SchoolSection } from './SchoolSection'
import { SocialTiesSection } from './SocialTiesSection'

const t = it.people
const KINDS = [
  'person', 'address', 'contact', 'relation', 'household', 'parental_responsibility', 'alert', 'person_merge', 'school', 'school_class', 'school_enrolment', 'social_tie', 'case_file', 'episode', 'assignment',
]

/** Who, age, code, where, phone: what she reads while the phone rings. */
function lineOf({ card, details }: Answer): string {
  if (!details) return showPartial(card.birth)
  const { value: person } = details.person
  const code = person.identifiers.find((one) => one.value !== '' && !one.period.until) ?? person.identifiers.find((one) => one.value !== '')
  const home = details.addresses.find((view) => view.current)
  const phone = details.contacts.find((view) => view.current && (view.record.value.kind === 'CELLULARE' || view.record.value.kind === 'TELEFONO'))
  const age = card.age === null ? '' : `${ageOf(card)} (${showPartial(card.birth)})`
  return [card.sex ? t.sexOf[card.sex] : '', age || showPartial(card.birth), code?.value, home ? addressText(home.record.value, details.places) : '', phone?.record.value.value].filter(Boolean).join(' · ')
}

function Badges({ id, details }: { id: string; details: PersonDetails }) {
  const { today } = useSession()
  const waits = useWaiting()
  const { value: person } = details.person
  const alerts = details.alerts.filter((alert) => holdsOn(alert, today))
  return (
    <>
      {alerts.map(({ id, value }) => (
        <Badge key={id} tone="danger" icon="warning">
          {value.kind ? t.alertKinds[value.kind] : t.alert}
        </Badge>
      ))}
      {person.death && <Badge>{t.diedOn(showPartial(person.death))}</Badge>}
      {person.interpreter_needed && <Badge tone="info">{t.interpreterBadge(person.language ?? '')}</Badge>}
      {person.msna && <Badge tone="warning">{t.msnaBadge}</Badge>}
      <TwoVersions of={details.person.clashes} />
      <Waits of={waits.has(id)} />
    </>
  )
}

function Sections({ answer, details }: { answer: Answer; details: PersonDetails }) {
  const { card } = answer
  return (
    <div className="people-columns">
      <div className="people-column">
        <IdentitySection details={details} />
        <RelationsSection card={card} details={details} />
        <HouseholdSection card={card} details={details} />
        <SocialTiesSection card={card} details={details} />
        <MergeSection details={details} />
      </div>
      <div className="people-column">
        <CasesSection details={details} />
        <AlertsSection person={card.id} details={details} />
        <ContactsSection person={card.id} details={details} />
        <ResponsibilitySection card={card} details={details} />
        <SchoolSection person={card.id} details={details} />
      </div>
    </div>
  )
}

function Loaded({ answer }: { answer: Answer }) {
  const [merges, setMerges] = useState(false)
  const { card, details } = answer
  const actions = details && (
    <>
      <Button kind="primary" icon="folder" onPress={() => navigate('case.new', { person_id: card.id })}>
        {t.openCase}
      </Button>
      {(details.mergeable || details.asks_merge) && <ActionMenu actions={[{ key: 'merge', label: details.mergeable ? t.merge : it.office.askMerge, onAction: () => setMerges(true) }]} />}
    </>
  )
  return (
    <>
      <PageHeader
        title={nameOf(card)} subtitle={lineOf(answer)} badges={details && <Badges id={card.id} details={details} />} back={{ label: it.shell.back, onPress: goBack }} actions={actions}
      />
      {details && <Clashes subject={card.id} />}
      {details && <RequestsOf subject={card.id} />}
      {details ? <Sections answer={answer} details={details} /> : <Notice kind="info">{t.onlyName}</Notice>}
      {merges && <MergeDialog card={card} asks={!details?.mergeable} isOpen onClose={() => setMerges(false)} />}
    </>
  )
}

export function PersonPage({ params }: { params: Params }) {
  const id = params['person_id'] ?? ''
  const { data, error, isPending } = useAnswer({ key: ['people.get', id], ask: () => peopleGet({ id }), kinds: KINDS })
  const slow = useSlow(isPending)
  return (
    <Page>
      {error ? (
        <>
          <PageHeader title={t.person} back={{ label: it.shell.back, onPress: goBack }} />
          <Notice kind="error">{describeError(error)}</Notice>
        </>
      ) : null}
      {slow && <Progress label={it.kit.searching} />}
      {data && <Loaded key={data.card.id} answer={data} />}
    </Page>
  )
}
