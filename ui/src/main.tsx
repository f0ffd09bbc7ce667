// The window with the record.
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './styles'
import { Start } from './shell/Start'
import { startTheme } from './styles/theme'

startTheme()
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Start />
    </StrictMode>,
  )
}
