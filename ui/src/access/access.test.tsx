import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Access, ChainCheck, OfCase } from '../bindings'
import { queries } from '../navigation'
import { currentEntry, resetRouter } from '../navigation/router'
import { setTransport } from '../platform'
import { AccessLink } from '.'
import { CaseAccesses } from './CaseAccesses'

const EVENTS: Access[] = [
  { seq: 40, at: '2026-04-03T10:15:00.000Z', operator: 'o1', act: 'read_audit', count: null },
  { seq: 39, at: '2026-04-03T09:00:00.000Z', operator: 'o2', act: 'read_case', count: null },
  { seq: 12, at: '2026-03-02T08:00:00.000Z', operator: 'o1', act: 'write', count: null },
  { seq: 11, at: '2026-03-02T07:59:00.000Z', operator: 'o9', act: null, count: 1200 },
]
const READERS = [
  { operator: 'o1', name: 'Bianchi Elena' },
  { operator: 'o2', name: 'Ferrari Giulia' },
  { operator: 'o9', name: null },
]

/** As the archive answers, two a page. */
function page({ before, operator, sort }: OfCase) {
  const fits = EVENTS.filter(
    (one) => one.seq < (before ?? 99) && (!operator || one.operator === operator) && (!sort || (one.act === 'write') === (sort === 'writes')),
  )
  const accesses = fits.slice(0, 2)
  return { accesses, next: fits.length > 2 ? (accesses[1]?.seq ?? null) : null, readers: READERS }
}

function open(check: ChainCheck = { whole: true, events: 1234, differing: [] }) {
  const asked: OfCase[] = []
  setTransport({
    send: async (_window, name, input) => {
      if (name === 'access.verify') return { value: check, changed: [] }
      asked.push(input as OfCase)
      return { value: page(input as OfCase), changed: [] }
    },
    listen: () => () => undefined,
    show: vi.fn(),
  })
  render(
    <QueryClientProvider client={queries}>
      <CaseAccesses params={{ case_id: 'c1' }} />
    </QueryClientProvider>,
  )
  return asked
}

const lines = () =>
  within(screen.getByRole('table'))
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent)

beforeEach(resetRouter)
afterEach(() => {
  setTransport(null)
  queries.clear()
})

describe('the accesses of a case', () => {
  it('say when, who and what, and the older ones when asked', async () => {
    const asked = open()
    await screen.findByRole('table')
    expect(lines()).toEqual(['03/04/2026, 12:15Bianchi ElenaElenco degli accessi letto', '03/04/2026, 11:00Ferrari GiuliaCartella aperta e letta'])
    await userEvent.click(screen.getByRole('button', { name: 'Mostra i precedenti' }))
    await waitFor(() => expect(lines()).toHaveLength(4))
    expect(lines()[3]).toBe('02/03/2026, 08:59Operatore non in questo archivioOperazione di una versione più nuova del programma (1200)')
    expect(screen.queryByRole('button', { name: 'Mostra i precedenti' })).not.toBeInTheDocument()
    expect(asked.map(({ before }) => before)).toEqual([null, 39])
  })

  it('are filtered by person and by reading or writing', async () => {
    const asked = open()
    await screen.findByRole('table')
    await userEvent.click(screen.getByRole('button', { name: /Persona/ }))
    await userEvent.click(await screen.findByRole('option', { name: 'Bianchi Elena' }))
    await waitFor(() => expect(lines().every((line) => line?.includes('Bianchi'))).toBe(true))
    await userEvent.click(screen.getByRole('radio', { name: 'Scritture' }))
    await waitFor(() => expect(lines()).toEqual(['02/03/2026, 09:00Bianchi ElenaDati scritti o cambiati']))
    expect(asked.at(-1)).toEqual({ case: 'c1', before: null, operator: 'o1', sort: 'writes' })
    await userEvent.click(screen.getByRole('button', { name: /Persona/ }))
    await userEvent.click(await screen.findByRole('option', { name: 'Ferrari Giulia' }))
    expect(await screen.findByText('Nessun accesso con questi filtri')).toBeInTheDocument()
  })
})

describe('the check of the register', () => {
  it.each<[string, ChainCheck, RegExp]>([
    ['whole', { whole: true, events: 12345, differing: [] }, /registro è intero: 12\.345 eventi/],
    ['broken', { whole: false, events: 17, differing: [] }, /non torna dall’evento numero 17/],
    ['differing', { whole: true, events: 3, differing: ['person', 'contact'] }, /2 tabelle non seguono dalle scritture: person, contact/],
  ])('says in words what it found: %s', async (_, check, sentence) => {
    open(check)
    await userEvent.click(await screen.findByRole('button', { name: 'Controlla il registro' }))
    expect(await screen.findByText(sentence)).toBeInTheDocument()
    if (!check.whole) expect(screen.queryByText(/è intero/)).not.toBeInTheDocument()
  })
})

it('is one press away from the case', async () => {
  render(<AccessLink caseId="c7" />)
  await userEvent.click(screen.getByRole('button', { name: 'Accessi alla cartella' }))
  expect(currentEntry()).toMatchObject({ name: 'case.access', params: { case_id: 'c7' } })
})
