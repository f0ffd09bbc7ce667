// Short messages at the corner. Good news withdraws by itself into the list of past notices; warnings and errors stay.
import { useEffect, useSyncExternalStore } from 'react'
import { kit } from '../messages/kit'
import { announce } from './announce'
import { Button, IconButton } from './Button'
import { Icon } from './Icon'
import { NOTICE_ICONS, type NoticeKind } from './Notice'

export interface Toast {
  id: number
  kind: NoticeKind
  text: string
  at: Date
  action?: { label: string; onAction: () => void }
}

const STAY_MS = 8000
const KEPT = 50

let shown: readonly Toast[] = []
let past: readonly Toast[] = []
let last = 0
const watchers = new Set<() => void>()
const tellAll = () => watchers.forEach((tell) => tell())
const watch = (tell: () => void) => {
  watchers.add(tell)
  return () => void watchers.delete(tell)
}

/** Shows a message; risk to data is assertive, everything else polite. */
export function notify(kind: NoticeKind, text: string, action?: Toast['action']) {
  last += 1
  const toast: Toast = { id: last, kind, text, at: new Date(), ...(action ? { action } : {}) }
  shown = [...shown, toast].slice(-4)
  past = [toast, ...past].slice(0, KEPT)
  announce(text, kind === 'error' ? 'assertive' : 'polite')
  tellAll()
}

function dismiss(id: number) {
  shown = shown.filter((one) => one.id !== id)
  tellAll()
}

/** Every message of this session, newest first. */
export const usePastNotices = () => useSyncExternalStore(watch, () => past)

function ToastView({ toast }: { toast: Toast }) {
  const leaves = toast.kind === 'success' || toast.kind === 'info'
  useEffect(() => {
    if (!leaves || toast.action) return
    const timer = setTimeout(() => dismiss(toast.id), STAY_MS)
    return () => clearTimeout(timer)
  }, [toast, leaves])
  return (
    <li className={`toast toast-${toast.kind}`}>
      <Icon name={NOTICE_ICONS[toast.kind]} label={kit.kinds[toast.kind]} />
      <span className="toast-text">{toast.text}</span>
      {toast.action && (
        <Button
          kind="quiet"
          small
          onPress={() => {
            toast.action?.onAction()
            dismiss(toast.id)
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <IconButton icon="close" label={kit.dismiss} small onPress={() => dismiss(toast.id)} />
    </li>
  )
}

export function ToastRegion() {
  const toasts = useSyncExternalStore(watch, () => shown)
  return (
    <section aria-label={kit.toasts}>
      {toasts.length > 0 && (
        <ul className="toasts">
          {toasts.map((toast) => (
            <ToastView key={toast.id} toast={toast} />
          ))}
        </ul>
      )}
    </section>
  )
}
