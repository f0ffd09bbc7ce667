// The judicial authorities: the list as it begins, and what the office made of it.
import { tutelaSaveAuthority, type AuthorityCard, type Autorita } from '../bindings'
import { CaseDialog } from '../cases/CaseDialog'
import { Badge, Button, DateField, Notice, Page, PageHeader, SelectField, TextField } from '../components'
import { showDate } from '../dates/civil'
import { it } from '../messages/it'
import { goBack, useDialogState } from '../navigation'
import { describeError } from '../platform'
import { useAuthorities } from './asked'
import { choices } from './fields'
import './tutela.css'

const t = it.tutela

function AuthorityDialog({ card, onClose }: { card: AuthorityCard | null; onClose: () => void }) {
  const [value, setValue] = useDialogState<Autorita>('authorities.value', card?.authority ?? { period: {} })
  const set = (part: Partial<Autorita>) => setValue({ ...value, ...part })
  const period = (part: { from?: string | null; until?: string | null }) => {
    const next = { from: value.period.from ?? null, until: value.period.until ?? null, ...part }
    set({ period: { ...(next.from ? { from: next.from } : {}), ...(next.until ? { until: next.until } : {}) } })
  }
  return (
    <CaseDialog title={card ? t.edit : t.authorityAdd} isOpen onClose={onClose} run={tutelaSaveAuthority} submit={it.kit.save} input={() => ({ id: card?.id ?? null, authority: value, seen: card?.seen ?? [] })}>
      <TextField name="authority-name" label={t.authorityName} required value={value.name ?? ''} onChange={(name) => set({ name })} />
      <SelectField name="authority-kind" label={t.authorityKind} required choices={choices(t.authorities)} value={value.kind ?? null} onChange={(kind) => set({ kind })} />
      <TextField name="authority-pec" label={t.authorityPec} value={value.pec ?? ''} onChange={(pec) => set({ pec })} />
      <div className="form-row">
        <DateField name="authority-from" label={t.authorityFrom} narrow value={value.period.from ?? null} onChange={(from) => period({ from })} />
        <DateField name="authority-until" label={t.authorityUntil} narrow value={value.period.until ?? null} onChange={(until) => period({ until })} />
      </div>
    </CaseDialog>
  )
}

export function AuthoritiesPage() {
  const { data = [], error } = useAuthorities()
  const [open, setOpen] = useDialogState<AuthorityCard | 'new' | null>('authority', null)
  return (
    <Page>
      <PageHeader title={t.authoritiesTitle} back={{ label: it.kit.back, onPress: goBack }} actions={<Button icon="plus" onPress={() => setOpen('new')}>{t.authorityAdd}</Button>} />
      <p className="muted">{t.authorityHelp}</p>
      {error && <Notice kind="error">{describeError(error)}</Notice>}
      <ul className="court-authorities">
        {data.map((card) => (
          <li key={card.key}>
            <span>
              {card.authority.name} {card.authority.kind && <Badge>{t.authorities[card.authority.kind]}</Badge>} {!card.works && <Badge tone="warning">{t.authorityEnded}</Badge>}
              {(card.authority.period.from || card.authority.period.until) && <span className="muted"> {it.people.period(showDate(card.authority.period.from), showDate(card.authority.period.until))}</span>}
            </span>
            <Button small kind="quiet" icon="pencil" aria-label={`${t.edit}: ${card.authority.name ?? ''}`} onPress={() => setOpen(card)}>{t.edit}</Button>
          </li>
        ))}
      </ul>
      {open && <AuthorityDialog card={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Page>
  )
}
