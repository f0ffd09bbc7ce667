import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { errorTexts, kindTexts } from './it'

const bindings = readFileSync('src/bindings/index.ts', 'utf8')
const unionOf = (name: string) => [...(new RegExp(`type ${name} = ([^;]*);`).exec(bindings)?.[1] ?? '').matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? '')

describe('Italian texts', () => {
  it('exist for every error code that a command can answer', () => {
    const codes = unionOf('ErrorCode')
    expect(codes.length).toBeGreaterThan(5)
    expect(codes.filter((code) => !(code in errorTexts))).toEqual([])
  })
  it('exist for every kind of error', () => {
    const kinds = unionOf('ErrorKind')
    expect(kinds.length).toBeGreaterThan(5)
    expect(kinds.filter((kind) => !(kind in kindTexts))).toEqual([])
  })
  it('read as sentences also without params', () => {
    for (const [code, text] of Object.entries(errorTexts)) expect(text({}), code).toMatch(/^[A-ZÀÈÉ«].*[.!?»]$/s)
  })
})
