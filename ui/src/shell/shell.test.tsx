import { act, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { queries, useBeforeLeaving, useViewState, type RouteDef } from '../navigation'
import { routes } from '../navigation/registry'
import { navigate, resetRouter } from '../navigation/router'
import { setTransport, type ShellEvents } from '../platform'
import { Start } from './Start'

let events: ShellEvents | null = null
let asked: [string, unknown][] = []

function answer(view: string | null) {
  asked = []
  const answers: Record<string, unknown> = {
    'session.info': { operator: 'o1', operator_name: 'Elena Bianchi', qualifica: null, now: '2026-04-03T08:00:00.000Z', today: '2026-04-03', idle_minutes: 7, view, may: { schools: true, write_schools: true, write_staff: true, activities: true, write_activities: true, import: true } },
    'session.settings': { idle_minutes: 7, theme: 'dark', late_after_days: null, hints_read: [] },
  }
  setTransport({
    send: async (window, name, input) => {
      expect(window).toBe('main')
      asked.push([name, input])
      if (name === 'shell.lock') events?.leaving()
      return { value: answers[name] ?? {}, changed: [] }
    },
    listen: (own) => {
      events = own
      return () => {
        events = null
      }
    },
    show: () => undefined,
  })
}

let stored: string[] = []

function Note() {
  const [text, setText] = useViewState('text', '')
  useBeforeLeaving(async () => void stored.push(text))
  return (
    <>
      <h1 id="page-title" tabIndex={-1}>
        Nota
      </h1>
      <textarea aria-label="Testo" data-focus-name="note.text" value={text} onChange={(event) => setText(event.target.value)} />
    </>
  )
}

const PROBE: RouteDef = { name: 'probe', rail: 'people', title: () => 'Nota', Screen: Note }

/** Stands in for the day's first page, which asks the archive for much. */
const HOME: RouteDef = { name: 'today', rail: 'today', title: () => 'Oggi', Screen: () => <h1 id="page-title">Oggi</h1> }

const table = routes as Map<string, RouteDef>
const home = routes.get('today')

beforeEach(() => {
  resetRouter()
  table.set('today', HOME)
  queries.clear()
  stored = []
  table.set('probe', PROBE)
})
afterEach(() => {
  setTransport(null)
  table.delete('probe')
  if (home) table.set('today', home)
})

const names = () => asked.map(([name]) => name)

describe('the window', () => {
  it('starts with her name, her looks and her minutes', async () => {
    answer(null)
    render(<Start />)
    expect(await screen.findByText('Elena Bianchi')).toBeInTheDocument()
    expect(document.documentElement.dataset['theme']).toBe('dark')
    expect(asked).toContainEqual(['shell.idle', { minutes: 7 }])
  })

  it('moves the focus to the title of a new page and marks its place', async () => {
    answer(null)
    render(<Start />)
    await screen.findByText('Elena Bianchi')
    act(() => navigate('probe'))
    expect(screen.getByRole('heading', { name: 'Nota' })).toHaveFocus()
    expect(document.title).toBe('Nota – Cartella')
    const rail = screen.getByRole('navigation', { name: 'Sezioni' })
    expect(within(rail).getByRole('button', { name: 'Persone' })).toHaveAttribute('aria-current', 'page')
  })

  it('saves the open draft and where she is before it lets the archive close, and comes back there', async () => {
    answer(null)
    const first = render(<Start />)
    await screen.findByText('Elena Bianchi')
    act(() => navigate('probe'))
    await userEvent.type(screen.getByLabelText('Testo'), 'la madre riferisce')
    await userEvent.keyboard('{ArrowLeft}{Control>}l{/Control}')
    await screen.findByText('Salvo e blocco…')
    await act(async () => undefined)
    expect(stored).toEqual(['la madre riferisce'])
    const order = names()
    expect(order.indexOf('session.keep_view')).toBeLessThan(order.indexOf('shell.saved'))
    expect(order.indexOf('shell.lock')).toBeLessThan(order.indexOf('session.keep_view'))
    const kept = (asked.find(([name]) => name === 'session.keep_view')?.[1] as { view: string }).view
    first.unmount()

    resetRouter()
    queries.clear()
    answer(kept)
    render(<Start />)
    const text = await screen.findByLabelText<HTMLTextAreaElement>('Testo')
    expect(text).toHaveValue('la madre riferisce')
    expect(text).toHaveFocus()
    expect(text.selectionStart).toBe('la madre riferisc'.length)
  })

  it('asks before the lock on idle; a stray movement does not answer, a button does', async () => {
    answer(null)
    render(<Start />)
    await screen.findByText('Elena Bianchi')
    act(() => events?.notice(30))
    const notice = await screen.findByRole('alertdialog', { name: 'Sei ancora qui?' })
    expect(within(notice).getByText('Mancano 30 secondi')).toBeInTheDocument()
    asked = []
    document.dispatchEvent(new Event('pointermove'))
    expect(names()).not.toContain('shell.present')
    await userEvent.click(within(notice).getByRole('button', { name: 'Continua a lavorare' }))
    expect(names()).toContain('shell.present')
    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument()
  })
})
