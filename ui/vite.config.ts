// Builds the two windows: index.html (the record) and lock.html (the archive's door), with no shared state.
import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { inlineIcons } from './build/icons.ts'
import { pdfDecoder } from './build/pdf.ts'
import { ICON_NAMES } from './src/components/icon-names.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  base: './',
  plugins: [react(), inlineIcons(ICON_NAMES), pdfDecoder()],
  css: {
    preprocessorOptions: {
      // bootstrap-italia is written with Sass's older @import; its warnings are not ours to mend.
      scss: { quietDeps: true, silenceDeprecations: ['import', 'global-builtin', 'color-functions', 'if-function'], loadPaths: [here('./node_modules/bootstrap-italia/src/scss')] },
    },
  },
  server: { host: '127.0.0.1', port: 5173, strictPort: true },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    modulePreload: { polyfill: false },
    rollupOptions: { input: { main: here('./index.html'), lock: here('./lock.html') } },
  },
  test: {
    environment: 'jsdom',
    globals: true,
    setupFiles: ['./src/test-setup.ts'],
    include: ['src/**/*.test.{ts,tsx}', 'build/**/*.test.ts'],
    css: false,
    testTimeout: 30_000,
  },
})
