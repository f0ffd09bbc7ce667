// Generated from the list of commands: `cargo xtask bindings`. Not edited by hand.
import { call } from '../platform';

export type Access = { 
/**
 * Its number in the chain.
 */
seq: number, 
/**
 * When.
 */
at: Instant, 
/**
 * Who.
 */
operator: OperatorId, 
/**
 * Her name, if her card is here.
 */
name: string | null, 
/**
 * What she did: key of the Italian text.
 */
act: string | null, 
/**
 * How many, where the act counts.
 */
count: number, };
export type AccessPage = { 
/**
 * The accesses.
 */
accesses: Array<Access>, 
/**
 * Where the next page begins; none at the end.
 */
next: number, };
export type ArchiveCard = { 
/**
 * Its id.
 */
id: string, 
/**
 * Initials.
 */
initials: string, 
/**
 * Name, as its operator wrote it.
 */
name: string, 
/**
 * Whether the office can recover it.
 */
office_recovery: boolean, };
export type ArchiveId = { 
/**
 * Its id, from the list.
 */
id: string, };
export type BackupDone = { 
/**
 * The copy.
 */
copy: Copy, 
/**
 * Rows in all its tables.
 */
rows: number, 
/**
 * How many older ones went.
 */
removed: number, };
export type CaseHit = { 
/**
 * The case.
 */
id: CaseId, 
/**
 * Its person.
 */
person: PersonId, 
/**
 * The person's name.
 */
name: string, 
/**
 * The service.
 */
service: Service, 
/**
 * Where it stands.
 */
state: StateName | null, 
/**
 * The day of the last entry.
 */
last_contact: string | null, };
export type CaseId = string;
export type ChainCheck = { 
/**
 * Every event fits the one before it.
 */
whole: boolean, 
/**
 * How many events there are, or the first that does not fit.
 */
events: number, 
/**
 * Derived tables that do not follow from the log; none when all is well.
 */
differing: Array<string>, };
export type ChangePassphrase = { 
/**
 * The present one: who walked by an open window does not know it.
 */
present: string, 
/**
 * The new one.
 */
new: string, };
export type ChangeSettings = { 
/**
 * Minutes without a key before the archive locks, 1 to 15.
 */
idle_minutes?: number | null, 
/**
 * `light` or `dark`; an empty text follows the system.
 */
theme?: string | null, 
/**
 * A hint that she has put away.
 */
hint_read?: string | null, };
export type CheckPassphrase = { 
/**
 * The passphrase.
 */
passphrase: string, 
/**
 * Surname, name, comune: words that a passphrase must not lean on.
 */
personal: Array<string>, };
export type CivilDate = string;
export type Copy = { 
/**
 * When it was made: also its name.
 */
taken: Instant, 
/**
 * Size of its database in bytes.
 */
bytes: number, };
export type CreateArchive = { 
/**
 * The operator's surname.
 */
surname: string, 
/**
 * Her name.
 */
name: string, 
/**
 * What she signs as.
 */
qualifica: Role, 
/**
 * The services she works in; none means all.
 */
services: Array<Service>, 
/**
 * Her passphrase.
 */
passphrase: string, 
/**
 * Public key of the office (`age1…`) that can recover the archive.
 */
office_key?: string | null, 
/**
 * She has read that without the office's key a forgotten passphrase loses the data.
 */
no_recovery_understood: boolean, };
export type DiaryHit = { 
/**
 * The entry.
 */
id: EntryId, 
/**
 * Its case; none for groups, classes and schools, and while it waits to be placed.
 */
case: CaseId | null, 
/**
 * The person whose case it is.
 */
name: string | null, 
/**
 * The day of the event.
 */
on: CivilDate, 
/**
 * What sort of entry.
 */
kind: EntryKind | null, 
/**
 * Who wrote it.
 */
author: OperatorId, 
/**
 * The text around what was looked for; empty for a reserved text, which is shown when it is opened.
 */
pieces: Array<Piece>, 
/**
 * The words stand in a reserved part.
 */
reserved: boolean, };
export type Entered = { 
/**
 * Failed attempts since the last time it was opened: shown to its operator.
 */
failures_before: number, };
export type EntryId = string;
export type EntryKind = "COLLOQUIO" | "VISITA_DOMICILIARE" | "TELEFONATA" | "VIDEOCHIAMATA" | "EMAIL_PEC" | "EQUIPE" | "UVM" | "UVMD" | "GLO" | "RICOGNIZIONE_CONGIUNTA" | "RIUNIONE_DI_AREA" | "INCONTRO_RETE" | "OSSERVAZIONE" | "INCONTRO_SN" | "AZIONE_PREVENTIVA" | "ATTIVITA_INTERNA" | "NOTA_DI_PROCESSO" | "COMUNICAZIONE_AG";
export type ErrorAnswer = { 
/**
 * How the screen treats it.
 */
kind: ErrorKind, 
/**
 * Which text it has.
 */
code: ErrorCode, 
/**
 * Ids and numbers for the text.
 */
params: { [key in string]: Param }, 
/**
 * Whether the same act may succeed if tried again.
 */
retryable: boolean, 
/**
 * What to quote when reporting it; only for faults.
 */
trace: string | null, };
export type ErrorCode = "unknown_command" | "bad_input" | "locked" | "not_found" | "forbidden" | "changed_meanwhile" | "stopped" | "wrong_passphrase" | "wrong_office_key" | "not_an_office_key" | "no_office_recovery" | "recovery_undecided" | "passphrase_size" | "passphrase_weak" | "operator_unnamed" | "card_invalid" | "unlock_wait" | "slots_missing" | "slots_damaged" | "keys_failed" | "archive_missing" | "archive_already_there" | "archive_not_encrypted" | "archive_foreign" | "archive_wrong_key" | "archive_damaged" | "archive_log_damaged" | "archive_newer" | "archive_in_use" | "library_unfit" | "copy_missing" | "copy_not_good" | "disk_full" | "storage_failed" | "already_signed";
export type ErrorKind = "not_found" | "invalid" | "forbidden" | "conflict" | "precondition" | "locked" | "wrong_key" | "busy" | "out_of_date" | "storage" | "bug";
export type Find = { 
/**
 * What was typed.
 */
text: string, 
/**
 * The typing has come to rest, or a hit is being opened: the search goes into the audit.
 */
settled: boolean, 
/**
 * Hits of each sort at most; 8 when not said.
 */
limit?: number | null, };
export type Hits = { 
/**
 * People.
 */
people: Array<PersonHit>, 
/**
 * Cases of those people.
 */
cases: Array<CaseHit>, 
/**
 * Entries, the newest first.
 */
diary: Array<DiaryHit>, };
export type Instant = string;
export type Nothing = Record<symbol, never>;
export type OfCase = { 
/**
 * The case.
 */
case: CaseId, 
/**
 * Events before this one; the newest when not said.
 */
before: number, };
export type OperatorId = string;
export type Param = string | number;
export type PartialDate = string;
export type PassphraseVerdict = { 
/**
 * Whether it may be used.
 */
accepted: boolean, 
/**
 * 0 (nothing) to 4 (as good as five generated words).
 */
strength: number, 
/**
 * Why not: key of the Italian text.
 */
reason: string | null, };
export type PersonHit = { 
/**
 * The person.
 */
id: PersonId, 
/**
 * Surname and name.
 */
name: string, 
/**
 * Date of birth, as far as known.
 */
birth: PartialDate | null, 
/**
 * The phone that matched, and whose it is.
 */
phone: string | null, 
/**
 * Name with what was looked for marked.
 */
pieces: Array<Piece>, };
export type PersonId = string;
export type Piece = { 
/**
 * The text.
 */
text: string, 
/**
 * Whether it is what was looked for.
 */
hit: boolean, };
export type RecoverArchive = { 
/**
 * The archive, from the list.
 */
id: string, 
/**
 * The office's secret key (`AGE-SECRET-KEY-1…`).
 */
office_key: string, 
/**
 * The new passphrase.
 */
passphrase: string, };
export type RestoreArchive = { 
/**
 * The archive, from the list.
 */
id: string, 
/**
 * The copy, from the list of copies.
 */
taken: Instant, 
/**
 * The passphrase as typed.
 */
passphrase: string, };
export type Role = "ASSISTENTE_SOCIALE" | "PSICOLOGO" | "PEDAGOGISTA" | "EDUCATORE_ENTE" | "COUNSELOR" | "COORDINATORE" | "AMMINISTRATIVO" | "ASSISTENTE_SOCIALE_COMUNE" | "DIREZIONE" | "DPO_AUDITOR" | "AMM_SISTEMA";
export type Service = "TM" | "AES" | "SAD" | "AFF" | "SN" | "SSB" | "TMP" | "AES2" | "SADDP" | "EDMO" | "EDMI" | "COM" | "PG" | "SISL" | "SG" | "CF" | "CSE" | "CSS" | "CDD" | "SF" | "AIA" | "ABI" | "SAI" | "PIS";
export type SessionInfo = { 
/**
 * The operator.
 */
operator: OperatorId, 
/**
 * This moment on the device.
 */
now: Instant, 
/**
 * The civil day in Italy.
 */
today: CivilDate, 
/**
 * Minutes without a key before the archive locks.
 */
idle_minutes: number, 
/**
 * Where she was when it locked, as her window left it.
 */
view: string | null, };
export type Setting = { 
/**
 * Minutes without a key before the archive locks, 1 to 15; 5 when not set.
 */
idle_minutes: number | null, 
/**
 * Days after which an entry counts as registered late; 3 when not set.
 */
late_after_days: number | null, 
/**
 * `light`, `dark`, or as the system says when not set.
 */
theme: string | null, 
/**
 * Hints that she has put away.
 */
hints_read: Array<string>, };
export type StateName = "segnalato" | "riaperto" | "assegnato" | "in_valutazione" | "in_carico" | "progetto_attivo" | "in_monitoraggio" | "sospeso" | "trasferito" | "non_accolto" | "chiuso";
export type SuggestedPassphrase = { 
/**
 * The words, with spaces between.
 */
passphrase: string, };
export type UnlockArchive = { 
/**
 * The archive, from the list.
 */
id: string, 
/**
 * The passphrase as typed.
 */
passphrase: string, };
export type ViewState = { 
/**
 * The window's own words.
 */
view: string, };

export const archiveList = (): Promise<Array<ArchiveCard>> => call('lock', 'archive.list', {});
export const archiveSuggestPassphrase = (): Promise<SuggestedPassphrase> => call('lock', 'archive.suggest_passphrase', {});
export const archiveCheckPassphrase = (input: CheckPassphrase): Promise<PassphraseVerdict> => call('lock', 'archive.check_passphrase', input);
export const archiveCreate = (input: CreateArchive): Promise<Entered> => call('lock', 'archive.create', input);
export const archiveUnlock = (input: UnlockArchive): Promise<Entered> => call('lock', 'archive.unlock', input);
export const archiveRecover = (input: RecoverArchive): Promise<Entered> => call('lock', 'archive.recover', input);
export const archiveCopies = (input: ArchiveId): Promise<Array<Copy>> => call('lock', 'archive.copies', input);
export const archiveRestore = (input: RestoreArchive): Promise<Entered> => call('lock', 'archive.restore', input);
export const sessionSuggestPassphrase = (): Promise<SuggestedPassphrase> => call('main', 'session.suggest_passphrase', {});
export const sessionCheckPassphrase = (input: CheckPassphrase): Promise<PassphraseVerdict> => call('main', 'session.check_passphrase', input);
export const archiveChangePassphrase = (input: ChangePassphrase): Promise<Nothing> => call('main', 'archive.change_passphrase', input);
export const archiveBackup = (): Promise<BackupDone> => call('main', 'archive.backup', {});
export const archiveBackupList = (): Promise<Array<Copy>> => call('main', 'archive.backup_list', {});
export const findAnything = (input: Find): Promise<Hits> => call('main', 'find.anything', input);
export const accessOfCase = (input: OfCase): Promise<AccessPage> => call('main', 'access.of_case', input);
export const accessVerify = (): Promise<ChainCheck> => call('main', 'access.verify', {});
export const sessionInfo = (): Promise<SessionInfo> => call('main', 'session.info', {});
export const sessionSettings = (): Promise<Setting> => call('main', 'session.settings', {});
export const sessionChangeSettings = (input: ChangeSettings): Promise<Setting> => call('main', 'session.change_settings', input);
export const sessionKeepView = (input: ViewState): Promise<Nothing> => call('main', 'session.keep_view', input);
