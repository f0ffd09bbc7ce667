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
