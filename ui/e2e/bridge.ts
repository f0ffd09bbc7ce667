// Starts the bridge of the tests on a data folder of its own: the same commands as the window's, over loopback.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'

const UI = resolve(import.meta.dirname, '../dist')
const PROGRAM = process.env['CARTELLA_BRIDGE'] ?? resolve(import.meta.dirname, '../../target/debug/bridge')

export interface Bridge {
  url: string
  /** Runs a command without the screen: to set the stage. */
  call: <O>(window: 'main' | 'lock', name: string, input: unknown) => Promise<O>
  stop: () => Promise<void>
}

export async function startBridge(): Promise<Bridge> {
  if (!existsSync(PROGRAM)) throw new Error(`no bridge at ${PROGRAM}: cargo build -p cartella-tests --bin bridge`)
  if (!existsSync(join(UI, 'index.html'))) throw new Error('no built window: npm run build')
  const data = mkdtempSync(join(tmpdir(), 'cartella-e2e-'))
  // It ends when its standard input closes, so it never outlives the tests.
  const child = spawn(PROGRAM, ['--data', data, '--ui', UI], { stdio: ['pipe', 'pipe', 'inherit'] })
  const url = await new Promise<string>((found, failed) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const address = /listening on (\S+)/.exec(line)?.[1]
      if (address) found(address)
    })
    child.once('exit', (code) => failed(new Error(`the bridge ended with ${String(code)}`)))
  })
  return {
    url,
    async call<O>(window: 'main' | 'lock', name: string, input: unknown) {
      const response = await fetch(`${url}/call`, { method: 'POST', body: JSON.stringify({ window, name, input }) })
      const body = (await response.json()) as { value: O }
      if (!response.ok) throw new Error(`${name}: ${JSON.stringify(body)}`)
      return body.value
    },
    async stop() {
      const ended = new Promise((done) => child.once('exit', done))
      child.stdin.end()
      await ended
      rmSync(data, { recursive: true, force: true })
    },
  }
}
