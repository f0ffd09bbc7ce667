// The lock window over invented answers; `?vuoto` shows a computer without archives.
import { createRoot } from 'react-dom/client'
import '../src/styles'
import { LockWindow } from '../src/lock/LockWindow'
import '../src/lock/lock.css'
import { startTheme } from '../src/styles/theme'
import { answerFromMemory } from './fake'

startTheme()
answerFromMemory()
const root = document.getElementById('root')
if (root) createRoot(root).render(<LockWindow />)
