// Words of the desk that several of its pages need.
import { deskCodes, type Accesso, type AccessoStateName, type Coded } from '../bindings'
import type { Tone } from '../components'
import { it } from '../messages/it'
import { useAnswer } from '../navigation'

const t = it.desk

export const useDeskCodes = () => useAnswer({ key: ['desk.codes'], ask: deskCodes, kinds: [] }).data

export const codeName = (code: Coded | null | undefined) => (code ? it.cases.codeName(code) : '')

const TONES: Readonly<Record<AccessoStateName, Tone>> = { creata: 'warning', vista: 'info', accolta: 'success', respinta: 'neutral', inviata_ad_altro: 'neutral' }
export const stateTone = (state: AccessoStateName): Tone => TONES[state]

export const whoText = (label: string, anonymous: boolean) => label || (anonymous ? t.anonymous : t.unnamed)

/** A card with nothing on it. */
export const blankCard = (on: string): Accesso => ({ on, mode: null, services: [], state: { is: 'creata' } })

export const said = (text: string) => (text.trim() === '' ? null : text)
