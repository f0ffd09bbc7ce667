// The sheet to take along: one block a case, on the screen and on paper.
import type { ReactNode } from 'react'
import { visitsPrepare, visitsPrinted, type Alert, type DeadlineView, type VisitCase, type VisitHome, type VisitPhone, type VisitPromise } from '../bindings'
import { Badge, Button, Facts, Notice, Page, PageHeader, Progress, Section, useSlow } from '../components'
import { showDate } from '../dates/civil'
import { showMoment, standingWords, TERM_KINDS } from '../deadlines'
import { it } from '../messages/it'
import { goBack, navigate, useAnswer, type Params } from '../navigation'
import { describeError } from '../platform'
import { PrintButton } from '../print'

const t = it.visits
const KINDS = ['case_file', 'episode', 'person', 'address', 'contact', 'alert', 'household', 'relation', 'parental_responsibility', 'next_action', 'diary_entry', ...TERM_KINDS]

function homeText({ location, place }: VisitHome): string {
  const street = [location.street, location.number].filter(Boolean).join(' ')
  const town = [location.postal_code, location.town, place].filter(Boolean).join(' ')
  return [location.homeless ? it.people.homeless : '', street, town, location.care_of ? it.people.careOfText(location.care_of) : ''].filter(Boolean).join(', ')
}

const alertText = ({ kind, reason }: Alert) => [kind ? it.people.alertKinds[kind] : it.people.alert, reason].filter(Boolean).join(': ')

const Lines = ({ children, empty }: { children: ReactNode[]; empty: string }) => (children.length === 0 ? <>{empty}</> : <ul className="visit-lines">{children}</ul>)

/** What is protected stays on the screen: a sheet may be left in a car. */
const Hidden = ({ onPaper, children }: { onPaper: string; children: ReactNode }) => (
  <>
    <span className="no-print">{children}</span>
    <span className="paper-only">{onPaper}</span>
  </>
)

const phoneLine = ({ name, number, note, protected: hidden }: VisitPhone) => (
  <li key={`${name} ${number}`}>
    {hidden ? (
      <Hidden onPaper={[name, t.phoneNotOnPaper].join(' · ')}>
        <strong className="tabular">{number}</strong> {[name, note].filter(Boolean).join(' · ')} <Badge tone="warning">{t.protected}</Badge>
      </Hidden>
    ) : (
      <>
        <strong className="tabular">{number}</strong> {[name, note].filter(Boolean).join(' · ')}
      </>
    )}
  </li>
)

const promiseLine = ({ what, due }: VisitPromise) => <li key={`${what} ${due ?? ''}`}>{[what, due ? t.by(showDate(due)) : ''].filter(Boolean).join(', ')}</li>

const deadlineLine = ({ deadline: { key, due }, standing }: DeadlineView) => (
  <li key={`${key.record} ${key.code} ${String(key.nth)}`}>{`${it.deadlines.codes[key.code]}, ${showMoment(due)} (${standingWords(standing).text.toLowerCase()})`}</li>
)

function Home({ sheet }: { sheet: VisitCase }) {
  if (sheet.homes.length === 0) return <>{sheet.hidden ? t.hidden : t.noHome}</>
  return (
    <Lines empty={t.noHome}>
      {sheet.homes.map((home) => (
        <li key={homeText(home)}>
          {home.protected ? (
            <Hidden onPaper={t.homeNotOnPaper}>
              {homeText(home)} <Badge tone="warning">{t.protected}</Badge>
            </Hidden>
          ) : (
            homeText(home)
          )}
        </li>
      ))}
    </Lines>
  )
}

function CaseSheet({ sheet }: { sheet: VisitCase }) {
  const { header, person } = sheet
  const names = (list: readonly { name: string }[]) => list.map(({ name }) => name).join(', ')
  const language = sheet.interpreter ? t.interpreter(sheet.language ?? '') : sheet.language
  const facts = [
    { label: t.home, value: <Home sheet={sheet} /> },
    { label: t.livesWith, value: names(header.lives_with) || t.nobody },
    ...(header.responsibility.length > 0 ? [{ label: t.responsibility, value: names(header.responsibility) }] : []),
    ...(language ? [{ label: t.language, value: language }] : []),
    { label: t.phones, value: <Lines empty={t.noPhones}>{sheet.phones.map(phoneLine)}</Lines> },
    { label: t.promises, value: <Lines empty={t.noPromises}>{sheet.promises.map(promiseLine)}</Lines> },
    { label: t.deadlines, value: <Lines empty={t.noDeadlines}>{sheet.deadlines.map(deadlineLine)}</Lines> },
    { label: t.lastContact, value: header.last_contact ? showDate(header.last_contact.slice(0, 10)) : t.neverSeen },
  ]
  return (
    <Section
      title={[person.label, person.age === null ? '' : it.cases.yearsOld(person.age)].filter(Boolean).join(', ')}
      actions={
        <Button small icon="pencil" onPress={() => navigate('visit.write', { case_id: sheet.case })}>
          {t.write}
        </Button>
      }
    >
      <p className="muted">{[it.cases.serviceName(sheet.service), sheet.state ? it.cases.states[sheet.state] : ''].filter(Boolean).join(' · ')}</p>
      <div className="line">
        {sheet.alerts.length === 0 && <span className="muted">{t.noAlerts}</span>}
        {sheet.alerts.map((alert) => (
          <Badge key={alertText(alert)} tone="danger" icon="warning-circle">
            {alertText(alert)}
          </Badge>
        ))}
      </div>
      <Facts facts={facts} />
    </Section>
  )
}

export function SheetPage({ params }: { params: Params }) {
  const cases = (params['cases'] ?? '').split(',').filter(Boolean)
  const { data, error, isPending } = useAnswer({ key: ['visits.prepare', cases], ask: () => visitsPrepare({ cases }), kinds: KINDS })
  const slow = useSlow(isPending)
  return (
    <Page>
      <PageHeader
        title={t.sheet} subtitle={data && <>{t.sheetOf(showDate(data.on))} <span className="no-print">{t.sheetHere}</span></>} back={{ label: it.shell.back, onPress: goBack }}
        actions={<PrintButton isDisabled={!data} note={() => visitsPrinted({ cases })} />}
      />
      {error ? (
        <Notice kind="error" role="alert">
          {describeError(error)}
        </Notice>
      ) : null}
      {slow && <Progress label={it.kit.working} />}
      {data && <p className="muted visit-note no-print">{t.printNote}</p>}
      <div className="visit-sheets">
        {data?.cases.map((sheet) => (
          <CaseSheet key={sheet.case} sheet={sheet} />
        ))}
      </div>
    </Page>
  )
}
