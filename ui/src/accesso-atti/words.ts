// Words of a request: how it stands, what is sent for a new one.
import type { RichiestaAccesso, RichiestaView } from '../bindings'
import type { Tone } from '../components'
import { showDate } from '../dates/civil'
import { dayWords } from '../deadlines'
import { it } from '../messages/it'

const t = it.accessoAtti

export const EMPTY: RichiestaAccesso = {}

/** "Accolta il 3/4/2026", "Scade tra 3 giorni". */
export function stateWords({ request, due }: RichiestaView, today: string): { text: string; tone: Tone } {
  const { outcome } = request.value
  if (outcome) return { text: `${t.outcomes[outcome.is]} il ${showDate(outcome.on)}`, tone: 'success' }
  return due ? dayWords(due, today) : { text: t.waiting, tone: 'info' }
}

export const isPending = ({ request }: RichiestaView) => !request.value.outcome
export const applicantOf = ({ request }: RichiestaView) => request.value.applicant ?? ''
