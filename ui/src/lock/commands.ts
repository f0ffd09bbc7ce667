// The commands of the archive's door.
import { call } from '../platform'

export interface ArchiveCard {
  id: string
  /** What its owner chose to show on this page: initials, and a name that may be empty. */
  initials: string
  name: string
}

export interface PassphraseCheck {
  accepted: boolean
  /** 0 to 4. */
  strength: number
  /** Why it is refused, as a code. */
  reason: string | null
}

export interface NewOperator {
  surname: string
  name: string
  qualifica: string
  further_roles: readonly string[]
}

export interface CreateArchive {
  initials: string
  /** Shown beside the initials; empty to show none. */
  card_name: string
  operator: NewOperator
  passphrase: string
  /** The office's public recovery key; none when she took the risk herself. */
  recovery_recipient: string | null
}

export const listArchives = () => call<ArchiveCard[]>('lock', 'archive.list', {})
export const suggestPassphrase = () => call<{ passphrase: string }>('lock', 'archive.suggest_passphrase', {})
export const checkPassphrase = (input: { passphrase: string; personal: readonly string[] }) => call<PassphraseCheck>('lock', 'archive.check_passphrase', input)
export const createArchive = (input: CreateArchive) => call<unknown>('lock', 'archive.create', input)
export const unlockArchive = (input: { archive: string; passphrase: string }) => call<unknown>('lock', 'archive.unlock', input)
export const recoverArchive = (input: { archive: string; office_key: string; new_passphrase: string }) => call<unknown>('lock', 'archive.recover', input)
