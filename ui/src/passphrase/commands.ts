// What choosing a passphrase asks of Rust, from either window; a window can only call its own commands.
import { archiveCheckPassphrase, archiveSuggestPassphrase, sessionCheckPassphrase, sessionSuggestPassphrase } from '../bindings'
import type { WindowName } from '../platform'
import type { PassphraseAsks } from './usePassphrase'

/** The offer and the judgement, bound to a window and to words that may not make up the phrase, such as her name. */
export function passphraseAsks(window: WindowName, personal: string[]): PassphraseAsks {
  if (window === 'lock') return { suggest: archiveSuggestPassphrase, check: (passphrase) => archiveCheckPassphrase({ passphrase, personal }) }
  return { suggest: sessionSuggestPassphrase, check: (passphrase) => sessionCheckPassphrase({ passphrase, personal }) }
}
