// A file out of the window: the window asks her where to keep it.

/** Hands a file to her. */
export function offerFile(fileName: string, content: BlobPart, type: string) {
  const address = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  URL.revokeObjectURL(address)
}

/** The same for what came in base64. */
export function offerBase64(fileName: string, base64: string, type: string) {
  offerFile(fileName, Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)), type)
}
