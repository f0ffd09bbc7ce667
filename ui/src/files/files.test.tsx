import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { FilesOf, FileView } from '../bindings'
import { queries } from '../navigation'
import { currentEntry, resetRouter } from '../navigation/router'
import { setTransport } from '../platform'
import { FileList, ORDER } from '.'

const ON = { kind: ORDER, id: 'p1' }
const FILE: FileView = {
  id: 'f1', on: ON, name: 'Decreto 812.pdf', title: null, media: 'pdf', size: 2_400_000, purpose: 'document', dated: '2026-02-20', reason: null, by: 'o1', at: '2026-03-02T09:00:00.000Z',
  removed: null, here: 'here', may_remove: true,
}

function show(files: FileView[], writes = true) {
  const answer: FilesOf = { files, writable: [], names: { o1: { name: 'Bianchi Elena', service: null } } }
  const sent: [string, unknown][] = []
  setTransport({
    send: async (_window, name, input) => {
      sent.push([name, input])
      return { value: name === 'files.of_case' ? answer : {}, changed: [] }
    },
    listen: () => () => undefined,
    show: vi.fn(),
  })
  render(
    <QueryClientProvider client={queries}>
      <FileList on={ON} caseId="c1" writes={writes} />
    </QueryClientProvider>,
  )
  return sent
}

afterEach(() => {
  setTransport(null)
  queries.clear()
  resetRouter()
})

describe('the files of a record', () => {
  it('say what they are, who attached them, and open inside the window', async () => {
    show([FILE, { ...FILE, id: 'f2', on: { kind: ORDER, id: 'another' } }])
    expect((await screen.findAllByRole('listitem')).length).toBe(1)
    expect(screen.getByText(/PDF, 2,3 MB/).textContent).toContain('allegato da Bianchi Elena')
    await userEvent.click(screen.getByRole('button', { name: 'Apri Decreto 812.pdf' }))
    expect(currentEntry()).toMatchObject({ name: 'file', params: { file_id: 'f1' } })
  })

  it('that are not on this computer say so and do not open', async () => {
    show([{ ...FILE, here: 'elsewhere' }])
    await screen.findByText('Il file non è ancora su questo computer')
    expect(screen.queryByRole('button', { name: /^Apri/ })).toBeNull()
  })

  it('that were taken off keep their trace and not their name', async () => {
    show([{ ...FILE, name: null, removed: { by: 'o1', at: '2026-03-03T09:00:00.000Z', reason: 'Fascicolo sbagliato' }, may_remove: false }])
    expect((await screen.findByText(/Tolto da Bianchi Elena/)).textContent).toContain('Fascicolo sbagliato')
    expect(screen.queryByText('Decreto 812.pdf')).toBeNull()
    expect(screen.queryByRole('button', { name: /^Apri/ })).toBeNull()
  })

  it('are taken off with a reason only', async () => {
    const sent = show([FILE])
    await userEvent.click(await screen.findByRole('button', { name: 'Togli Decreto 812.pdf' }))
    const off = screen.getByRole('button', { name: 'Togli' })
    expect(off).toBeDisabled()
    await userEvent.type(screen.getByLabelText(/^Perché/), 'Doppio')
    await userEvent.click(off)
    expect(sent.at(-1)).toEqual(['files.remove', { id: 'f1', reason: 'Doppio' }])
  })

  it('take no room where there are none and none can be attached', async () => {
    const sent = show([], false)
    await vi.waitFor(() => expect(sent.length).toBe(1))
    expect(document.body.textContent).toBe('')
  })
})
