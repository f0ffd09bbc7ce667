// The public face of search.
export { Palette } from './Palette'
export type { Hit, HitKind } from './find'
