// Her own settings of the window, kept in her archive.
import { call } from '../platform'
import type { ThemeChoice } from '../styles/theme'

export interface Settings {
  idle_minutes?: number | null
  /** `light` or `dark`; nothing follows the system. */
  theme?: string | null
}

export interface ChangeSettings {
  idle_minutes?: number | null
  theme?: string | null
  hint_read?: string | null
}

export const readSettings = () => call<Settings>('main', 'session.settings', {})
export const changeSettings = (input: ChangeSettings) => call<Settings>('main', 'session.change_settings', input)

export const themeOf = (settings: Settings | undefined): ThemeChoice =>
  settings?.theme === 'dark' || settings?.theme === 'light' ? settings.theme : 'system'

export const keepTheme = (theme: ThemeChoice) => changeSettings({ theme: theme === 'system' ? '' : theme })
