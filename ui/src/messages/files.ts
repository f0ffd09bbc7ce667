// Texts of attached files: choosing, listing, opening, taking off.
import type { Media, Purpose } from '../bindings'
import type { ErrorTexts } from './errors'

const PURPOSES: Readonly<Record<Purpose, string>> = { document: 'Documento', photo: 'Fotografia', signature: 'Firma sullo schermo', sent_copy: 'Copia inviata' }
const MEDIA: Readonly<Record<Media, string>> = { pdf: 'PDF', png: 'immagine', jpeg: 'immagine', webp: 'immagine', p7m: 'busta firmata' }

const size = (bytes: number) => (bytes < 1024 * 1024 ? `${String(Math.max(1, Math.round(bytes / 1024)))} KB` : `${(bytes / 1024 / 1024).toLocaleString('it-IT', { maximumFractionDigits: 1 })} MB`)
const count = (n: number) => (n === 1 ? '1 file' : `${String(n)} file`)

export const files = {
  title: 'Allegati',
  add: 'Allega un file',
  addTitle: 'Allega un file',
  choose: 'Scegli il file',
  chooseOther: 'Scegli un altro file',
  label: 'File da allegare',
  hint: 'PDF, immagini (PNG, JPEG, WebP) o buste firmate .p7m, fino a 20 MB. Puoi anche trascinarlo qui.',
  chosen: (name: string, bytes: number) => `${name} (${size(bytes)})`,
  unchoose: (name: string) => `Togli ${name}`,
  tooBig: 'Il file supera i 20 MB.',
  unreadable: 'Non riesco a leggere il file: forse è stato spostato.',
  missing: 'Scegli un file.',
  name: 'Titolo',
  nameHint: 'Se lo lasci vuoto resta il nome del file.',
  purpose: 'Che cos’è',
  purposes: PURPOSES,
  dated: 'Data del documento',
  reason: 'Perché',
  reasonHint: 'Per una fotografia serve sempre: che cosa documenta e perché.',
  everywhere: (n: number) => `Allega anche nelle cartelle degli altri minori (${String(n)} in tutto)`,
  attach: 'Allega',
  attached: 'File allegato.',
  open: (title: string) => `Apri ${title}`,
  untitled: 'File senza nome',
  about: (media: Media | null | undefined, bytes: number | null | undefined) => [media ? MEDIA[media] : '', bytes ? size(bytes) : ''].filter(Boolean).join(', '),
  by: (who: string, when: string) => `allegato da ${who} il ${when}`,
  elsewhere: 'Il file non è ancora su questo computer',
  lost: 'Il file non si trova più su questo computer',
  remove: (title: string) => `Togli ${title}`,
  removeTitle: 'Togli l’allegato',
  removeText: 'L’allegato non si apre più e resta la traccia: chi l’ha tolto, quando e perché.',
  removeButton: 'Togli',
  removed: (who: string, when: string, why: string) => `Tolto da ${who} il ${when}: ${why}`,
  removedUnnamed: 'Allegato tolto',

  photo: 'Fotografia',
  photoTitle: 'Fotografia con il motivo',
  takePhoto: 'Scatta o scegli la foto',
  photoHint: 'La foto è cifrata nell’archivio. Se l’hai scattata con un altro apparecchio, cancellala lì.',
  sign: 'Firma sullo schermo',
  signTitle: 'Firma sullo schermo',
  signer: 'Chi firma',
  signFor: 'Che cosa firma',
  notDigital: 'Non è una firma digitale.',
  signMissing: 'Manca la firma.',
  ofDraft: 'Vanno con la nota quando la firmi.',
  signatureOf: (who: string) => `Firma di ${who}`,

  viewTitle: 'Allegato',
  sheet: (title: string) => `Documento: ${title}`,
  opening: 'Apro il file',
  notShown: 'Questo file si conserva così com’è stato inviato e non si può mostrare qui.',
  protectedPdf: 'Il PDF è protetto da una frase e non si può mostrare qui.',
  brokenPdf: 'Il PDF è danneggiato e non si può mostrare.',
  brokenImage: 'L’immagine è danneggiata e non si può mostrare.',
  page: (n: number, of: number) => `Pagina ${String(n)} di ${String(of)}`,
  previous: 'Pagina precedente',
  next: 'Pagina successiva',
  closer: 'Ingrandisci',
  farther: 'Riduci',
  zoom: (percent: number) => `${String(percent)} %`,
  keys: 'Frecce a sinistra e a destra per le pagine, + e − per ingrandire.',
  pageText: (n: number) => `Testo della pagina ${String(n)}`,
  noText: 'La pagina è un’immagine: non ha testo da leggere.',

  waiting: (n: number) => `${count(n)} ${n === 1 ? 'aspetta' : 'aspettano'} l’ufficio: ${n === 1 ? 'è cifrato' : 'sono cifrati'} su questo computer e nelle sue copie.`,
  notFound: (n: number) => `${count(n)} ${n === 1 ? 'non si trova' : 'non si trovano'} più su questo computer, neppure nelle copie. Avvisa la coordinatrice.`,
}

export const filesErrors = {
  file_empty: () => 'Il file è vuoto.',
  file_too_large: () => 'Il file supera i 20 MB.',
  file_kind_unknown: () => 'Si possono allegare PDF, immagini PNG, JPEG o WebP e buste firmate .p7m: questo file è altro, qualunque sia il suo nome.',
  file_broken: () => 'L’immagine è danneggiata e non si può allegare.',
  file_too_many_pixels: () => 'L’immagine è troppo grande: al massimo 50 milioni di punti. Salvala più piccola e riprova.',
  file_not_here: () => 'Il file non è ancora su questo computer.',
  file_damaged: () => 'Il file su questo computer è danneggiato e nessuna copia è intera. Non è stato mostrato: chiedilo a chi l’ha allegato.',
  file_removed: () => 'L’allegato è stato tolto.',
} satisfies ErrorTexts
