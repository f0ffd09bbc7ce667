// Texts of the archive's door: choosing, creating, unlocking, recovering.
import type { ErrorTexts } from './errors'

export const lock = {
  title: 'Cartella',
} as const

export const lockErrors: ErrorTexts = {}
