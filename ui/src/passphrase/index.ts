// Choosing a passphrase, wherever one is chosen.
export { PassphraseChooser } from './PassphraseChooser'
export { passphraseAsks } from './commands'
export { tidy, usePassphrase, type Judgement, type PassphraseAsks, type PassphraseChoice } from './usePassphrase'
