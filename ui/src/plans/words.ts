// Words of plans that several of their pages need.
import { plansCodes, type Coded, type PlanStateName } from '../bindings'
import type { Tone } from '../components'
import { it } from '../messages/it'
import { useAnswer } from '../navigation'

export const usePlanCodes = () => useAnswer({ key: ['plans.codes'], ask: plansCodes, kinds: [] }).data

export const codeName = (code: Coded | null | undefined) => (code ? it.cases.codeName(code) : '')

const TONES: Readonly<Record<PlanStateName, Tone>> = { bozza: 'neutral', condiviso: 'warning', firmato: 'success', in_verifica: 'info', rinnovato: 'neutral', chiuso: 'neutral' }
export const planTone = (state: PlanStateName): Tone => TONES[state]

export const planTitle = (plan: { kind?: Coded | null; subject?: string | null }) => [codeName(plan.kind), plan.subject].filter(Boolean).join(' · ') || it.plans.title

export const said = (text: string) => (text.trim() === '' ? null : text)
