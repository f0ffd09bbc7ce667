// The way of a report: co-signatures and approval, here, on paper or waived; signature, protocol, sending, the court's answer.
import { tutelaMoveReport, tutelaSignReport, type Assenso, type Mezzo, type ReportMove, type ReportPage } from '../../bindings'
import { CaseDialog } from '../../cases/CaseDialog'
import { useStaff } from '../../cases/fields'
import { Button, CheckboxList, DateField, Facts, Notice, notify, Section, SelectField, TextField } from '../../components'
import { showDate, showInstant } from '../../dates/civil'
import { it } from '../../messages/it'
import { useCommand, useDialogState, useSession } from '../../navigation'
import { describeError } from '../../platform'
import { useCourt } from '../asked'
import { choices } from '../fields'
import { orderTitle } from '../words'
import { useLetterhead } from './letterhead'
import { paperWords } from './paper-words'

const t = it.report

const assentWords = (given: Assenso | null | undefined, outdated = false) => {
  if (!given) return t.waits
  if (given.is === 'qui') return `${showInstant(given.at)}${outdated ? ` (${t.outdated})` : ''}`
  return given.is === 'su_carta' ? t.onPaper(showDate(given.on)) : t.waived(given.reason)
}

interface DialogProps {
  report: ReportPage
  onClose: () => void
}

/** A signature that somebody else gave on paper, or that is not needed. */
function OtherwiseDialog({ title, report, step, onClose }: DialogProps & { title: string; step: (otherwise: Assenso) => ReportMove }) {
  const { today } = useSession()
  const [how, setHow] = useDialogState<'su_carta' | 'dispensato'>('r.how', 'su_carta')
  const [on, setOn] = useDialogState<string | null>('r.on', today)
  const [reason, setReason] = useDialogState('r.reason', '')
  const input = () => {
    const otherwise: Assenso | null = how === 'dispensato' ? { is: how, reason } : on ? { is: how, on } : null
    return otherwise && { report: report.card.id, move: step(otherwise) }
  }
  return (
    <CaseDialog title={title} isOpen onClose={onClose} run={tutelaMoveReport} submit={it.kit.save} input={input}>
      <SelectField name="otherwise" label={t.how} choices={choices(t.otherwise)} value={how} onChange={setHow} />
      {how === 'su_carta' ? <DateField name="otherwise-on" label={it.tutela.stateOn} narrow max={today} value={on} onChange={setOn} /> : <TextField name="otherwise-reason" label={t.reason} required value={reason} onChange={setReason} />}
    </CaseDialog>
  )
}

function CoSignersDialog({ report, onClose }: DialogProps) {
  const { author, co_signers } = report.card.value
  const staff = useStaff().filter((one) => one.active && one.id !== author)
  const [operators, setOperators] = useDialogState<string[]>('r.operators', co_signers)
  return (
    <CaseDialog title={t.coSigners} isOpen onClose={onClose} run={tutelaMoveReport} submit={it.kit.save} input={() => ({ report: report.card.id, move: { step: 'co_signers' as const, operators } })}>
      <CheckboxList name="co-signers" label={t.coSigners} choices={staff.map((one) => ({ key: one.id, label: one.label }))} value={operators} onChange={setOperators} />
    </CaseDialog>
  )
}

function LeaveDialog({ report, card, name, onClose }: DialogProps & { card: string; name: string }) {
  const [reason, setReason] = useDialogState('r.leave', '')
  return (
    <CaseDialog title={report.closes_case ? t.final.giveUp : t.leaveTitle(name)} isOpen onClose={onClose} run={tutelaMoveReport} submit={report.closes_case ? t.final.giveUp : t.leave} danger input={() => ({ report: card, move: { step: 'leave' as const, reason } })}>
      <p>{report.closes_case ? t.final.giveUpHelp : t.leaveHelp(report.minors.length - 1)}</p>
      <TextField name="leave-reason" label={t.reason} required value={reason} onChange={setReason} />
    </CaseDialog>
  )
}

type Leaving = 'protocol' | 'send' | 'answered'

function LeavingDialog({ report, step, onClose }: DialogProps & { step: Leaving }) {
  const { today } = useSession()
  const orders = useCourt(report.card.value.case ?? '').data?.orders ?? []
  const [on, setOn] = useDialogState<string | null>('r.leaving', today)
  const [number, setNumber] = useDialogState('r.number', '')
  const [means, setMeans] = useDialogState<Mezzo>('r.means', 'PEC')
  const [order, setOrder] = useDialogState<string>('r.order', '')
  const since = report.card.value.sent?.on ?? ''
  const answers = orders.filter(({ order: { value } }) => (value.arrived_on ?? value.issued_on ?? '') >= since)
  const moves = (day: string): Record<Leaving, ReportMove> => ({ protocol: { step: 'protocol', number, on: day }, send: { step: 'send', on: day, means }, answered: { step: 'answered', on: day, order: order || null } })
  return (
    <CaseDialog title={t.leaving[step]} isOpen onClose={onClose} run={tutelaMoveReport} submit={t.leaving[step]} input={() => (on ? { report: report.card.id, move: moves(on)[step] } : null)}>
      {step === 'protocol' && <TextField name="report-number" label={it.tutela.protocolNumber} required value={number} onChange={setNumber} />}
      <DateField name="report-on" label={it.tutela.stateOn} narrow max={today} value={on} onChange={setOn} />
      {step === 'send' && <SelectField name="report-means" label={it.tutela.meansField} choices={choices(it.tutela.means)} value={means} onChange={setMeans} />}
      {step === 'send' && !report.closes_case && <p className="field-hint">{t.sendHelp}</p>}
      {step === 'answered' && (
        <SelectField
          name="report-order" label={t.answeredBy} value={order} onChange={setOrder}
          choices={[{ key: '', label: t.noOrder }, ...answers.map((one) => ({ key: one.order.id, label: [orderTitle(one.order.value), one.order.value.number, showDate(one.order.value.arrived_on)].filter(Boolean).join(' · ') }))]}
        />
      )}
    </CaseDialog>
  )
}

const NEXT: Readonly<Record<string, Leaving | undefined>> = { firmata: 'protocol', protocollata: 'send', inviata: 'answered' }

function Given({ report }: { report: ReportPage }) {
  const { value } = report.card
  const name = (id: string | null | undefined) => (id ? (report.names[id]?.name ?? '') : '')
  const of = (operator: string) => report.signatures.find(({ signature }) => signature.role === 'CO_FIRMA' && signature.operator === operator)
  const approval = report.signatures.find(({ signature }) => signature.role === 'APPROVAZIONE')
  return (
    <Facts
      facts={[
        { label: t.author, value: [name(value.author), value.signed && showInstant(value.signed.at)].filter(Boolean).join(' · ') },
        ...value.co_signers.map((operator) => ({ label: name(operator), value: assentWords(of(operator)?.signature.given, of(operator)?.outdated) })),
        { label: t.approval, value: report.closes_case ? null : approval ? [name(approval.signature.operator), assentWords(approval.signature.given, approval.outdated)].filter(Boolean).join(' · ') : t.waits },
        { label: it.tutela.protocol, value: value.protocol && [value.protocol.number, showDate(value.protocol.on)].filter(Boolean).join(' · ') },
        { label: t.sentOn, value: value.sent && [showDate(value.sent.on), value.sent.means && it.tutela.means[value.sent.means]].filter(Boolean).join(' · ') },
        { label: t.answeredOn, value: value.answered && showDate(value.answered.on) },
        { label: t.hash, value: report.signed?.pdf_hash && <code className="report-hash">{report.signed.pdf_hash}</code> },
      ]}
    />
  )
}

/** Which signatures are still to be had, and who may give which. */
function Signing({ report, onOpen }: { report: ReportPage; onOpen: (dialog: string) => void }) {
  const { operator } = useSession()
  const move = useCommand(tutelaMoveReport)
  const sign = useCommand(tutelaSignReport)
  const letterhead = useLetterhead()
  const { card, writes, approves, state, closes_case, signs } = report
  const go = (step: ReportMove) => move.mutate({ report: card.id, move: step })
  const holds = (role: string, who: string | null) => report.signatures.some(({ signature, outdated }) => signature.role === role && (who === null || signature.operator === who) && !outdated)
  const waiting = card.value.co_signers.filter((one) => !holds('CO_FIRMA', one))
  const approved = closes_case || holds('APPROVAZIONE', null)
  const reviews = !closes_case
  const error = move.error ?? sign.error
  return (
    <>
      {error !== null && <Notice kind="error" role="alert">{describeError(error)}</Notice>}
      <div className="line">
        {writes && <Button small onPress={() => onOpen('cosigners')}>{t.coSigners}</Button>}
        {waiting.map((one) => (one === operator ? <Button key={one} small icon="sign" onPress={() => go({ step: 'co_sign', operator, otherwise: null })}>{t.coSign}</Button> : writes && <Button key={one} small onPress={() => onOpen(one)}>{t.otherwiseOf(report.names[one]?.name ?? '')}</Button>))}
        {!approved && approves && <Button small icon="check" onPress={() => go({ step: 'approve', otherwise: null })}>{t.approve}</Button>}
        {!approved && writes && <Button small onPress={() => onOpen('approval')}>{t.approvalOtherwise}</Button>}
        {reviews && state === 'in_redazione' && writes && <Button small onPress={() => go({ step: 'to_review' })}>{t.toReview}</Button>}
        {reviews && state === 'in_revisione' && <Button small onPress={() => go({ step: 'back_to_writing' })}>{t.back}</Button>}
        {closes_case && writes && <Button small kind="quiet" onPress={() => onOpen(card.id)}>{t.final.giveUp}</Button>}
        {signs && <Button small kind="primary" icon="sign" isPending={sign.isPending} onPress={() => sign.mutate({ report: card.id, words: paperWords(report, letterhead) }, { onSuccess: () => notify('success', t.signed) })}>{t.sign}</Button>}
      </div>
      {writes && <p className="muted">{closes_case ? `${t.final.signedBy} ${t.notDigital}` : t.notDigital}</p>}
    </>
  )
}

function Minors({ report, onOpen }: { report: ReportPage; onOpen: (dialog: string) => void }) {
  if (report.minors.length < 2) return null
  const staying = report.minors.filter((one) => !one.left).length
  return (
    <ul className="cases-plain">
      {report.minors.map((one) => {
        const name = report.names[one.case]?.name ?? ''
        return (
          <li key={one.case} className="cases-member">
            <span>{one.left ? t.hasLeft(name, showDate(one.left.on), one.left.reason) : name}</span>
            {report.writes && !one.left && staying > 1 && <Button small kind="quiet" onPress={() => onOpen(one.card)}>{t.leaveOf(name)}</Button>}
          </li>
        )
      })}
    </ul>
  )
}

export function Steps({ report, dirty }: { report: ReportPage; dirty: boolean }) {
  const [open, setOpen] = useDialogState<string | null>('report-step', null)
  const close = () => setOpen(null)
  const { state, card } = report
  const next = report.closes_case && state === 'inviata' ? undefined : NEXT[state]
  const isOpen = (state === 'in_redazione' || state === 'in_revisione') && !(report.closes_case && card.value.left)
  const leaving = report.minors.find((one) => one.card === open)
  return (
    <Section title={t.signatures}>
      <Minors report={report} onOpen={setOpen} />
      <Given report={report} />
      {isOpen && (dirty ? <p className="muted">{t.saveFirst}</p> : <Signing report={report} onOpen={setOpen} />)}
      {next && report.carries && <div className="line"><Button small kind="primary" onPress={() => setOpen(next)}>{t.leaving[next]}</Button></div>}
      {report.made_on_mandate && <p className="muted">{t.madeOnMandate}</p>}
      {open === 'cosigners' && <CoSignersDialog report={report} onClose={close} />}
      {open === 'approval' && <OtherwiseDialog title={t.approval} report={report} step={(otherwise) => ({ step: 'approve', otherwise })} onClose={close} />}
      {card.value.co_signers.map((one) => open === one && <OtherwiseDialog key={one} title={report.names[one]?.name ?? ''} report={report} step={(otherwise) => ({ step: 'co_sign', operator: one, otherwise })} onClose={close} />)}
      {(open === 'protocol' || open === 'send' || open === 'answered') && <LeavingDialog report={report} step={open} onClose={close} />}
      {leaving && <LeaveDialog report={report} card={leaving.card} name={report.names[leaving.case]?.name ?? ''} onClose={close} />}
    </Section>
  )
}
