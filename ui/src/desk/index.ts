// The public face of the desk: what it heard, for the page of a case.
export { Heard } from './Heard'
