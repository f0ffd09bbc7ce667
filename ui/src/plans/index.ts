// The public face of plans: what stands of them on the page of a case.
export { PlansSection } from './PlansSection'
