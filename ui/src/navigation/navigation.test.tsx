import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ComboBox, DateField, TextField } from '../components'
import { call, setTransport } from '../platform'
import { queries, useAnswer } from './asking'
import { QueryClientProvider } from '@tanstack/react-query'
import { canGoBack, currentEntry, goBack, navigate, resetRouter } from './router'
import { allowSingleKeys, startShortcuts, useShortcut } from './shortcuts'
import { clearViewState, readViewState, useDialogState, useViewState, writeViewState } from './view-state'

beforeEach(resetRouter)
afterEach(() => {
  setTransport(null)
  queries.clear()
})

describe('the router', () => {
  it('goes, comes back, and never touches the address', () => {
    const address = location.href
    const length = history.length
    navigate('person', { person_id: '1' })
    navigate('person', { person_id: '1' })
    navigate('case', { case_id: '2' }, { replace: true })
    expect(currentEntry()).toMatchObject({ name: 'case', params: { case_id: '2' } })
    goBack()
    expect(currentEntry().name).toBe('today')
    expect(canGoBack()).toBe(false)
    expect([location.href, history.length]).toEqual([address, length])
  })
})

function Form() {
  const [surname, setSurname] = useViewState('surname', '')
  return <input aria-label="Cognome" data-focus-name="surname" value={surname} onChange={(event) => setSurname(event.target.value)} />
}

function Asked() {
  const [reason, setReason] = useDialogState('reason', '')
  const [everywhere, setEverywhere] = useDialogState('everywhere', true)
  return (
    <>
      <input aria-label="Motivo" value={reason} onChange={(event) => setReason(event.target.value)} />
      <input aria-label="Ovunque" type="checkbox" checked={everywhere} onChange={(event) => setEverywhere(event.target.checked)} />
    </>
  )
}

function Opener() {
  const [open, setOpen] = useDialogState('dialog', false)
  return (
    <>
      <button onClick={() => setOpen(!open)}>Apri</button>
      {open && <Asked />}
    </>
  )
}

describe('the state of a dialog', () => {
  it('comes back after a lock, open and with what was typed and unticked; closing forgets it', async () => {
    navigate('case', { case_id: '1' })
    const { unmount } = render(<Opener />)
    await userEvent.click(screen.getByText('Apri'))
    await userEvent.type(screen.getByLabelText('Motivo'), 'Il PM ha chiesto altri atti')
    await userEvent.click(screen.getByLabelText('Ovunque'))
    const kept = writeViewState()
    unmount()
    resetRouter()
    readViewState(kept)
    render(<Opener />)
    expect(screen.getByLabelText<HTMLInputElement>('Motivo').value).toBe('Il PM ha chiesto altri atti')
    expect(screen.getByLabelText<HTMLInputElement>('Ovunque').checked).toBe(false)
    await userEvent.click(screen.getByText('Apri'))
    expect([...currentEntry().view.keys()]).toEqual([])
    await userEvent.click(screen.getByText('Apri'))
    expect(screen.getByLabelText<HTMLInputElement>('Motivo').value).toBe('')
  })
})

describe('the view state', () => {
  it('brings back page, unsaved text and cursor after a lock', async () => {
    navigate('person.new')
    render(<Form />)
    await userEvent.type(screen.getByLabelText('Cognome'), 'Colombo')
    screen.getByLabelText<HTMLInputElement>('Cognome').setSelectionRange(3, 3)
    const kept = writeViewState()
    resetRouter()
    const resume = readViewState(kept)
    expect(currentEntry().name).toBe('person.new')
    expect(currentEntry().view.get('surname')).toBe('Colombo')
    expect(resume?.cursor).toEqual({ name: 'surname', start: 3, end: 3 })
  })
  it('stays under the limit by forgetting older pages first', () => {
    for (let i = 0; i < 5; i += 1) {
      navigate('page', { n: String(i) })
      currentEntry().view.set('text', 'à'.repeat(3000))
    }
    const kept = writeViewState()
    expect(new TextEncoder().encode(kept).length).toBeLessThanOrEqual(16 * 1024)
    readViewState(kept)
    expect(currentEntry().view.get('text')).toBe('à'.repeat(3000))
  })
  it('is forgotten once a form was saved', () => {
    navigate('person.new')
    currentEntry().view.set('surname', 'x')
    clearViewState()
    expect(writeViewState()).not.toContain('surname')
  })
  it('survives text that it cannot read', () => {
    expect(readViewState('{"version":99}')).toBeNull()
    expect(readViewState('nonsense')).toBeNull()
    expect(readViewState('{"version":1,"pages":[3,{"name":"x"}]}')).toEqual({ cursor: null, scroll: 0 })
    expect(currentEntry().name).toBe('today')
  })
})

function Keyed({ keys, run }: { keys: string; run: () => void }) {
  useShortcut(keys, 'prova', run)
  return <input aria-label="Testo" />
}

describe('shortcuts', () => {
  it('run from inside a field, but single keys do not', async () => {
    const stop = startShortcuts()
    const [find, help] = [vi.fn(), vi.fn()]
    render(
      <>
        <Keyed keys="Ctrl+K" run={find} />
        <Keyed keys="?" run={help} />
      </>,
    )
    const [field] = screen.getAllByLabelText('Testo')
    if (field) await userEvent.click(field)
    await userEvent.keyboard('{Control>}k{/Control}?')
    expect(find).toHaveBeenCalledTimes(1)
    expect(help).not.toHaveBeenCalled()
    await userEvent.click(document.body)
    await userEvent.keyboard('?')
    expect(help).toHaveBeenCalledTimes(1)
    allowSingleKeys(false)
    await userEvent.keyboard('?')
    expect(help).toHaveBeenCalledTimes(1)
    allowSingleKeys(true)
    stop()
  })
})

describe('shortcuts and the kit', () => {
  it('reach the window from fields that keep keys to themselves', async () => {
    const stop = startShortcuts()
    const find = vi.fn()
    render(
      <>
        <Keyed keys="Ctrl+K" run={find} />
        <TextField name="t" label="Cognome" value="" onChange={() => undefined} onKeyDown={() => undefined} />
        <ComboBox name="c" label="Comune" value={null} onChange={() => undefined} load={() => Promise.resolve([])} />
        <DateField name="d" label="Data" value={null} onChange={() => undefined} />
      </>,
    )
    for (const label of ['Cognome', 'Comune', 'Data']) {
      await userEvent.click(screen.getByLabelText(label, { selector: 'input' }))
      await userEvent.keyboard('{Control>}k{/Control}')
    }
    expect(find).toHaveBeenCalledTimes(3)
    stop()
  })
})

function Person() {
  const { data } = useAnswer({ key: ['person.get', '1'], ask: () => call<string>('main', 'person.get', { id: '1' }), kinds: ['person'] })
  return <p>{data}</p>
}

describe('questions', () => {
  it('are asked again when a command changed what they show, and only then', async () => {
    let asked = 0
    setTransport({
      send: (_window, name) => {
        if (name === 'person.get') return Promise.resolve({ value: `risposta ${(asked += 1)}`, changed: [] })
        return Promise.resolve({ value: null, changed: [name === 'person.edit' ? 'person' : 'case_file'] })
      },
      listen: () => () => undefined,
      show: () => undefined,
    })
    render(
      <QueryClientProvider client={queries}>
        <Person />
      </QueryClientProvider>,
    )
    await screen.findByText('risposta 1')
    await call('main', 'case.edit', {})
    await call('main', 'person.edit', {})
    await screen.findByText('risposta 2')
    expect(asked).toBe(2)
  })
})
