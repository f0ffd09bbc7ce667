// A PDF by pages, drawn by PDF.js: the web view of Linux shows none by itself. No script of the file runs, nothing is fetched;
// the words of a page stand beside its picture for who listens to it.
import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import worker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Button, Notice, Progress, useSlow } from '../components'
import { it } from '../messages/it'

const t = it.files
GlobalWorkerOptions.workerSrc = worker

/** Pictures in a page larger than this are left out; a page is never drawn larger either. */
const PIXELS = 50_000_000
const DRAWN = 16_000_000
/** Points of a page are 1/72 inch, the window's are 1/96. */
const SCALE = 96 / 72

function useDocument(bytes: Uint8Array) {
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  useEffect(() => {
    // The library takes the bytes over: it gets a copy, for the effect may run again.
    const task = getDocument({
      data: bytes.slice(), maxImageSize: PIXELS, isEvalSupported: false, enableXfa: false, useWasm: false, useWorkerFetch: false, useSystemFonts: true, wasmUrl: new URL('pdf/', document.baseURI).href,
    })
    let left = false
    task.promise.then(
      (opened) => !left && setPdf(opened),
      (wrong: unknown) => !left && setFault(wrong instanceof Error && wrong.name === 'PasswordException' ? t.protectedPdf : t.brokenPdf),
    )
    return () => {
      left = true
      setPdf(null)
      void task.destroy()
    }
  }, [bytes])
  return { pdf, fault }
}

const wordsOf = async (page: PDFPageProxy) => {
  const { items } = await page.getTextContent()
  return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('').trim()
}

async function draw(page: PDFPageProxy, canvas: HTMLCanvasElement, zoom: number) {
  const plain = page.getViewport({ scale: (SCALE * zoom) / 100 })
  const sharp = Math.min(window.devicePixelRatio || 1, Math.sqrt(DRAWN / (plain.width * plain.height)))
  const viewport = page.getViewport({ scale: (SCALE * zoom * sharp) / 100 })
  canvas.width = Math.floor(viewport.width)
  canvas.height = Math.floor(viewport.height)
  canvas.style.inlineSize = `${String(Math.floor(plain.width))}px`
  return page.render({ canvas, viewport })
}

function Sheet({ pdf, number, zoom }: { pdf: PDFDocumentProxy; number: number; zoom: number }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [words, setWords] = useState<string | null>(null)
  const [broken, setBroken] = useState(false)
  useEffect(() => {
    let left = false
    let stop: () => void = () => undefined
    const run = async () => {
      const page = await pdf.getPage(number)
      if (left || !canvas.current) return
      const task = await draw(page, canvas.current, zoom)
      stop = () => task.cancel()
      await task.promise
      const said = await wordsOf(page)
      if (!left) setWords(said)
    }
    run().catch(() => !left && setBroken(true))
    return () => {
      left = true
      stop()
    }
  }, [pdf, number, zoom])
  if (broken) return <Notice kind="error">{t.brokenPdf}</Notice>
  return (
    <>
      <canvas ref={canvas} role="img" aria-label={t.page(number, pdf.numPages)} />
      <div className="visually-hidden" role="document" aria-label={t.pageText(number)} data-page-words={words === null ? undefined : number}>{words || t.noText}</div>
    </>
  )
}

interface Props {
  bytes: Uint8Array
  title: string
  zoomOf: (zoom: number, onZoom: (zoom: number) => void) => ReactNode
  nearer: (zoom: number, by: 1 | -1) => number
}

export default function PdfView({ bytes, title, zoomOf, nearer }: Props) {
  const { pdf, fault } = useDocument(bytes)
  const [number, setNumber] = useState(1)
  const [zoom, setZoom] = useState(100)
  const slow = useSlow(!pdf && !fault)
  if (fault) return <Notice kind="error">{fault}</Notice>
  if (!pdf) return slow ? <Progress label={t.opening} /> : null
  const go = (to: number) => setNumber(Math.min(pdf.numPages, Math.max(1, to)))
  const key = (event: KeyboardEvent) => {
    const acts: Record<string, () => void> = {
      ArrowRight: () => go(number + 1), ArrowLeft: () => go(number - 1), Home: () => go(1), End: () => go(pdf.numPages), '+': () => setZoom(nearer(zoom, 1)), '-': () => setZoom(nearer(zoom, -1)),
    }
    const act = event.ctrlKey || event.altKey ? undefined : acts[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  return (
    <>
      <div className="line">
        <Button small icon="chevron-left" isDisabled={number === 1} onPress={() => go(number - 1)}>{t.previous}</Button>
        <span className="tabular" aria-live="polite">{t.page(number, pdf.numPages)}</span>
        <Button small icon="chevron-right" isDisabled={number === pdf.numPages} onPress={() => go(number + 1)}>{t.next}</Button>
        {zoomOf(zoom, setZoom)}
        <span className="field-hint">{t.keys}</span>
      </div>
      <div className="files-sheet" tabIndex={0} role="region" aria-label={t.sheet(title)} onKeyDown={key}>
        <Sheet key={number} pdf={pdf} number={number} zoom={zoom} />
      </div>
    </>
  )
}
