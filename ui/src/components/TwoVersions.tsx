// Two people wrote the same thing without seeing each other: both versions are kept, and the mark says so.
import { kit } from '../messages/kit'
import { Badge } from './Badge'

/** `of`: the record's clashes, or whether it has any. */
export function TwoVersions({ of }: { of: unknown }) {
  return of ? (
    <Badge tone="warning" icon="files">
      {kit.twoVersions}
    </Badge>
  ) : null
}
