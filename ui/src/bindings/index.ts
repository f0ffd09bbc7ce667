// Generated from the list of commands: `cargo xtask bindings`. Not edited by hand.
import { call } from '../platform';

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
export type CivilDate = string;
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
export type ErrorCode = "unknown_command" | "bad_input" | "locked" | "not_found" | "forbidden" | "changed_meanwhile" | "disk_full" | "storage_failed" | "already_signed";
export type ErrorKind = "not_found" | "invalid" | "forbidden" | "conflict" | "precondition" | "locked" | "wrong_key" | "busy" | "out_of_date" | "storage" | "bug";
export type Instant = string;
export type Nothing = Record<symbol, never>;
export type OperatorId = string;
export type Param = string | number;
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
export type ViewState = { 
/**
 * The window's own words.
 */
view: string, };

export const sessionInfo = (): Promise<SessionInfo> => call('main', 'session.info', {});
export const sessionSettings = (): Promise<Setting> => call('main', 'session.settings', {});
export const sessionChangeSettings = (input: ChangeSettings): Promise<Setting> => call('main', 'session.change_settings', input);
export const sessionKeepView = (input: ViewState): Promise<Nothing> => call('main', 'session.keep_view', input);
