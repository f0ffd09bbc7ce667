// Files in and out of the window: bytes to the archive's commands, reports to a file that she keeps.

import { offerFile } from '../platform'

/** The largest file that is handed over, in bytes; the commands refuse what is larger too. */
export const LARGEST = 50 * 1024 * 1024

/** The bytes of a file in base64, a piece at a time so that a large one fits the call stack. */
export async function toBase64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const pieces: string[] = []
  // A multiple of three, so that each piece encodes by itself.
  const step = 3 * 8192
  for (let at = 0; at < bytes.length; at += step) pieces.push(btoa(String.fromCharCode(...bytes.subarray(at, at + step))))
  return pieces.join('')
}

/** Hands a report to her: the window asks where to keep it. */
export function offer(fileName: string, base64: string) {
  offerFile(fileName, Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)), 'text/csv;charset=utf-8')
}
