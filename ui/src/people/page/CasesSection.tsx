// Cartelle: her cases, those that may be seen.
import type { PersonDetails } from '../../bindings'
import { Badge, Button, Section } from '../../components'
import { showDate } from '../../dates/civil'
import { it } from '../../messages/it'
import { SERVICES, STATES } from '../../messages/terms'
import { navigate } from '../../navigation'
import { ItemList, type Item } from './ItemList'

const t = it.people

export function CasesSection({ details }: { details: PersonDetails }) {
  const items = details.cases.map((one): Item => {
    const service = SERVICES[one.service]
    return {
      key: one.id,
      name: service,
      main: (
        <Button kind="link" onPress={() => navigate('case', { case_id: one.id })}>
          {service}
        </Button>
      ),
      badges: one.state && <Badge>{STATES[one.state]}</Badge>,
      note: one.last_contact ? t.lastContact(showDate(one.last_contact.slice(0, 10))) : null,
    }
  })
  return (
    <Section title={t.cases}>
      <ItemList label={t.cases} items={items} empty={t.noCases} />
    </Section>
  )
}
