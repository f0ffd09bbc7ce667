import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { setTransport } from '../platform'
import { LockWindow } from './LockWindow'

const PHRASE = 'lampada ruscello ottobre violino cantina'

type Answers = Record<string, (input: never) => unknown>

function door(answers: Answers) {
  const asked: [string, unknown][] = []
  const show = vi.fn()
  setTransport({
    send: async (window, name, input) => {
      expect(window).toBe('lock')
      asked.push([name, input])
      return { value: await answers[name]?.(input as never), changed: [] }
    },
    listen: () => () => undefined,
    show,
  })
  render(<LockWindow />)
  return { asked, show }
}

afterEach(() => setTransport(null))

/** Whole words at once: letter by letter is slow and proves nothing here. */
async function fill(label: RegExp, text: string, key = '') {
  await userEvent.click(await screen.findByLabelText(label))
  await userEvent.paste(text)
  if (key) await userEvent.keyboard(key)
}

async function toPhrase() {
  await fill(/^Nome/, 'Elena')
  await fill(/^Cognome/, 'Bianchi')
  await userEvent.click(screen.getByRole('button', { name: /Qualifica/ }))
  await userEvent.click(await screen.findByRole('option', { name: 'Assistente sociale' }))
  await userEvent.click(screen.getByRole('button', { name: 'Avanti' }))
}

async function toRecovery() {
  await toPhrase()
  await userEvent.click(await screen.findByRole('button', { name: 'L’ho scritta' }))
  await fill(/^Riscrivi la frase/, PHRASE, '{Enter}')
}

describe('a computer without archives', () => {
  const answers: Answers = { 'archive.list': () => [], 'archive.suggest_passphrase': () => ({ passphrase: PHRASE }), 'archive.create': () => ({}) }

  it('makes one in three steps, the phrase shown once and retyped', async () => {
    const { asked, show } = door(answers)
    await toPhrase()
    const words = await screen.findByRole('list', { name: 'La tua frase di accesso' })
    expect(within(words).getAllByRole('listitem').map((word) => word.textContent)).toEqual(PHRASE.split(' '))
    await userEvent.click(screen.getByRole('button', { name: 'L’ho scritta' }))
    expect(screen.queryByText('ruscello')).not.toBeInTheDocument()
    await fill(/^Riscrivi la frase/, 'lampada', '{Enter}')
    expect(screen.getByText('Errore: non è uguale alla frase mostrata.')).toBeInTheDocument()
    await userEvent.clear(screen.getByLabelText(/^Riscrivi la frase/))
    await fill(/^Riscrivi la frase/, ` ${PHRASE.replace(' ', '  ')}`, '{Enter}')
    const key = `age1${'q'.repeat(58)}`
    await fill(/^Chiave pubblica/, key)
    await userEvent.click(screen.getByRole('button', { name: 'Crea l’archivio' }))
    expect(asked.find(([name]) => name === 'archive.create')?.[1]).toEqual({
      surname: 'Bianchi',
      name: 'Elena',
      qualifica: 'ASSISTENTE_SOCIALE',
      services: [],
      passphrase: PHRASE,
      office_key: key,
      no_recovery_understood: false,
    })
    expect(show).toHaveBeenCalledWith('main')
  })

  it('has no field to retype before there are words: it would take the focus and go away with it', async () => {
    let make: (found: { passphrase: string }) => void = () => undefined
    door({ ...answers, 'archive.suggest_passphrase': () => new Promise<{ passphrase: string }>((found) => (make = found)) })
    await toPhrase()
    await screen.findByLabelText(/La scrivo io/)
    expect(screen.queryByLabelText(/^Riscrivi la frase/)).toBeNull()
    expect(screen.queryByRole('button', { name: 'Avanti' })).toBeNull()
    const before = document.activeElement
    make({ passphrase: PHRASE })
    await screen.findByRole('button', { name: 'L’ho scritta' })
    expect(before).toHaveFocus()
  })

  it('lets her go without the office key only when she ticks what is lost', async () => {
    const { asked } = door(answers)
    await toRecovery()
    await userEvent.click(await screen.findByLabelText('Vado avanti senza'))
    await userEvent.click(screen.getByRole('button', { name: 'Crea l’archivio' }))
    expect(asked.some(([name]) => name === 'archive.create')).toBe(false)
    await userEvent.click(screen.getByLabelText(/se dimentico la frase i dati sono persi/))
    await userEvent.click(screen.getByRole('button', { name: 'Crea l’archivio' }))
    expect(asked.find(([name]) => name === 'archive.create')?.[1]).toMatchObject({ office_key: null, no_recovery_understood: true })
  })

  it('refuses a weak phrase of her own, with the reason', async () => {
    const { asked } = door({ ...answers, 'archive.check_passphrase': () => ({ accepted: false, strength: 0, reason: 'personal' }) })
    await toPhrase()
    await userEvent.click(await screen.findByLabelText(/La scrivo io/))
    await fill(/^Frase di accesso/, 'elena bianchi')
    expect(await screen.findByText('Errore: contiene il tuo nome o altro che ti riguarda.')).toBeInTheDocument()
    expect(asked.find(([name]) => name === 'archive.check_passphrase')?.[1]).toMatchObject({ personal: ['Bianchi', 'Elena'] })
    await userEvent.click(screen.getByRole('button', { name: 'Avanti' }))
    expect(screen.getByLabelText(/^Frase di accesso/)).toHaveFocus()
  })

  it('says what is missing and goes there', async () => {
    door(answers)
    await userEvent.click(await screen.findByRole('button', { name: 'Avanti' }))
    expect(screen.getByRole('alert')).toHaveFocus()
    await userEvent.click(screen.getByRole('link', { name: 'Scegli la qualifica.' }))
    expect(screen.getByRole('button', { name: /Qualifica/ })).toHaveFocus()
  })
})

describe('a computer with one archive', () => {
  const list = { 'archive.list': () => [{ id: 'a1', initials: 'EB', name: 'Elena Bianchi', office_recovery: true }] }

  it('asks its phrase at once, and opens', async () => {
    const { asked, show } = door({ ...list, 'archive.unlock': () => ({}) })
    await userEvent.type(await screen.findByLabelText('Frase di accesso'), 'giusta{Enter}')
    expect(asked.at(-1)).toEqual(['archive.unlock', { id: 'a1', passphrase: 'giusta' }])
    expect(show).toHaveBeenCalledWith('main')
  })
  it('says calmly that the phrase is wrong, and empties the field', async () => {
    const refuse = () => {
      throw { kind: 'wrong_key', code: 'wrong_passphrase', params: {}, retryable: false, trace: null }
    }
    door({ ...list, 'archive.unlock': refuse })
    await userEvent.type(await screen.findByLabelText('Frase di accesso'), 'sbagliata{Enter}')
    expect(await screen.findByText(/^Errore: La frase non è giusta/)).toBeInTheDocument()
    expect(screen.getByLabelText('Frase di accesso')).toHaveValue('')
    expect(screen.getByLabelText('Frase di accesso')).toHaveFocus()
  })
  it('counts the wait and does not ask meanwhile', async () => {
    const refuse = () => {
      throw { kind: 'busy', code: 'unlock_wait', params: { seconds: 120 }, retryable: true, trace: null }
    }
    const { asked } = door({ ...list, 'archive.unlock': refuse })
    await userEvent.type(await screen.findByLabelText('Frase di accesso'), 'x{Enter}')
    expect(await screen.findByText(/ancora 1(20|19) secondi/)).toBeInTheDocument()
    const before = asked.length
    await userEvent.type(screen.getByLabelText('Frase di accesso'), 'y{Enter}')
    expect(asked.length).toBe(before)
  })
})

describe('an archive that does not open', () => {
  const list = { 'archive.list': () => [{ id: 'a1', initials: 'EB', name: 'Elena Bianchi', office_recovery: true }] }
  const refuse = (code: string, kind: string) => () => {
    throw { kind, code, params: {}, retryable: false, trace: null }
  }

  it.each([
    ['archive_damaged', 'storage', /è danneggiato/],
    ['archive_not_encrypted', 'storage', /non è cifrato/],
    ['archive_foreign', 'storage', /altro programma/],
    ['archive_newer', 'out_of_date', /più nuova/],
    ['archive_missing', 'not_found', /non c’è più/],
    ['slots_damaged', 'storage', /file delle chiavi è danneggiato/],
  ])('has its own sentence: %s', async (code, kind, sentence) => {
    door({ ...list, 'archive.unlock': refuse(code, kind) })
    await userEvent.type(await screen.findByLabelText('Frase di accesso'), 'x{Enter}')
    expect(await screen.findByRole('alert')).toHaveTextContent(sentence)
  })

  it('goes back to a copy', async () => {
    const { asked, show } = door({
      ...list,
      'archive.unlock': refuse('archive_damaged', 'storage'),
      'archive.copies': () => [{ taken: '2026-04-03T10:15:00.000Z', bytes: 18_350_080 }, { taken: '2026-04-02T10:12:00.000Z', bytes: 18_153_472 }],
      'archive.restore': () => ({ failures_before: 0 }),
    })
    await userEvent.type(await screen.findByLabelText('Frase di accesso'), 'x{Enter}')
    await userEvent.click(within(await screen.findByRole('alert')).getByRole('button', { name: 'Ripristina una copia' }))
    await userEvent.click(await screen.findByLabelText(/02\/04\/2026, 12:12/))
    await userEvent.type(screen.getByLabelText(/^Frase di accesso/), 'giusta{Enter}')
    expect(asked.at(-1)).toEqual(['archive.restore', { id: 'a1', taken: '2026-04-02T10:12:00.000Z', passphrase: 'giusta' }])
    expect(show).toHaveBeenCalledWith('main')
  })
})
