// The public face of assessments: what stands of them on the page of a case.
export { AssessmentsSection } from './AssessmentsSection'
