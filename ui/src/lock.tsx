// The window that unlocks.
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './styles'
import { LockWindow } from './lock/LockWindow'
import './lock/lock.css'
import { startTheme } from './styles/theme'

startTheme()
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <LockWindow />
    </StrictMode>,
  )
}
