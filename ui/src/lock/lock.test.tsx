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
      return { value: answers[name]?.(input as never), changed: [] }
    },
    listen: () => () => undefined,
    show,
  })
  render(<LockWindow />)
  return { asked, show }
}

afterEach(() => setTransport(null))

async function toPhrase() {
  await userEvent.type(await screen.findByLabelText(/^Nome/), 'Elena')
  await userEvent.type(screen.getByLabelText(/^Cognome/), 'Bianchi')
  await userEvent.click(screen.getByRole('button', { name: /Qualifica/ }))
  await userEvent.click(await screen.findByRole('option', { name: 'Assistente sociale' }))
  await userEvent.click(screen.getByRole('button', { name: 'Avanti' }))
}

async function toRecovery() {
  await toPhrase()
  await userEvent.click(await screen.findByRole('button', { name: 'L’ho scritta' }))
  await userEvent.type(screen.getByLabelText(/^Riscrivi la frase/), `${PHRASE}{Enter}`)
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
    await userEvent.type(screen.getByLabelText(/^Riscrivi la frase/), 'lampada{Enter}')
    expect(screen.getByText('Errore: non è uguale alla frase mostrata.')).toBeInTheDocument()
    await userEvent.clear(screen.getByLabelText(/^Riscrivi la frase/))
    await userEvent.type(screen.getByLabelText(/^Riscrivi la frase/), ` ${PHRASE.replace(' ', '  ')}{Enter}`)
    const key = `age1${'q'.repeat(58)}`
    await userEvent.type(await screen.findByLabelText(/^Chiave pubblica/), key)
    await userEvent.click(screen.getByRole('button', { name: 'Crea l’archivio' }))
    expect(asked.find(([name]) => name === 'archive.create')?.[1]).toEqual({
      initials: 'EB',
      card_name: '',
      operator: { surname: 'Bianchi', name: 'Elena', qualifica: 'ASSISTENTE_SOCIALE', further_roles: [] },
      passphrase: PHRASE,
      recovery_recipient: key,
    })
    expect(show).toHaveBeenCalledWith('main')
  })

  it('lets her go without the office key only when she ticks what is lost', async () => {
    const { asked } = door(answers)
    await toRecovery()
    await userEvent.click(await screen.findByLabelText('Vado avanti senza'))
    await userEvent.click(screen.getByRole('button', { name: 'Crea l’archivio' }))
    expect(asked.some(([name]) => name === 'archive.create')).toBe(false)
    await userEvent.click(screen.getByLabelText(/se dimentico la frase i dati sono persi/))
    await userEvent.click(screen.getByRole('button', { name: 'Crea l’archivio' }))
    expect(asked.find(([name]) => name === 'archive.create')?.[1]).toMatchObject({ recovery_recipient: null })
  })

  it('refuses a weak phrase of her own, with the reason', async () => {
    const { asked } = door({ ...answers, 'archive.check_passphrase': () => ({ accepted: false, strength: 0, reason: 'personal' }) })
    await toPhrase()
    await userEvent.click(await screen.findByLabelText(/La scrivo io/))
    await userEvent.type(screen.getByLabelText(/^Frase di accesso/), 'elena bianchi')
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
  const list = { 'archive.list': () => [{ id: 'a1', initials: 'EB', name: '' }] }

  it('asks its phrase at once, and opens', async () => {
    const { asked, show } = door({ ...list, 'archive.unlock': () => ({}) })
    await userEvent.type(await screen.findByLabelText('Frase di accesso'), 'giusta{Enter}')
    expect(asked.at(-1)).toEqual(['archive.unlock', { archive: 'a1', passphrase: 'giusta' }])
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
      throw { kind: 'busy', code: 'wait', params: { seconds: 120 }, retryable: true, trace: null }
    }
    const { asked } = door({ ...list, 'archive.unlock': refuse })
    await userEvent.type(await screen.findByLabelText('Frase di accesso'), 'x{Enter}')
    expect(await screen.findByText(/ancora 1(20|19) secondi/)).toBeInTheDocument()
    const before = asked.length
    await userEvent.type(screen.getByLabelText('Frase di accesso'), 'y{Enter}')
    expect(asked.length).toBe(before)
  })
})
