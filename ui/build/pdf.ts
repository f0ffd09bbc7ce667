// PDF.js asks for its decoder of JPEG 2000 pictures by name: it goes beside the window's own files. The one without
// WebAssembly, which the content security policy does not let in.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Plugin } from 'vite'

const DECODER = 'openjpeg_nowasm_fallback.js'

export function pdfDecoder(): Plugin {
  return {
    name: 'pdf-decoder',
    apply: 'build',
    generateBundle() {
      const source = readFileSync(createRequire(import.meta.url).resolve(`pdfjs-dist/wasm/${DECODER}`))
      this.emitFile({ type: 'asset', fileName: `pdf/${DECODER}`, source })
    },
  }
}
