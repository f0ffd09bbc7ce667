// Who works here, for every screen.
import { createContext, useContext } from 'react'
import type { SessionInfo } from '../bindings'

export type { SessionInfo }

export const SessionContext = createContext<SessionInfo | null>(null)

export function useSession(): SessionInfo {
  const session = useContext(SessionContext)
  if (!session) throw new Error('no session around this screen')
  return session
}
