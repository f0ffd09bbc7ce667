// A case or a person by name, as the way to its page.
import type { Name } from '../bindings'
import { Button } from '../components'
import { it } from '../messages/it'
import { navigate } from '../navigation'

/** A case has a service; a person has none; what left this computer has no name. */
export function SubjectLink({ subject, names }: { subject: string; names: Readonly<Record<string, Name | undefined>> }) {
  const named = names[subject]
  if (!named) return <span>{it.office.gone}</span>
  const label = named.service ? `${named.name} · ${it.cases.serviceName(named.service)}` : named.name
  return (
    <Button kind="link" onPress={() => (named.service ? navigate('case', { case_id: subject }) : navigate('person', { person_id: subject }))}>
      {label}
    </Button>
  )
}
