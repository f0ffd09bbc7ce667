// One paragraph of the flow: its text, its category in the margin, who reads it, in whose files it stands.
import { useLayoutEffect, useRef, type ClipboardEvent, type KeyboardEvent } from 'react'
import { Menu, MenuItem, MenuTrigger, Popover, Button as PlainButton } from 'react-aria-components'
import type { Category, Confidentiality, ReadBy } from '../../bindings'
import { ActionMenu, Badge } from '../../components'
import { it } from '../../messages/it'
import { CATEGORY_KEYS, categoryOf, type CategoryKey, type Names, nameOf } from '../words'
import { CategoryExtras } from './CategoryExtras'
import type { Paragraph } from './draft'

const t = it.diary
export const focusNameOf = (id: string) => `paragraph-${id}`

export interface ParagraphActions {
  change: (change: Partial<Paragraph>) => void
  split: (before: string, after: string) => void
  join: () => void
  paste: (pasted: string, from: number, to: number) => boolean
  move: (step: -1 | 1) => boolean
}

interface Props {
  paragraph: Paragraph
  number: number
  only: boolean
  files: readonly string[]
  names: Names
  actions: ParagraphActions
}

const keyOf = (letter: string): CategoryKey | 'none' | null => {
  const found = Object.entries(t.categoryKeys).find(([, key]) => key.toLowerCase() === letter.toLowerCase())
  if (found) return found[0] as CategoryKey | 'none'
  return CATEGORY_KEYS[Number(letter) - 1] ?? (letter === '0' ? 'none' : null)
}

/** Ctrl+1…7, or "/" at the beginning and a letter. */
function categoryByKey(event: KeyboardEvent<HTMLTextAreaElement>): { key: CategoryKey | 'none'; slash: boolean } | null {
  const area = event.currentTarget
  const digit = /^Digit([0-7])$/.exec(event.code)?.[1]
  if (event.ctrlKey && !event.altKey && !event.shiftKey && digit) {
    const key = keyOf(digit)
    return key ? { key, slash: false } : null
  }
  const afterSlash = area.value.startsWith('/') && area.selectionStart === 1 && area.selectionEnd === 1
  if (!afterSlash || event.ctrlKey || event.altKey || event.key.length !== 1) return null
  const key = keyOf(event.key)
  return key ? { key, slash: true } : null
}

function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>, { change, split, join, move }: ParagraphActions) {
  if (event.nativeEvent.isComposing) return
  const area = event.currentTarget
  const { selectionStart: from, selectionEnd: to, value } = area
  const chosen = categoryByKey(event)
  const take = () => event.preventDefault()
  if (chosen) {
    take()
    change({ category: chosen.key === 'none' ? null : categoryOf(chosen.key), ...(chosen.slash ? { text: value.slice(1) } : {}) })
  } else if (event.key === 'Enter' && !event.shiftKey && !event.ctrlKey) {
    take()
    split(value.slice(0, from), value.slice(to))
  } else if (event.key === 'Backspace' && from === 0 && to === 0) {
    take()
    join()
  } else if (event.key === 'ArrowUp' && from === 0 && to === 0) {
    if (move(-1)) take()
  } else if (event.key === 'ArrowDown' && from === value.length && to === value.length) {
    if (move(1)) take()
  }
}

function useHeight(text: string) {
  const area = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    if (!area.current) return
    area.current.style.height = 'auto'
    area.current.style.height = `${area.current.scrollHeight}px`
  }, [text])
  return area
}

function CategoryButton({ category, number, onChange }: { category: Category | null; number: number; onChange: (category: Category | null) => void }) {
  const label = category ? t.categories[category.type] : t.categories.none
  return (
    <MenuTrigger>
      <PlainButton className="diary-category" data-category={category?.type ?? 'none'} aria-label={`${t.categoryOf(number)}: ${label}`}>
        {label}
      </PlainButton>
      <Popover className="popover" placement="bottom start">
        <Menu className="menu" aria-label={t.categoryOf(number)}>
          {CATEGORY_KEYS.map((key, at) => (
            <MenuItem key={key} id={key} className="menu-item" textValue={t.categories[key]} onAction={() => onChange(categoryOf(key))}>
              <span className="diary-menu-line">
                <span>{t.categories[key]}</span>
                <kbd>{`/${t.categoryKeys[key].toLowerCase()} · Ctrl+${at + 1}`}</kbd>
              </span>
            </MenuItem>
          ))}
          <MenuItem id="none" className="menu-item" textValue={t.categoryClear} onAction={() => onChange(null)}>
            {t.categoryClear}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

function Files({ paragraph, files, names, onChange }: { paragraph: Paragraph; files: readonly string[]; names: Names; onChange: (files: string[]) => void }) {
  if (files.length < 2) return null
  const within = paragraph.files.length === 0 ? files : paragraph.files
  const toggle = (file: string) => {
    const next = within.includes(file) ? within.filter((one) => one !== file) : [...within, file]
    if (next.length > 0) onChange(next.length === files.length ? [] : next)
  }
  return (
    <fieldset className="diary-files">
      <legend>{t.standsIn}</legend>
      {files.map((file) => (
        <label key={file} className="diary-file">
          <input type="checkbox" checked={within.includes(file)} onChange={() => toggle(file)} />
          {nameOf(names, file)}
        </label>
      ))}
    </fieldset>
  )
}

const LEVELS: readonly Confidentiality[] = ['reserved', 'private', 'secret']

export function ParagraphBox({ paragraph, number, only, files, names, actions }: Props) {
  const area = useHeight(paragraph.text)
  const { change } = actions
  const setLevel = (read_by: ReadBy | null) => change({ read_by })
  const heading = paragraph.heading ? t.headings[paragraph.heading] : null
  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const { selectionStart, selectionEnd } = event.currentTarget
    if (actions.paste(event.clipboardData.getData('text/plain'), selectionStart, selectionEnd)) event.preventDefault()
  }
  return (
    <div className="diary-paragraph" data-category={paragraph.category?.type ?? 'none'} data-empty={paragraph.text.trim() === '' || undefined}>
      <div className="diary-margin">
        <CategoryButton category={paragraph.category} number={number} onChange={(category) => change({ category })} />
        {paragraph.read_by && <Badge icon="locked">{t.levelsShort[paragraph.read_by.level]}</Badge>}
      </div>
      <div className="diary-writing">
        {heading && <span className="diary-heading">{heading}</span>}
        <textarea
          ref={area}
          rows={1}
          className="diary-text"
          data-focus-name={focusNameOf(paragraph.id)}
          aria-label={heading ? t.paragraphOf(heading) : t.paragraph(number)}
          placeholder={only && !heading ? t.placeholder : undefined}
          spellCheck
          lang="it"
          value={paragraph.text}
          onChange={(event) => change({ text: event.target.value })}
          onKeyDown={(event) => onKeyDown(event, actions)}
          onPaste={onPaste}
        />
        {paragraph.category && (
          <CategoryExtras category={paragraph.category} name={focusNameOf(paragraph.id)} onChange={(category) => change({ category })} />
        )}
        <Files paragraph={paragraph} files={files} names={names} onChange={(within) => change({ files: within })} />
      </div>
      <div className="diary-paragraph-menu">
        <ActionMenu
          label={t.paragraphMenu(number)}
          actions={[
            ...LEVELS.map((level) => ({ key: level, label: t.levels[level], onAction: () => setLevel({ level }) })),
            { key: 'entry', label: t.levelAsEntry, isDisabled: paragraph.read_by === null, onAction: () => setLevel(null) },
          ]}
        />
      </div>
    </div>
  )
}
