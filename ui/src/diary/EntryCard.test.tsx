import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { EntryView } from '../bindings'
import { queries } from '../navigation'
import { setTransport } from '../platform'
import { EntryCard } from './EntryCard'

const NAMES = { o1: { name: 'Bianchi Elena', service: null }, o2: { name: 'Riva Paola', service: null }, s1: { name: 'Primaria Mazzini', service: null }, k1: { name: '3B', service: null } }

const ENTRY: EntryView = {
  id: 'e1', act: 'a1', case: 'c1', collective: null, author: 'o1', qualification: null, occurred_on: '2026-04-03', starts: null, recorded_on: '2026-04-03',
  signed_at: '2026-04-03T09:00:00.000Z', late: false, transcribed: null, level: 'service', hidden: false,
  header: {
    kind: 'COLLOQUIO', ends: null, place: null, participants: [], mentioned: [], outcome: null, time: { minutes: null, proposed: false, travel: null }, operators: null, co_authors: ['o2'],
  },
  segments: [], rectifications: [], annulment: null, confirmed: [], actions: [], files: 1, several: false,
  may: { attach: false, rectify: false, annul: false, classify: false, confirm: true },
}

function show(entry: EntryView) {
  const sent: [string, unknown][] = []
  setTransport({
    send: async (_window, name, input) => {
      // The files of its case are asked for beside it.
      if (!name.startsWith('files.')) sent.push([name, input])
      return { value: {}, changed: [] }
    },
    listen: () => () => undefined,
    show: vi.fn(),
  })
  render(
    <QueryClientProvider client={queries}>
      <EntryCard entry={entry} names={NAMES} />
    </QueryClientProvider>,
  )
  return sent
}

afterEach(() => setTransport(null))

describe('a note with a co-author', () => {
  it('asks her, and only her, to confirm it', async () => {
    const sent = show(ENTRY)
    expect(screen.getByText(/Riva Paola \(da confermare\)/)).toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: 'Confermo' }))
    await waitFor(() => expect(sent).toEqual([['diary.confirm', { entry: 'e1' }]]))
  })

  it('says when she confirmed', () => {
    show({ ...ENTRY, confirmed: [{ author: 'o2', signed_at: '2026-04-04T08:30:00.000Z' }], may: { ...ENTRY.may, confirm: false } })
    expect(screen.getByText(/Riva Paola \(confermata 04\/04\/2026/)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Confermo' })).toBeNull()
  })
})

describe('a note about a class', () => {
  it('says which', () => {
    show({ ...ENTRY, case: null, collective: { type: 'class', school: 's1', class: 'k1' } })
    expect(screen.getByText('3B, Primaria Mazzini')).toBeInTheDocument()
  })
})
