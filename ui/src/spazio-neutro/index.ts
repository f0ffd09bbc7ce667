// The public face of spazio neutro: the tab of a case.
export { SnTab } from './SnTab'
