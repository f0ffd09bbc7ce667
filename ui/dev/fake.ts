// Answers from memory with invented people, to look at screens while designing. Not shipped: only dev/ imports it.
import { setTransport, type ShellEvents } from '../src/platform'

const marked = (text: string, typed: string) => {
  const at = text.toLowerCase().indexOf(typed.toLowerCase())
  if (at < 0 || typed === '') return [{ text, hit: false }]
  return [text.slice(0, at), text.slice(at, at + typed.length), text.slice(at + typed.length)].map((piece, i) => ({ text: piece, hit: i === 1 }))
}

function found(typed: string) {
  const people = ['Colombo Luca', 'Colombo Sara', 'Ferrari Giulia'].filter((name) => name.toLowerCase().includes(typed.toLowerCase()))
  return {
    people: people.map((name, i) => ({ id: `p${i}`, name, birth: `201${i}-05-07`, phone: null, pieces: marked(name, typed) })),
    cases: people.slice(0, 1).map((name) => ({ id: 'c1', person: 'p0', name, service: 'TM', state: 'in_carico', last_contact: '2026-03-12' })),
    diary: people.slice(0, 1).map((name) => ({
      id: 'e1', case: 'c1', name, on: '2026-03-12', kind: 'VISITA_DOMICILIARE', author: 'o1', reserved: false,
      pieces: marked('…il signor Colombo riferisce che da due settimane Luca non va a scuola…', typed),
    })),
  }
}

const OFFERED = { passphrase: 'lampada ruscello ottobre violino cantina' }
const COPIES = [
  { taken: '2026-04-03T10:15:00.000Z', bytes: 18_350_080 },
  { taken: '2026-04-02T10:12:00.000Z', bytes: 18_153_472 },
]

let events: ShellEvents | null = null
const answers: Record<string, (input: Record<string, unknown>) => unknown> = {
  'session.info': () => ({ operator: 'o1', operator_name: 'Elena Bianchi', now: new Date().toISOString(), today: '2026-04-03', idle_minutes: 5, view: null, may: { schools: true, write_schools: true, write_staff: true, activities: true, write_activities: true, import: true } }),
  'session.settings': () => ({ idle_minutes: 5, theme: null }),
  'session.change_settings': () => ({ idle_minutes: 5, theme: null }),
  'find.anything': ({ text }) => found(String(text)),
  'archive.backup_list': () => COPIES,
  'archive.copies': () => COPIES,
  'archive.backup': () => ({ copy: COPIES[0], rows: 41_230, removed: 0 }),
  'archive.list': () =>
    location.search.includes('vuoto')
      ? []
      : [
          { id: 'a1', initials: 'EB', name: 'Elena Bianchi', office_recovery: true },
          { id: 'a2', initials: 'GF', name: 'Giulia Ferrari', office_recovery: false },
        ],
  'archive.suggest_passphrase': () => OFFERED,
  'session.suggest_passphrase': () => OFFERED,
  'archive.check_passphrase': ({ passphrase }) => {
    const length = String(passphrase).length
    return { accepted: length > 20, strength: Math.min(4, Math.floor(length / 6)), reason: length > 20 ? null : 'too_short' }
  },
  'archive.unlock': ({ passphrase }) => {
    if (passphrase === 'attesa') throw { kind: 'busy', code: 'unlock_wait', params: { seconds: 8 }, retryable: true, trace: null }
    if (passphrase === 'rotto') throw { kind: 'storage', code: 'archive_damaged', params: {}, retryable: false, trace: null }
    if (passphrase !== 'giusta') throw { kind: 'wrong_key', code: 'wrong_passphrase', params: {}, retryable: false, trace: null }
    return {}
  },
  'archive.create': () => ({}),
  'shell.lock': () => events?.leaving(),
  'shell.test_notice': () => events?.notice(30),
}

export function answerFromMemory() {
  setTransport({
    send: async (_window, name, input) => {
      const answer = answers[name]
      if (!answer && !name.startsWith('shell.') && !name.startsWith('session.')) throw { kind: 'bug', code: 'unknown_command', params: {}, retryable: false, trace: null }
      return { value: answer?.(input as Record<string, unknown>) ?? {}, changed: [] }
    },
    listen: (own) => {
      events = own
      return () => {
        events = null
      }
    },
    show: () => undefined,
  })
  Object.assign(window, { showIdleNotice: () => events?.notice(30) })
}
