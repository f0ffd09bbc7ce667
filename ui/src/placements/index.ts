// The public face of placements: the tab of a case, where somebody is placed today.
export { useRunning } from './asked'
export { PlacementsTab } from './PlacementsTab'
