// The public face of the agenda.
export { ItemLine } from './ItemLine'
