// The public face of the agenda.
export { ItemLine, lineKey } from './ItemLine'
