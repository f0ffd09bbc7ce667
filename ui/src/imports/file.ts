// Files in and out of the window: bytes to the archive's commands, reports to a file that she keeps.

/** The largest file that is handed over, in bytes; the commands refuse what is larger too. */
export const LARGEST = 50 * 1024 * 1024

export { toBase64 } from '../platform'
