// Who works on the case, as what, since when; assigning and ending.
import { useState } from 'react'
import { casesAssign, casesEndAssignment, officeAskAssignment, type AssignmentRole, type AssignmentView, type AssignOperator, type CasePage } from '../../bindings'
import { Button, DateField, IconButton, Section, SelectField } from '../../components'
import { showDate } from '../../dates/civil'
import { it } from '../../messages/it'
import { useSession } from '../../navigation'
import { RequestsOf } from '../../office'
import { CaseDialog } from '../CaseDialog'
import { OperatorField } from '../fields'

const t = it.cases
const { office } = it
const ROLES = Object.keys(t.roles) as AssignmentRole[]

/** The same form assigns, or asks the office to. */
export function AssignDialog({ page, asks, isOpen, onClose }: { page: CasePage; asks: boolean; isOpen: boolean; onClose: () => void }) {
  const { today } = useSession()
  const current = page.assignments.filter((one) => one.current)
  const first: AssignmentRole = current.some((one) => one.role === 'responsabile') ? 'mini_equipe' : 'responsabile'
  const [role, setRole] = useState<AssignmentRole>(first)
  const [operator, setOperator] = useState<string | null>(null)
  const [from, setFrom] = useState<string | null>(today)
  const [to, setTo] = useState<string | null>(null)
  const [standsIn, setStandsIn] = useState<string | null>(null)
  const [missing, setMissing] = useState(false)
  const isSubstitute = role === 'sostituto'
  const input = () => {
    setMissing(operator === null)
    if (operator === null) return null
    return { case: page.case, operator, role, from, to: isSubstitute ? to : null, stands_in_for: isSubstitute ? standsIn : null }
  }
  const replaces = role === 'responsabile' && current.some((one) => one.role === 'responsabile')
  const words = asks ? { title: office.askAssignmentTitle, submit: office.askSend, done: office.askDone } : { title: t.assignTitle, submit: t.assign }
  return (
    <CaseDialog<AssignOperator, unknown> {...words} isOpen={isOpen} onClose={onClose} run={asks ? officeAskAssignment : casesAssign} input={input}>
      {asks && <p>{office.askAssignmentHelp}</p>}
      <SelectField name="assign-role" label={t.role} value={role} onChange={setRole} choices={ROLES.map((key) => ({ key, label: t.roles[key] }))} />
      <OperatorField name="operator" label={t.operator} value={operator} onChange={setOperator} error={missing ? t.missingOperator : null} {...(replaces ? { hint: t.replaces } : {})} />
      <div className="form-row">
        <DateField name="from" label={t.from} narrow value={from} onChange={setFrom} />
        {isSubstitute && <DateField name="to" label={t.to} narrow value={to} onChange={setTo} />}
      </div>
      {isSubstitute && <OperatorField name="assign-stands" label={t.standsInFor} value={standsIn} onChange={setStandsIn} />}
    </CaseDialog>
  )
}

function EndDialog({ assignment, onClose }: { assignment: AssignmentView; onClose: () => void }) {
  const { today } = useSession()
  const [to, setTo] = useState<string | null>(today)
  return (
    <CaseDialog
      title={t.endAssignmentTitle(assignment.name)} isOpen onClose={onClose} run={casesEndAssignment} submit={t.endAssignment} size="small"
      input={() => (to === null ? null : { assignment: assignment.id, to })}
    >
      <DateField name="to" label={t.lastDay} narrow required value={to} onChange={setTo} />
    </CaseDialog>
  )
}

function Member({ one, onEnd }: { one: AssignmentView; onEnd: (() => void) | null }) {
  const span = [one.from && `${t.from.toLowerCase()} ${showDate(one.from)}`, one.to && `${t.to.toLowerCase()} ${showDate(one.to)}`].filter(Boolean).join(' ')
  return (
    <li className="cases-member">
      <span>
        <strong>{one.name}</strong>
        <span className="cases-note">{[t.roles[one.role], one.stands_in_for && t.standsInForName(one.stands_in_for), span].filter(Boolean).join(' · ')}</span>
      </span>
      {onEnd && <IconButton icon="close" small label={t.endAssignmentTitle(one.name)} onPress={onEnd} />}
    </li>
  )
}

export function OperatorsSection({ page }: { page: CasePage }) {
  const [assigning, setAssigning] = useState(false)
  const [ending, setEnding] = useState<AssignmentView | null>(null)
  const may = page.may.includes('assign')
  const asks = page.may.includes('ask_assignment')
  const current = page.assignments.filter((one) => one.current)
  const past = page.assignments.filter((one) => !one.current)
  return (
    <Section title={t.operators} actions={(may || asks) && <Button small icon="plus" onPress={() => setAssigning(true)}>{may ? t.assign : office.askAssignment}</Button>}>
      {current.length === 0 && <p className="muted">{t.noOperators}</p>}
      <ul className="cases-plain">
        {current.map((one) => (
          <Member key={one.id} one={one} onEnd={may && page.fields !== 'list' ? () => setEnding(one) : null} />
        ))}
      </ul>
      {past.length > 0 && (
        <details>
          <summary>{t.pastOperators}</summary>
          <ul className="cases-plain">
            {past.map((one) => (
              <Member key={one.id} one={one} onEnd={null} />
            ))}
          </ul>
        </details>
      )}
      <RequestsOf subject={page.case} />
      {assigning && <AssignDialog page={page} asks={!may} isOpen onClose={() => setAssigning(false)} />}
      {ending && <EndDialog assignment={ending} onClose={() => setEnding(null)} />}
    </Section>
  )
}
