// The public face of Oggi.
export { TodayPage } from './TodayPage'
