// Finding fields by their stable names: for error links, and for the cursor after a lock.

/** Moves the focus to the field called `name`; false when it is not on the page. */
export function focusNamed(name: string): boolean {
  const target = document.querySelector<HTMLElement>(`[data-focus-name="${CSS.escape(name)}"]`)
  if (!target) return false
  const inner = target.matches('input, textarea, button, [tabindex]') ? target : target.querySelector<HTMLElement>('input, button')
  ;(inner ?? target).focus()
  return document.activeElement === (inner ?? target)
}

export interface Cursor {
  name: string
  start: number | null
  end: number | null
}

/** Where the cursor is, if in a field of ours. */
export function readCursor(): Cursor | null {
  const active = document.activeElement
  const holder = active?.closest<HTMLElement>('[data-focus-name]')
  const name = holder?.dataset['focusName']
  if (!name) return null
  const editable = active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement
  return { name, start: editable ? active.selectionStart : null, end: editable ? active.selectionEnd : null }
}

/** Puts the cursor back; false when the field is not there (yet). */
export function restoreCursor({ name, start, end }: Cursor): boolean {
  if (!focusNamed(name)) return false
  const active = document.activeElement
  const editable = active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement
  if (editable && start !== null && end !== null) {
    try {
      active.setSelectionRange(start, end)
    } catch {
      // Some input types have no text cursor; focus alone is right for them.
    }
  }
  return true
}
