// Her own settings of the window, kept in her archive.
import { sessionChangeSettings } from '../bindings'
import type { ThemeChoice } from '../styles/theme'

export const keepTheme = (theme: ThemeChoice) => sessionChangeSettings({ theme: theme === 'system' ? '' : theme })
