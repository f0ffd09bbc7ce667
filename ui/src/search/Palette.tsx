// Ctrl+K: one field that finds persons, cases, notes and files, grouped, by keyboard alone.
import { Fragment, useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { Autocomplete, Dialog, Header, Input, ListBox, ListBoxItem, ListBoxSection, Modal, ModalOverlay, SearchField } from 'react-aria-components'
import { findAnything, type Piece } from '../bindings'
import { announce, Icon, KeyHint, Notice, Segmented, type IconName } from '../components'
import { it } from '../messages/it'
import { navigate } from '../navigation'
import { describeError } from '../platform'
import { rowsOf, type Hit, type HitKind } from './find'
import './search.css'

const GROUPS: readonly HitKind[] = ['person', 'case', 'entry', 'file']
const ICONS: Record<HitKind, IconName> = { person: 'user', case: 'folder', entry: 'note', file: 'clip' }
const LIMIT = 8
const TYPED_MS = 80
const SETTLED_MS = 1500

type Filter = 'all' | HitKind

interface Found {
  text: string
  hits: readonly Hit[]
}

function useFound(text: string, filter: Filter) {
  const [found, setFound] = useState<Found | null>(null)
  const [error, setError] = useState<unknown>(null)
  const asked = text.trim()
  useEffect(() => {
    if (asked === '') return
    let dropped = false
    const ask = (settled: boolean) =>
      findAnything({ text: asked, settled, limit: filter === 'all' ? LIMIT : LIMIT * 4 }).then(
        (hits) => {
          if (dropped || settled) return
          const rows = rowsOf(hits, filter === 'all' ? null : filter)
          setFound({ text: asked, hits: rows })
          setError(null)
          announce(it.kit.resultCount(rows.length))
        },
        (thrown: unknown) => !dropped && setError(thrown),
      )
    const timer = setTimeout(() => void ask(false), TYPED_MS)
    // Written in the audit once, when the typing has come to rest, never per key.
    const settled = setTimeout(() => void ask(true), SETTLED_MS)
    return () => {
      dropped = true
      clearTimeout(timer)
      clearTimeout(settled)
    }
  }, [asked, filter])
  return { found: asked === '' ? null : found, error: asked === '' ? null : error }
}

function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map((piece, index) => (piece.hit ? <mark key={index}>{piece.text}</mark> : <Fragment key={index}>{piece.text}</Fragment>))
}

function HitRow({ hit }: { hit: Hit }) {
  return (
    <ListBoxItem id={`${hit.kind}:${hit.id}`} textValue={hit.title.map((piece) => piece.text).join('')} className="listbox-item search-hit">
      <Icon name={ICONS[hit.kind]} />
      <span className="search-texts">
        <span className="search-title">
          <Pieces pieces={hit.title} />
        </span>
        <span className="search-note">
          {hit.note}
          {hit.excerpt.length > 0 && (
            <span className="search-excerpt">
              <Pieces pieces={hit.excerpt} />
            </span>
          )}
        </span>
      </span>
    </ListBoxItem>
  )
}

function Results({ found, onOpen }: { found: Found; onOpen: (hit: Hit) => void }) {
  const open = (key: string | number) => {
    const hit = found.hits.find((one) => `${one.kind}:${one.id}` === key)
    if (hit) onOpen(hit)
  }
  return (
    // The field keeps the focus while the arrows move here, so what scrolls must be reachable by itself.
    <div className="search-scroll" role="group" aria-label={it.search.results} tabIndex={0}>
    <ListBox
      aria-label={it.search.results}
      className="search-results"
      onAction={open}
      renderEmptyState={() => (
        <div className="search-nothing">
          <p>{it.search.nothing(found.text)}</p>
          <p className="muted">{it.search.nothingHelp}</p>
        </div>
      )}
    >
      {GROUPS.filter((kind) => found.hits.some((hit) => hit.kind === kind)).map((kind) => (
        <ListBoxSection key={kind} id={kind}>
          <Header className="search-group">{it.search.groups[kind]}</Header>
          {found.hits
            .filter((hit) => hit.kind === kind)
            .map((hit) => (
              <HitRow key={hit.id} hit={hit} />
            ))}
        </ListBoxSection>
      ))}
    </ListBox>
    </div>
  )
}

function Finder({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('')
  const [filter, setFilter] = useState<Filter>('all')
  const { found, error } = useFound(text, filter)
  const field = useRef<HTMLInputElement>(null)
  const open = (hit: Hit) => {
    void findAnything({ text: text.trim(), settled: true, limit: 1 }).catch(() => undefined)
    onClose()
    navigate(hit.page.name, hit.page.params)
  }
  // Escape closes, as the footer says, whatever was typed: the search field would take it for itself to clear what stands there.
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    onClose()
  }
  return (
    <div className="search-finder" role="presentation" onKeyDownCapture={closeOnEscape}>
      <Autocomplete inputValue={text} onInputChange={setText}>
        <SearchField className="search-field" aria-label={it.search.field} autoFocus>
          <Icon name="search" />
          <Input ref={field} className="search-input" placeholder={it.search.field} />
          <KeyHint keys="Esc" />
        </SearchField>
        <div className="search-filters">
          <Segmented
            label={it.search.filter}
            value={filter}
            onChange={(next) => {
              setFilter(next)
              field.current?.focus()
            }}
            choices={(['all', ...GROUPS] as const).map((key) => ({ key, label: it.search.filters[key] }))}
          />
        </div>
        {error ? <Notice kind="error">{describeError(error)}</Notice> : null}
        {found ? <Results found={found} onOpen={open} /> : <p className="search-hint">{it.search.hint}</p>}
      </Autocomplete>
      <footer className="search-foot" aria-hidden>
        <KeyHint keys="↑+↓" /> {it.search.move}
        <KeyHint keys="Invio" /> {it.search.open}
        <KeyHint keys="Esc" /> {it.search.close}
      </footer>
    </div>
  )
}

export interface PaletteProps {
  isOpen: boolean
  onClose: () => void
}

export function Palette({ isOpen, onClose }: PaletteProps) {
  return (
    <ModalOverlay className="overlay" isOpen={isOpen} onOpenChange={(open) => !open && onClose()} isDismissable>
      <Modal className="dialog-box search-box">
        <Dialog className="dialog" aria-label={it.search.title}>
          <Finder onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
