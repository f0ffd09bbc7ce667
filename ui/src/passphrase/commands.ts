// What choosing a passphrase asks of Rust, from either window.
import { call, type WindowName } from '../platform'
import type { Judgement } from './usePassphrase'

// A window can only call its own commands.
const concept = (window: WindowName) => (window === 'lock' ? 'archive' : 'session')

export const suggestPassphrase = (window: WindowName) => call<{ passphrase: string }>(window, `${concept(window)}.suggest_passphrase`, {})

/** `personal`: words that may not make it up, such as her own name. */
export const checkPassphrase = (window: WindowName, input: { passphrase: string; personal: readonly string[] }) =>
  call<Judgement>(window, `${concept(window)}.check_passphrase`, input)

/** Both questions, bound to a window and to what may not be in the phrase. */
export const passphraseAsks = (window: WindowName, personal: readonly string[]) => ({
  suggest: () => suggestPassphrase(window),
  check: (passphrase: string) => checkPassphrase(window, { passphrase, personal }),
})
