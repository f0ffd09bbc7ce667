// The one error that comes back from a command.
import type { ErrorParams } from '../messages/errors'
import { errorTexts, kindTexts } from '../messages/it'

export interface IpcErrorShape {
  kind: string
  code: string
  params: ErrorParams
  retryable: boolean
  trace: string | null
}

/** A refusal or a fault: `kind` decides what the screen does, `code` and `params` make the sentence. */
export class IpcError extends Error implements IpcErrorShape {
  readonly kind: string
  readonly code: string
  readonly params: ErrorParams
  readonly retryable: boolean
  readonly trace: string | null

  constructor(shape: IpcErrorShape) {
    super(shape.code)
    this.name = 'IpcError'
    this.kind = shape.kind
    this.code = shape.code
    this.params = shape.params
    this.retryable = shape.retryable
    this.trace = shape.trace
  }
}

function isShape(value: unknown): value is IpcErrorShape {
  return typeof value === 'object' && value !== null && 'code' in value && 'kind' in value
}

/** Whatever was thrown, as an IpcError. */
export function toIpcError(thrown: unknown): IpcError {
  if (thrown instanceof IpcError) return thrown
  if (isShape(thrown)) return new IpcError({ ...thrown, params: thrown.params ?? {}, trace: thrown.trace ?? null })
  return new IpcError({ kind: 'bug', code: 'unreachable', params: {}, retryable: true, trace: null })
}

/** The Italian sentence for an error; a fault of the program ends with the trace to quote. */
export function describeError(thrown: unknown): string {
  const error = toIpcError(thrown)
  const text = errorTexts[error.code]?.(error.params) ?? kindTexts[error.kind] ?? kindTexts['bug'] ?? error.code
  return error.trace ? `${text} (rif. ${error.trace})` : text
}

/** The name of the field that an "invalid" error speaks of, if it says. */
export function fieldOf(thrown: unknown): string | null {
  const field = toIpcError(thrown).params['field']
  return typeof field === 'string' ? field : null
}
