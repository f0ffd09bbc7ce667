// The public face of accesses.
export { AccessLink } from './AccessLink'
