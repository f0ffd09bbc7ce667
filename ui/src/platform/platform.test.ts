import { afterEach, describe, expect, it } from 'vitest'
import { call, describeError, fieldOf, setTransport, toIpcError } from '.'

const failing = (thrown: unknown) => setTransport({ send: () => Promise.reject(thrown), listen: () => () => undefined, show: () => undefined })
afterEach(() => setTransport(null))

describe('errors of a command', () => {
  it('become an Italian sentence, with the trace of a fault', async () => {
    failing({ kind: 'storage', code: 'storage_failed', params: {}, retryable: true, trace: '0badc0de' })
    const thrown: unknown = await call('main', 'x', {}).catch((error: unknown) => error)
    expect(describeError(thrown)).toMatch(/^Il file dell’archivio.*\(rif\. 0badc0de\)$/)
  })
  it('fall back on their kind when the code has no text', () => {
    expect(describeError(toIpcError({ kind: 'busy', code: 'never_heard_of', params: {}, retryable: true, trace: null }))).toBe('L’archivio è occupato. Riprova tra un momento.')
  })
  it('say which field they speak of', async () => {
    failing({ kind: 'invalid', code: 'bad_input', params: { field: 'surname' }, retryable: false, trace: null })
    const thrown: unknown = await call('main', 'x', {}).catch((error: unknown) => error)
    expect(fieldOf(thrown)).toBe('surname')
  })
  it('are calm also when nothing answers', async () => {
    failing(new TypeError('Failed to fetch'))
    const thrown: unknown = await call('main', 'x', {}).catch((error: unknown) => error)
    expect(describeError(thrown)).toContain('Il programma non risponde')
    expect(describeError(thrown)).not.toContain('fetch')
  })
})
