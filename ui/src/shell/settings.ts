// Her own settings of the window, kept in her archive.
import { sessionChangeSettings, type Setting } from '../bindings'
import type { ThemeChoice } from '../styles/theme'

export const themeOf = (settings: Setting | undefined): ThemeChoice =>
  settings?.theme === 'dark' || settings?.theme === 'light' ? settings.theme : 'system'

export const keepTheme = (theme: ThemeChoice) => sessionChangeSettings({ theme: theme === 'system' ? '' : theme })
