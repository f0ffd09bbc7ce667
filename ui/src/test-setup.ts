// Vitest's surroundings: DOM matchers, and a clean document after each test.
import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

// Only a limit for what never comes: a loaded machine must not fail a test.
configure({ asyncUtilTimeout: 15_000 })

afterEach(cleanup)
