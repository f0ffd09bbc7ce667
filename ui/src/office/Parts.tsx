// What a change wrote, record by record, as a person would say it: of a note its day and its words, of anything else the
// fields that changed.
import type { RefusedPart } from '../bindings'
import { Facts } from '../components'
import { showDate } from '../dates/civil'
import { kindName } from '../diary'
import { it } from '../messages/it'
import { valueText } from './values'

const t = it.office
const NOTES = ['diary_entry', 'reserved_segment', 'rectification', 'annulment']
/** What ties records together says nothing to a reader: ids and hashes. */
const TECHNICAL = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{64})$/

const isSaid = (value: unknown) => value !== null && value !== undefined && !(typeof value === 'string' && TECHNICAL.test(value))

/** Every text in a note, in the order in which it was written. */
export function wordsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(wordsOf)
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, inner]) => (['text', 'reason', 'note'].includes(name) && typeof inner === 'string' ? [inner] : wordsOf(inner)))
}

function titleOf({ kind, fields }: RefusedPart): string {
  const header = fields['header'] as { kind?: Parameters<typeof kindName>[0] } | null | undefined
  const day = fields['occurred_on']
  return [t.record(kind ?? null), header?.kind ? kindName(header.kind) : '', typeof day === 'string' ? showDate(day) : ''].filter(Boolean).join(' · ')
}

function Part({ part }: { part: RefusedPart }) {
  const note = NOTES.includes(part.kind ?? '')
  const said = Object.entries(part.fields).filter(([, value]) => isSaid(value))
  return (
    <div className="stack-tight">
      <p className="office-part">{titleOf(part)}</p>
      {part.deleted && <p>{t.refusedDeleted}</p>}
      {note ? wordsOf(part.fields).map((text, at) => <p key={at} className="office-text">{text}</p>) : <Facts facts={said.map(([field, value]) => ({ label: t.fieldName(field), value: valueText(field, value) }))} />}
    </div>
  )
}

export function Parts({ parts }: { parts: readonly RefusedPart[] }) {
  return parts.map((part, at) => <Part key={`${part.record ?? ''}-${at}`} part={part} />)
}
