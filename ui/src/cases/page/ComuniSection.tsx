// Comune of residence and comune in charge; a change asks for both, and with a placement for who bears the costs.
import { useState } from 'react'
import { casesChangeComune, type CasePage, type ComuniView } from '../../bindings'
import { Button, CheckboxField, DateField, Facts, Section } from '../../components'
import { showDate } from '../../dates/civil'
import { it } from '../../messages/it'
import { useSession } from '../../navigation'
import { useRunning } from '../../placements'
import { CaseDialog } from '../CaseDialog'
import { ComuneField, type ComuneChoice } from '../fields'

const t = it.cases

function ComuneDialog({ page, isOpen, onClose }: { page: CasePage; isOpen: boolean; onClose: () => void }) {
  const { today } = useSession()
  const [on, setOn] = useState<string | null>(today)
  const [residence, setResidence] = useState<ComuneChoice | null>(null)
  const [inCharge, setInCharge] = useState<ComuneChoice | null>(null)
  const [said, setPlacement] = useState(false)
  const [running] = useRunning(page.case)
  const placement = said || running !== undefined
  const [costs, setCosts] = useState<ComuneChoice | null>(null)
  const input = () =>
    on === null || residence === null
      ? null
      : { case: page.case, change: { on, residence: residence.key, in_charge: inCharge?.key ?? null, placement, costs: placement ? (costs?.key ?? null) : null } }
  return (
    <CaseDialog title={t.changeComune} isOpen={isOpen} onClose={onClose} run={casesChangeComune} submit={t.record} input={input}>
      <DateField name="comune-on" label={t.comuneOn} narrow required value={on} onChange={setOn} />
      <ComuneField name="residence" label={t.comuneResidence} required value={residence} onChange={setResidence} />
      <ComuneField name="in_charge" label={t.comuneInCharge} hint={t.comuneInChargeHint} required value={inCharge} onChange={setInCharge} />
      {running ? <p className="field-hint">{it.placements.running(running.facility ?? '', showDate(running.since))}</p> : <CheckboxField name="placement" label={t.placement} isSelected={placement} onChange={setPlacement} />}
      {placement && <ComuneField name="costs" label={t.comuneCosts} hint={t.comuneCostsHint} required value={costs} onChange={setCosts} />}
    </CaseDialog>
  )
}

const factsOf = (comuni: ComuniView) => [
  { label: t.residence, value: comuni.residence },
  { label: t.inCharge, value: comuni.in_charge },
  { label: t.costs, value: comuni.costs },
  { label: t.since, value: showDate(comuni.codes.since) },
]

export function ComuniSection({ page }: { page: CasePage }) {
  const [changing, setChanging] = useState(false)
  if (page.fields === 'list') return null
  return (
    <Section title={t.comuni} actions={page.may.includes('comune') && <Button small icon="pencil" onPress={() => setChanging(true)}>{t.changeComune}</Button>}>
      {page.comuni ? <Facts facts={factsOf(page.comuni)} /> : <p className="muted">{t.findings.comuni}</p>}
      {page.past_comuni.length > 0 && (
        <details>
          <summary>{t.pastComuni}</summary>
          {page.past_comuni.map((comuni, index) => (
            <Facts key={`${comuni.codes.since ?? ''}-${index}`} facts={factsOf(comuni)} />
          ))}
        </details>
      )}
      {changing && <ComuneDialog page={page} isOpen onClose={() => setChanging(false)} />}
    </Section>
  )
}
