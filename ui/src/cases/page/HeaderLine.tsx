// With whom she lives, who has responsibility, her mother and father, what is due next, the last contact: one line.
import type { AssignmentRole, CasePage, Named } from '../../bindings'
import { Badge, Button } from '../../components'
import { showDate } from '../../dates/civil'
import { dayWords } from '../../deadlines'
import { it } from '../../messages/it'
import { navigate, useSession } from '../../navigation'
import { useRunning } from '../../placements'
import { dayOf } from '../words'

const t = it.cases
const TEAM: readonly AssignmentRole[] = ['responsabile', 'psicologo', 'mini_equipe', 'sostituto', 'educatore']

function People({ people }: { people: readonly Named[] }) {
  return people.map((person, index) => (
    <span key={person.id}>
      {index > 0 && ', '}
      <Button kind="link" onPress={() => navigate('person', { person_id: person.id })}>
        {person.name}
      </Button>
    </span>
  ))
}

function Item({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="cases-line-item">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

export function HeaderLine({ page }: { page: CasePage }) {
  const { header } = page
  const { today } = useSession()
  const [placed] = useRunning(page.case, page.fields === 'full')
  if (page.fields !== 'full') return null
  const due = header.next_due ? dayWords(header.next_due, today) : null
  const what = header.next_deadline ? it.deadlines.codes[header.next_deadline.key.code] : header.next_what
  // Who follows the case today: the responsible first, then the psicologo and the others of the mini-équipe.
  const team = page.assignments.filter((one) => one.current && one.role !== 'sostituto').sort((one, other) => TEAM.indexOf(one.role) - TEAM.indexOf(other.role))
  const bare = !placed && header.lives_with.length === 0 && header.responsibility.length === 0 && !header.mother && !header.father
  const substitutes = page.assignments.filter((one) => one.current && one.role === 'sostituto')
  return (
    <dl className="cases-line">
      {team.length > 0 && <Item label={t.team}>{team.map((one) => t.teamMember(one.name, t.roles[one.role])).join(', ')}</Item>}
      {placed && <Item label={t.livesWith}>{it.placements.livesIn(placed.facility ?? '', showDate(placed.since))}</Item>}
      {!placed && header.lives_with.length > 0 && <Item label={t.livesWith}><People people={header.lives_with} /></Item>}
      {header.responsibility.length > 0 && <Item label={t.responsibility}><People people={header.responsibility} /></Item>}
      {header.mother && <Item label={t.mother}><People people={[header.mother]} /></Item>}
      {header.father && <Item label={t.father}><People people={[header.father]} /></Item>}
      {bare && <Item label={t.livesWith}><span className="muted">{t.noHeader}</span></Item>}
      {due && header.next_due && (
        <Item label={t.nextDue}>
          <Badge tone={due.tone}>{due.text}</Badge> {`${showDate(header.next_due)}${what ? `: ${what}` : ''}`}
        </Item>
      )}
      {substitutes.length > 0 && <Item label={it.substitutions.inHeader}>{substitutes.map((one) => it.substitutions.forWhom(one.name, one.stands_in_for ?? '', showDate(one.to))).join('; ')}</Item>}
      <Item label={t.lastContact}>{dayOf(header.last_contact) || '–'}</Item>
    </dl>
  )
}
