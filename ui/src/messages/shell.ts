// Texts of the window around the screens: rail, top bar, shortcuts, lock.
import type { ErrorTexts } from './errors'

export const shell = {
  brand: 'Cartella',
} as const

export const shellErrors: ErrorTexts = {}
