// Light or dark: follows the system unless she chose. The choice is a setting of her archive, here only held in memory.
export type ThemeChoice = 'system' | 'light' | 'dark'

let choice: ThemeChoice = 'system'

const darkPreferred = () => window.matchMedia?.('(prefers-color-scheme: dark)')

function paint() {
  const dark = choice === 'dark' || (choice === 'system' && Boolean(darkPreferred()?.matches))
  document.documentElement.dataset['theme'] = dark ? 'dark' : 'light'
}

/** Shows the chosen theme; "system" follows the computer's own preference, also when it changes. */
export function chooseTheme(next: ThemeChoice) {
  choice = next
  paint()
}

export function startTheme() {
  darkPreferred()?.addEventListener('change', paint)
  paint()
}

/** The setting as kept: `light`, `dark`, or nothing for the system's. */
export const themeOf = (kept: string | null | undefined): ThemeChoice => (kept === 'dark' || kept === 'light' ? kept : 'system')
