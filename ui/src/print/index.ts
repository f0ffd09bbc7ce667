// A page on paper: the button, and what of a page is left off.
export { PrintButton } from './PrintButton'
