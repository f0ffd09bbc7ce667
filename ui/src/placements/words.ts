// Words of placements: facilities by name, where one stands, what a finding says.
import type { Coded, Collocamento, CollocamentoFinding, PlacementsPage, StatoCollocamento, Struttura } from '../bindings'
import type { Choice, Tone } from '../components'
import { showDate } from '../dates/civil'
import { it } from '../messages/it'

const t = it.placements

export const said = (text: string) => (text.trim() === '' ? null : text)
export const codeName = (code: Coded | null | undefined) => (code ? it.cases.codeName(code) : null)

const TONES: Readonly<Record<StatoCollocamento['is'], Tone>> = { individuazione: 'warning', trasmissione: 'warning', inserito: 'info', dimesso: 'warning', concluso: 'success', non_avviato: 'neutral' }
export const stateTone = (state: StatoCollocamento): Tone => TONES[state.is]

const PHASES: readonly StatoCollocamento['is'][] = ['individuazione', 'trasmissione', 'inserito', 'dimesso', 'concluso']
/** Which of the five steps it has come to; none for one that never began. */
export const phaseOf = (state: StatoCollocamento) => PHASES.indexOf(state.is)

export const facilityName = (page: PlacementsPage, id: string | null | undefined) => page.facilities.find((one) => one.id === id)?.value.name ?? null
export const enteredOn = ({ state }: Collocamento) => (state.is === 'inserito' ? state.on : state.is === 'dimesso' || state.is === 'concluso' ? state.entered : null)
export const leftOn = ({ state }: Collocamento) => (state.is === 'dimesso' || state.is === 'concluso' ? state.left : null)

export const findingWords = (finding: CollocamentoFinding) => (finding.is === 'rate_gap' ? t.gap(finding.days, showDate(finding.from)) : t.findings[finding.is])

export const isActive = ({ period }: Struttura, today: string) => (period.from ?? '') <= today && today <= (period.until ?? '9999')

/** The facilities that work today, and the one that is chosen already. */
export const facilityChoices = (page: PlacementsPage, chosen: string | null | undefined, today: string): Choice[] =>
  page.facilities.filter((one) => one.id === chosen || isActive(one.value, today)).map((one) => ({ key: one.id, label: one.value.name ?? '', ...(one.value.kind ? { note: it.cases.codeName(one.value.kind) } : {}) }))

export const orderLabel = ({ kind, number, issued_on }: PlacementsPage['orders'][number]) => [codeName(kind), number, showDate(issued_on)].filter(Boolean).join(' · ')
