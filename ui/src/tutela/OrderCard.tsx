// One order and its chain: mandate, deadline, the diary entries that answer it, the report.
import { deadlinesOfCase, type CasePage, type CourtFinding, type CourtPage, type MandateView, type OrderView } from '../bindings'
import { ActionMenu, Badge, Button, Facts, Section } from '../components'
import { showDate } from '../dates/civil'
import { dayWords, extensionWords, TERM_KINDS } from '../deadlines'
import { FileList, ORDER } from '../files'
import { it } from '../messages/it'
import { navigate, useAnswer, useDialogState, useSession } from '../navigation'
import { AffidamentoDialog } from './AffidamentoDialog'
import { AddDialog, AnswersDialog, EndDialog, MandateDialog, OutcomeDialog } from './dialogs'
import { EditOrderDialog } from './EditOrderDialog'
import { StartDialog } from './report/StartDialog'
import { ResponsibilityDialog } from './ResponsibilityDialog'
import { authorityOf, countedWords, orderTitle, showMoment, stateWords } from './words'

const t = it.tutela

const findingWords = (finding: CourtFinding) => (finding.is === 'parts_missing' ? `${t.findings.parts_missing} ${finding.parts.map((part) => t.parts[part]).join('; ')}.` : t.findings[finding.is])

function Dates({ view, court }: { view: OrderView; court: CourtPage }) {
  const order = view.order.value
  const protocol = order.protocol && [order.protocol.number, order.protocol.on && showDate(order.protocol.on)].filter(Boolean).join(' · ')
  return (
    <Facts
      facts={[
        { label: t.authority, value: authorityOf(court.authorities, order.autorita) }, { label: t.number, value: order.number }, { label: t.form, value: order.natura && t.forms[order.natura] },
        { label: t.issued, value: showDate(order.issued_on) }, { label: t.pec, value: showMoment(order.pec) }, { label: t.protocol, value: protocol }, { label: t.arrived, value: showDate(order.arrived_on) },
        { label: t.notified, value: showDate(order.notified_on) }, { label: t.effective, value: [showDate(order.effective_from), order.effective_until && `${t.until} ${showDate(order.effective_until)}`].filter(Boolean).join(' ') }, { label: t.summary, value: order.summary },
      ]}
    />
  )
}

/** What was decided about the deadline: another end, an extension asked for, granted or denied. */
function useDecided({ mandate, counted }: MandateView, caseId: string) {
  const { data } = useAnswer({ key: ['deadlines.of_case', caseId], ask: () => deadlinesOfCase({ case: caseId }), kinds: TERM_KINDS })
  const nth = counted.from === mandate.value.reports.at(-1) ? mandate.value.reports.length : 0
  return data?.open.find(({ deadline }) => deadline.key.record === mandate.id && deadline.key.nth === nth)?.deadline
}

function Deadline({ view, caseId }: { view: MandateView; caseId: string }) {
  const { today } = useSession()
  const decided = useDecided(view, caseId)
  const due = decided?.due.type === 'day' ? decided.due.at : view.due
  const own = view.counted.source === 'interno'
  const open = view.mandate.value.state.is === 'aperto'
  const { text: words, tone } = due ? dayWords(due, today) : { text: t.noStart, tone: 'warning' as const }
  return (
    <div className="court-step">
      <span className="court-step-label">{own ? t.internalTerm : t.judgeTerm}</span>
      <span>
        {due && <strong>{showDate(due)}</strong>} {open && <Badge tone={tone}>{words}</Badge>}
      </span>
      <span className="muted">{countedWords(view.counted)}</span>
      {decided?.extension && <span>{extensionWords(decided.extension)}</span>}
      {view.mandate.value.every_months ? <span className="muted">{t.every(view.mandate.value.every_months)}</span> : null}
    </div>
  )
}

function Answers({ view, court, onLink }: { view: MandateView; court: CourtPage; onLink: (() => void) | null }) {
  const name = (author: string | null) => (author ? (court.names[author]?.name ?? '') : '')
  return (
    <div className="court-step">
      <span className="court-step-label">{t.answers}</span>
      {view.answers.length === 0 && <span className="muted">{t.noAnswers}</span>}
      <ul className="cases-plain">
        {view.answers.map((answer) => (
          <li key={answer.entry}>
            {answer.on ? <Button kind="link" onPress={() => navigate('diary.entry', { entry_id: answer.entry })}>{[showDate(answer.on), answer.kind && it.diary.kinds[answer.kind], name(answer.author)].filter(Boolean).join(' · ')}</Button> : t.hiddenAnswer}
          </li>
        ))}
      </ul>
      {onLink && <Button small icon="link" onPress={onLink}>{t.linkAnswers}</Button>}
    </div>
  )
}

/** The reports that answer a mandate, the last first; while it waits for one, it is begun here. */
function Reports({ view, court, caseId, onStart }: { view: MandateView; court: CourtPage; caseId: string; onStart: () => void }) {
  const reports = court.reports.filter(({ report }) => report.value.mandato === view.mandate.id)
  const waits = view.mandate.value.state.is === 'aperto' && reports.every(({ report }) => report.value.left || report.value.sent)
  return (
    <>
      {reports.map(({ report, state }) => (
        <Button key={report.id} kind="link" onPress={() => navigate('report', { case_id: caseId, report_id: report.id })}>
          {[it.report.go(report.value.left ? it.report.out : it.report.states[state]), report.value.sent && showDate(report.value.sent.on)].filter(Boolean).join(', ')}
        </Button>
      ))}
      {court.writes && waits && <Button small icon="file" onPress={onStart}>{it.report.start}</Button>}
    </>
  )
}

function Mandate({ view, court, order, caseId }: { view: MandateView; court: CourtPage; order: OrderView; caseId: string }) {
  const [dialog, setDialog] = useDialogState<'state' | 'answers' | 'report' | null>(`mandate-${view.mandate.id}`, null)
  const { value } = view.mandate
  const state = stateWords(value)
  const title = value.activity ? it.cases.codeName(value.activity) : (value.words ?? '')
  return (
    <li className="court-mandate">
      <div className="court-step">
        <span className="court-step-label">{t.mandates}</span>
        <strong>{title}</strong>
        {value.activity && value.words && <span>{value.words}</span>}
        <span className="muted">{[value.addressee && `${t.to}: ${value.addressee}`].filter(Boolean).join('')}</span>
      </div>
      <Deadline view={view} caseId={caseId} />
      <Answers view={view} court={court} onLink={court.writes ? () => setDialog('answers') : null} />
      <div className="court-step">
        <span className="court-step-label">{t.report}</span>
        <span><Badge tone={state.tone}>{state.text}</Badge></span>
        {value.state.is !== 'aperto' && value.state.note && <span className="muted">{value.state.note}</span>}
        <Reports view={view} court={court} caseId={caseId} onStart={() => setDialog('report')} />
        {court.writes && <Button small icon="pencil" onPress={() => setDialog('state')}>{t.update}</Button>}
      </div>
      {dialog === 'report' && <StartDialog view={view} received={order.order.value.arrived_on ?? order.order.value.issued_on ?? null} caseId={caseId} onClose={() => setDialog(null)} />}
      {dialog === 'state' && <MandateDialog view={view} files={order.cases.length} onClose={() => setDialog(null)} />}
      {dialog === 'answers' && <AnswersDialog view={view} caseId={caseId} onClose={() => setDialog(null)} />}
    </li>
  )
}

function Prescriptions({ view, court }: { view: OrderView; court: CourtPage }) {
  const [open, setOpen] = useDialogState<string | null>(`prescriptions-${view.order.id}`, null)
  if (view.prescriptions.length === 0) return null
  return (
    <div>
      <h4>{t.prescriptions}</h4>
      <ul className="cases-plain">
        {view.prescriptions.map((one) => {
          const { to, words, due, outcome, person } = one.value
          return (
            <li key={one.id} className="cases-member">
              <span>
                {[to ?? (person ? court.names[person]?.name : ''), words, due && t.dueOn(showDate(due))].filter(Boolean).join(' · ')}{' '}
                {outcome && <Badge tone={outcome.is === 'RISPETTATA' ? 'success' : 'warning'}>{`${t.outcomes[outcome.is]} (${showDate(outcome.on)})`}</Badge>}
              </span>
              {court.writes && <Button small onPress={() => setOpen(one.id)}>{t.setOutcome}</Button>}
              {open === one.id && <OutcomeDialog shown={one} files={view.cases.length} onClose={() => setOpen(null)} />}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function Hanging({ view, court, page }: { view: OrderView; court: CourtPage; page: CasePage }) {
  const { affidamento } = view
  const held = view.responsibilities
  return (
    <>
      {view.mandates.length > 0 && (
        <ul className="cases-plain">
          {view.mandates.map((mandate) => (
            <Mandate key={mandate.mandate.id} view={mandate} court={court} order={view} caseId={page.case} />
          ))}
        </ul>
      )}
      <Prescriptions view={view} court={court} />
      {affidamento && (
        <div>
          <h4>{t.affidamento}</h4>
          <Facts
            facts={[
              { label: t.parts.a, value: affidamento.value.placed_with }, { label: t.parts.b, value: affidamento.value.service_acts }, { label: t.parts.c, value: affidamento.value.placement_acts },
              { label: t.parts.d, value: affidamento.value.parents_acts }, { label: t.parts.e, value: affidamento.value.curatore_acts }, { label: t.parts.f, value: affidamento.value.service_tasks },
              { label: t.parts.g, value: affidamento.value.months && [t.counted.mesi(affidamento.value.months), view.affidamento_until && t.affidamentoUntil(showDate(view.affidamento_until))].filter(Boolean).join(' · ') },
              { label: t.parts.h, value: affidamento.value.report_months && [t.counted.mesi(affidamento.value.report_months), ...affidamento.value.reports.map((on, index) => `${t.reportSentOn(index + 1)} ${showDate(on)}`)].join(' · ') },
              { label: t.told, value: affidamento.value.responsible_told && [showDate(affidamento.value.responsible_told.on), affidamento.value.responsible_told.to].filter(Boolean).join(' · ') },
            ]}
          />
        </div>
      )}
      {held.length > 0 && (
        <div>
          <h4>{t.responsibility}</h4>
          <ul className="cases-plain">
            {held.map((one, index) => (
              <li key={`${one.adult}-${index}`}>{[court.names[one.adult]?.name, one.kind && it.people.responsibilityKinds[one.kind], it.people.period(showDate(one.period.from), showDate(one.period.until)), one.limits].filter(Boolean).join(' · ')}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

type Open = 'edit' | 'end' | 'add' | 'affidamento' | 'responsibility'

function Badges({ view }: { view: OrderView }) {
  const order = view.order.value
  return (
    <div className="line">
      {order.urgent && <Badge tone="danger" icon="warning-circle">{t.urgent}</Badge>}
      {view.holds ? <Badge tone="info">{t.holds}</Badge> : order.ended ? <Badge>{t.ended(t.endings[order.ended.how], showDate(order.ended.on))}</Badge> : order.effective_until ? <Badge>{t.notHolding}</Badge> : null}
      {view.cases.length > 1 && <Badge icon="user">{t.forMinors(view.cases.length)}</Badge>}
    </div>
  )
}

export function OrderCard({ view, court, page }: { view: OrderView; court: CourtPage; page: CasePage }) {
  const [open, setOpen] = useDialogState<Open | null>(`order-${view.order.id}`, null)
  const close = () => setOpen(null)
  const actions = [
    { key: 'edit', label: t.edit, onAction: () => setOpen('edit') }, { key: 'add', label: t.addTo, onAction: () => setOpen('add') },
    { key: 'affidamento', label: view.affidamento ? t.editParts : t.writeParts, onAction: () => setOpen('affidamento') },
    ...(court.changes_responsibility ? [{ key: 'responsibility', label: t.changeResponsibility, onAction: () => setOpen('responsibility') }] : []),
    { key: 'end', label: t.end, danger: true, onAction: () => setOpen('end') },
  ]
  return (
    <Section title={orderTitle(view.order.value)} actions={court.writes && <ActionMenu label={it.cases.otherMoves} actions={actions} />}>
      <Badges view={view} />
      {view.findings.length > 0 && (
        <ul className="court-findings">
          {view.findings.map((finding) => (
            <li key={finding.is}>{findingWords(finding)}</li>
          ))}
        </ul>
      )}
      <Dates view={view} court={court} />
      <FileList on={{ kind: ORDER, id: view.order.id }} caseId={page.case} writes={court.writes} minors={view.cases.length} />
      <Hanging view={view} court={court} page={page} />
      {open === 'edit' && <EditOrderDialog view={view} onClose={close} />}
      {open === 'end' && <EndDialog view={view} onClose={close} />}
      {open === 'add' && <AddDialog view={view} onClose={close} />}
      {open === 'affidamento' && <AffidamentoDialog view={view} onClose={close} />}
      {open === 'responsibility' && <ResponsibilityDialog view={view} page={page} onClose={close} />}
    </Section>
  )
}
