// Who works here, for every screen.
import { createContext, useContext } from 'react'
import type { SessionInfo as Answered } from '../bindings'

/** What the archive says of the session, as the screens use it. */
export type SessionInfo = Answered & { operator_name?: string | null }

export const SessionContext = createContext<SessionInfo | null>(null)

export function useSession(): SessionInfo {
  const session = useContext(SessionContext)
  if (!session) throw new Error('no session around this screen')
  return session
}
