// The public face of access to records: the section of a case and the sign in its header.
export { PendingBadge, RichiesteSection } from './RichiesteSection'
