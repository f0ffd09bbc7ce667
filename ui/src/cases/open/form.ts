// What is written on the form of a new case, and the input that it becomes.
import type { OpenCase, Paper, Service, State, StateName } from '../../bindings'
import type { ComboItem } from '../../components'
import type { ComuneChoice } from '../fields'
import { NO_PAPER, paperAnswers } from '../fields'

export interface OpenForm {
  person: ComboItem | null
  siblings: readonly string[]
  involved: readonly string[]
  service: Service | null
  referralOn: string | null
  source: OpenCase['referral'] extends infer R ? (R extends { source: infer S } ? S : never) : never
  protocol: string
  urgent: boolean
  residence: ComuneChoice | null
  inCharge: ComuneChoice | null
  responsible: string | null
  psychologist: string | null
  withoutPsychologist: Paper
  assignedFrom: string | null
  running: boolean
  runningState: StateName
  runningOn: string | null
  paperNumber: string
}

export const emptyForm = (me: string): OpenForm => ({
  person: null, siblings: [], involved: [], service: null, referralOn: null, source: null, protocol: '', urgent: false, residence: null, inCharge: null, responsible: me,
  psychologist: null, withoutPsychologist: NO_PAPER, assignedFrom: null, running: false, runningState: 'in_carico', runningOn: null, paperNumber: '',
})

/** The states in which a case may be running already. */
export const RUNNING_STATES: readonly StateName[] = ['segnalato', 'assegnato', 'in_valutazione', 'in_carico', 'progetto_attivo', 'in_monitoraggio', 'sospeso', 'chiuso']

function stateOf(name: StateName, on: string | null): State {
  switch (name) {
    case 'sospeso':
      return { is: 'sospeso', on, until: null, reason: null, from: 'in_carico' }
    case 'trasferito':
      return { is: 'trasferito', on, to: null, handover: null }
    case 'non_accolto':
      return { is: 'non_accolto', on, reason: null, sent_to: null }
    case 'chiuso':
      return { is: 'chiuso', on, reason: null, situation: null, by: null, final_report: null }
    default:
      return { is: name, on }
  }
}

const said = (text: string) => (text.trim() === '' ? null : text.trim())

/** The input; null while person or service are missing. */
export function inputOf(form: OpenForm, today: string): OpenCase | null {
  if (!form.person || !form.service) return null
  const referred = form.referralOn ?? (form.running ? null : today)
  const comuni = form.residence || form.inCharge
    ? { since: null, residence: form.residence?.key ?? form.inCharge?.key ?? null, in_charge: form.inCharge?.key ?? form.residence?.key ?? null, costs: null }
    : null
  return {
    people: [form.person.key, ...form.siblings],
    service: form.service,
    referral: { on: referred, source: form.source, protocol: said(form.protocol), urgent: form.urgent },
    comuni,
    involved: [...form.involved],
    protected: [],
    responsible: form.responsible,
    psychologist: form.psychologist,
    without_psychologist: paperAnswers(form.withoutPsychologist) ? form.withoutPsychologist : null,
    assigned_from: form.assignedFrom,
    running: form.running ? stateOf(form.runningState, form.runningOn) : null,
    paper_number: said(form.paperNumber),
  }
}
