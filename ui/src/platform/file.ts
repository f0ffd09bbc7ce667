// Files in and out of the window: bytes to the archive's commands, reports to a file; the window asks her where to keep it.

/** Hands a file to her. */
export function offerFile(fileName: string, content: BlobPart, type: string) {
  const address = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  URL.revokeObjectURL(address)
}

/** The bytes of what came in base64. */
export const fromBase64 = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))

/** The same for what came in base64. */
export function offerBase64(fileName: string, base64: string, type: string) {
  offerFile(fileName, fromBase64(base64), type)
}

/** The bytes of a file in base64, a piece at a time so that a large one fits the call stack. */
export async function toBase64(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const pieces: string[] = []
  // A multiple of three, so that each piece encodes by itself.
  const step = 3 * 8192
  for (let at = 0; at < bytes.length; at += step) pieces.push(btoa(String.fromCharCode(...bytes.subarray(at, at + step))))
  return pieces.join('')
}
