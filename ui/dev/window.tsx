// The whole main window over invented answers.
import { createRoot } from 'react-dom/client'
import '../src/styles'
import { Start } from '../src/shell/Start'
import { startTheme } from '../src/styles/theme'
import { answerFromMemory } from './fake'

startTheme()
answerFromMemory()
const root = document.getElementById('root')
if (root) createRoot(root).render(<Start />)
