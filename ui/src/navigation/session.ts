// Who works here, for every screen.
import { createContext, useContext } from 'react'

export interface SessionInfo {
  /** The operator's id. */
  operator: string
  /** Her name, as it is signed. */
  operator_name?: string | null
  qualification?: string | null
  role?: string | null
  /** This moment on the device, RFC 3339. */
  now: string
  /** The civil day in Italy. */
  today: string
  idle_minutes: number
  /** Where she was when it locked. */
  view: string | null
}

export const SessionContext = createContext<SessionInfo | null>(null)

export function useSession(): SessionInfo {
  const session = useContext(SessionContext)
  if (!session) throw new Error('no session around this screen')
  return session
}
