// A file, shown inside the window. Its bytes are in memory while the page stands, and nowhere else.
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { filesOpen, type FileContent } from '../bindings'
import { Button, Notice, Page, PageHeader, Progress, useSlow } from '../components'
import { it } from '../messages/it'
import { goBack, type Params } from '../navigation'
import { describeError, fromBase64 } from '../platform'
import './files.css'

const t = it.files
/** The library that reads PDFs is fetched when the first one is opened. */
const PdfView = lazy(() => import('./PdfView'))

const STEPS = [50, 75, 100, 125, 150, 200, 300]
const nearer = (zoom: number, by: 1 | -1) => STEPS[Math.min(STEPS.length - 1, Math.max(0, STEPS.indexOf(zoom) + by))] ?? zoom

function useOpened(id: string) {
  const [opened, setOpened] = useState<FileContent | null>(null)
  const [error, setError] = useState<unknown>(null)
  useEffect(() => {
    let left = false
    filesOpen({ id }).then(
      (content) => !left && setOpened(content),
      (wrong: unknown) => !left && setError(wrong),
    )
    return () => {
      left = true
      setOpened(null)
    }
  }, [id])
  return { opened, error }
}

function Zoom({ zoom, onZoom }: { zoom: number; onZoom: (zoom: number) => void }) {
  return (
    <>
      <Button small icon="minus" aria-label={t.farther} isDisabled={zoom === STEPS[0]} onPress={() => onZoom(nearer(zoom, -1))}>{''}</Button>
      <span className="tabular" aria-live="polite">{t.zoom(zoom)}</span>
      <Button small icon="plus" aria-label={t.closer} isDisabled={zoom === STEPS[STEPS.length - 1]} onPress={() => onZoom(nearer(zoom, 1))}>{''}</Button>
    </>
  )
}

function ImageView({ bytes, mime, title }: { bytes: Uint8Array<ArrayBuffer>; mime: string; title: string }) {
  const image = useRef<HTMLImageElement>(null)
  const [broken, setBroken] = useState(false)
  const [zoom, setZoom] = useState(100)
  useEffect(() => {
    const address = URL.createObjectURL(new Blob([bytes], { type: mime }))
    if (image.current) image.current.src = address
    return () => URL.revokeObjectURL(address)
  }, [bytes, mime])
  if (broken) return <Notice kind="error">{t.brokenImage}</Notice>
  return (
    <>
      <div className="line"><Zoom zoom={zoom} onZoom={setZoom} /></div>
      <div className="files-sheet" tabIndex={0} role="region" aria-label={t.sheet(title)}>
        <img ref={image} alt={title} style={{ inlineSize: `${String(zoom)}%` }} onError={() => setBroken(true)} />
      </div>
    </>
  )
}

function Content({ content }: { content: FileContent }) {
  const [bytes] = useState(() => fromBase64(content.content))
  if (content.media === 'pdf')
    return (
      <Suspense fallback={<Progress label={t.opening} />}>
        <PdfView bytes={bytes} title={content.title} zoomOf={(zoom, onZoom) => <Zoom zoom={zoom} onZoom={onZoom} />} nearer={nearer} />
      </Suspense>
    )
  if (content.media === 'p7m' || !content.media) return <Notice>{t.notShown}</Notice>
  return <ImageView bytes={bytes} mime={content.mime} title={content.title} />
}

export function FilePage({ params }: { params: Params }) {
  const { opened, error } = useOpened(params['file_id'] ?? '')
  const slow = useSlow(!opened && !error)
  return (
    <Page>
      <PageHeader title={opened?.title ?? t.viewTitle} back={{ label: it.shell.back, onPress: goBack }} />
      {error ? <Notice kind="error">{describeError(error)}</Notice> : null}
      {slow && <Progress label={t.opening} />}
      {opened && <Content content={opened} />}
    </Page>
  )
}
