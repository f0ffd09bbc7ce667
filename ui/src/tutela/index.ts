// The public face of the courts: the tab of a case, and the reports that wait for her.
export { CourtTab } from './CourtTab'
export { MyReports } from './report/MyReports'
export { ReportsSection, useReports, WriteFinal } from './report/ReportsSection'
