// A real office for the browser tests: PostgreSQL, the hub on a free port, its desk on the command line.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { Session } from './session.ts'

const BUILT = resolve(import.meta.dirname, '../../target/debug')
const HUB = process.env['CARTELLA_HUB'] ?? join(BUILT, 'cartella-hub')
const DATABASE = process.env['CARTELLA_OFFICE_DATABASE'] ?? join(BUILT, 'office_database')

export interface Hub {
  /** Host and port. */
  address: string
  /** As the office's sheet says it, in hexadecimal. */
  print: string
  /** Runs a sub-command of the desk and answers what it said. */
  desk: (...line: string[]) => string
  /** A member of the staff, and a code for her laptop. */
  hire: (surname: string, name: string, role?: string) => { id: string; code: string }
  /** The server stops: nobody answers at its address any more. */
  shut: () => Promise<void>
  /** Ends everything. */
  stop: () => Promise<void>
}

/** The first line that a program says, by a pattern. */
const said = (child: ChildProcess, pattern: RegExp) =>
  new Promise<RegExpExecArray>((found, failed) => {
    if (child.stdout) {
      createInterface({ input: child.stdout }).on('line', (line) => {
        const match = pattern.exec(line)
        if (match) found(match)
      })
    }
    child.once('exit', (code) => failed(new Error(`it ended with ${String(code)} before it said ${String(pattern)}`)))
  })

const gone = (child: ChildProcess) =>
  new Promise<void>((done) => {
    if (child.exitCode !== null || child.signalCode !== null) done()
    else child.once('exit', () => done())
  })

export async function startHub(): Promise<Hub> {
  const folder = mkdtempSync(join(tmpdir(), 'cartella-hub-'))
  const database = spawn(DATABASE, { stdio: ['pipe', 'pipe', 'inherit'] })
  const [url] = await said(database, /^postgres\S+/)
  const desk = (...line: string[]) => execFileSync(HUB, ['--folder', folder, ...line], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  desk('init', '--database', url, '--name', 'Azienda di prova')
  const hire = (surname: string, name: string, role = 'ASSISTENTE_SOCIALE') => {
    const id = /[0-9a-f-]{36}/.exec(desk('operator', 'add', surname, name, '--role', role, '--service', 'TM'))?.[0] ?? ''
    return { id, code: /iscrizione: (\S+)/.exec(desk('code', id))?.[1] ?? '' }
  }
  const server = spawn(HUB, ['--folder', folder, 'serve', '--listen', '127.0.0.1:0'], { stdio: ['ignore', 'pipe', 'ignore'] })
  const [, address = '', print = ''] = await said(server, /in ascolto su (\S+) \((.+)\)/)
  const shut = async () => {
    const ended = gone(server)
    server.kill('SIGTERM')
    await ended
  }
  return {
    address,
    print: print.replace(/[^0-9a-f]/gi, '').toUpperCase(),
    desk,
    hire,
    shut,
    async stop() {
      await shut()
      const ended = gone(database)
      database.stdin.end()
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Joins without the screen, sends what there is, and goes by itself no more: what waits is looked at for as long as it takes. */
export async function joined(of: Session, hub: Hub | null, code: string) {
  const { bridge } = of
  await bridge.call('main', 'shell.rest', {})
  const found = await bridge.call<{ address: string; certificate: string }>('main', 'office.find', { address: `${hub?.address ?? ''}#${hub?.print ?? ''}` })
  await bridge.call('main', 'office.join', { ...found, code, label: 'Portatile' })
  await bridge.call('main', 'office.synchronise', {})
  await of.page.reload()
  await of.page.locator('#content').waitFor()
}
