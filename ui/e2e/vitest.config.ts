// Browser tests: the built window in Chromium over the tests' bridge. Two files at a time: each test has an archive and a
// browser of its own, and what one waits for leaves a core to the other.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: import.meta.dirname,
    environment: 'node',
    globals: true,
    include: ['**/*.e2e.ts'],
    maxWorkers: 2,
    testTimeout: 240_000,
    hookTimeout: 120_000,
  },
})
