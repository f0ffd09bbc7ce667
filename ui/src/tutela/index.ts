// The public face of the courts: the tab of a case, its reports, and those that wait for her.
export { CourtTab } from './CourtTab'
export { MyReports } from './report/MyReports'
export { ReportsSection, useReports, WriteFinal } from './report/ReportsSection'
export { stateTone } from './report/words'
