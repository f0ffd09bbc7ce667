// What other pages show of the agreement with the office: its state, what waits, where two wrote without seeing each other.
export { Clashes } from './Clashes'
export { CaseLeft, usePassedTo } from './Left'
export { OfficeState } from './OfficeState'
export { RequestsOf } from './Requests'
export { useWaiting, Waits } from './waiting'
