// The window's live regions: short sentences for screen readers, outside React so that dialogs do not hide them.
type Urgency = 'polite' | 'assertive'

function region(urgency: Urgency): HTMLElement {
  const id = `live-${urgency}`
  const existing = document.getElementById(id)
  if (existing) return existing
  const created = document.createElement('div')
  created.id = id
  created.className = 'visually-hidden'
  created.setAttribute('aria-live', urgency)
  created.setAttribute('role', urgency === 'polite' ? 'status' : 'alert')
  // React Aria hides what is outside an open popover or dialog, but for elements marked so.
  created.dataset['liveAnnouncer'] = 'true'
  document.body.append(created)
  return created
}

/** Says `text` once. Polite for sync, saves and counts; assertive only for the lock and for data at risk. */
export function announce(text: string, urgency: Urgency = 'polite') {
  const target = region(urgency)
  const line = document.createElement('div')
  line.textContent = text
  target.replaceChildren(line)
}
