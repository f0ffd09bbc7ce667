// What other pages show of the agreement with the office: its state, what waits, where two wrote without seeing each other.
export { Clashes } from './Clashes'
export { OfficeState } from './OfficeState'
export { useWaiting, Waits } from './waiting'
