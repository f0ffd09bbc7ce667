// One plan: what it says, its goals, who signed, its reviews; and the step that comes next.
import { plansConclude, plansGet, plansPrinted, plansShare, plansUnshare, type Party, type PlanPage as Whole, type PlanSignature } from '../bindings'
import { Badge, Button, Facts, Notice, notify, Page, PageHeader, Section, TwoVersions } from '../components'
import { showDate } from '../dates/civil'
import { it } from '../messages/it'
import { goBack, navigate, type Params, useAnswer, useCommand, useDialogState } from '../navigation'
import { describeError } from '../platform'
import { PrintButton } from '../print'
import { ReviewDialog } from './ReviewDialog'
import { Drawn } from './SignaturePad'
import { SignDialog } from './SignDialog'
import { codeName, planTitle, planTone } from './words'

const t = it.plans
const KINDS = ['care_plan', 'plan_goal', 'plan_review', 'plan_signature', 'plan_version', 'operator'] as const

function What({ page }: { page: Whole }) {
  const { value } = page.plan
  const name = (id: string | null | undefined) => (id ? page.names[id]?.name : null)
  return (
    <Section title={t.title}>
      <Facts
        facts={[
          { label: t.kind, value: codeName(value.kind) },
          { label: t.subject, value: value.subject },
          { label: t.profilo, value: showDate(value.pei?.profilo_on) },
          { label: t.diagnosi, value: value.pei?.profilo_on ? null : showDate(value.pei?.diagnosi_on) },
          { label: t.beneficiary, value: t.beneficiaries[value.beneficiary] },
          { label: t.starts, value: showDate(value.starts) },
          { label: t.ends, value: showDate(value.ends) },
          { label: t.reviews, value: value.review && t.every(value.review.n, value.review.unit) },
          { label: t.nextReview, value: showDate(page.next_review) },
          { label: t.responsible, value: name(value.responsible) },
          { label: t.monitor, value: name(value.monitor) },
          { label: t.motives, value: value.motives && <p className="plans-text">{value.motives}</p> },
          { label: t.measures, value: value.measures && <p className="plans-text">{value.measures}</p> },
          { label: t.reason, value: value.state.is === 'chiuso' ? codeName(value.state.reason) : null },
        ]}
      />
    </Section>
  )
}

function Goals({ page }: { page: Whole }) {
  return (
    <Section title={t.goals}>
      <ul className="plans-list">
        {page.goals.map(({ id, value, clashes }) => (
          <li key={id}>
            <span>
              <strong>{value.text}</strong> <TwoVersions of={clashes} />
              <span className="cases-note">{[t.terms[value.term], value.indicator].filter(Boolean).join(' · ')}</span>
            </span>
            {value.outcome && <Badge tone={value.outcome.code === '3' ? 'success' : 'neutral'}>{`${t.outcome}: ${codeName(value.outcome)}`}</Badge>}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Signed({ signature }: { signature: PlanSignature }) {
  const { how, party, on } = signature
  if (!how || !party) return null
  if (how.how === 'screen') return <Drawn strokes={how.strokes} label={t.sign(party.name)} />
  if (how.how === 'operator') return <span>{t.signedOn(showDate(on))}</span>
  return <span>{how.paper.waived ? `${t.hows.waived}: ${how.paper.waived}` : `${t.hows.paper}, ${it.cases.paperShown(showDate(how.paper.on), how.paper.protocol ?? '')}`}</span>
}

function Signatures({ page, onSign }: { page: Whole; onSign: (party: Party) => void }) {
  const { plan, signatures, unsigned, versions, may_write } = page
  const shared = plan.value.state.is === 'condiviso'
  return (
    <Section title={t.signatures}>
      {versions[0] && <p>{`${t.signedOn(showDate(versions[0].on))}. ${t.version}`}</p>}
      <ul className="plans-list">
        {signatures.map(({ id, signature }) => (
          <li key={id}>
            <span>
              <strong>{signature.party?.name}</strong>
              <span className="cases-note">{[signature.party && t.parties[signature.party.kind], showDate(signature.on)].filter(Boolean).join(' · ')}</span>
            </span>
            <Signed signature={signature} />
          </li>
        ))}
        {!plan.value.state.is.startsWith('chiuso') && unsigned.map((party) => (
          <li key={`${party.kind}-${party.name}`}>
            <span>
              <strong>{party.name}</strong>
              <span className="cases-note">{`${t.parties[party.kind]} · ${t.unsigned}`}</span>
            </span>
            {shared && <span className="paper-only">{t.signHere}</span>}
            {shared && may_write && <Button small icon="sign" aria-label={`${t.signShort}: ${party.name}`} onPress={() => onSign(party)}>{t.signShort}</Button>}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Reviews({ page }: { page: Whole }) {
  return (
    <Section title={t.reviews}>
      {page.reviews.length === 0 && <p className="muted">{t.noReviews}</p>}
      {page.reviews.map((review, index) => (
        <Facts
          key={`${review.on ?? ''}-${index}`}
          facts={[
            { label: showDate(review.on), value: [review.by && page.names[review.by]?.name, review.last && t.last].filter(Boolean).join(' · ') || ' ' },
            { label: t.present, value: review.present },
            { label: t.text, value: review.text && <p className="plans-text">{review.text}</p> },
          ]}
        />
      ))}
    </Section>
  )
}

function Steps({ page, onReview }: { page: Whole; onReview: () => void }) {
  const share = useCommand(plansShare)
  const unshare = useCommand(plansUnshare)
  const conclude = useCommand(plansConclude)
  const { id, value } = page.plan
  const { state } = value
  const error = share.error ?? unshare.error ?? conclude.error
  const run = (command: typeof share, done: string) => () => command.mutate({ id }, { onSuccess: () => notify('success', done) })
  const goNext = state.is === 'rinnovato' ? () => navigate('plan', { plan_id: state.next }) : null
  return (
    <>
      {error ? <Notice kind="error" role="alert">{describeError(error)}</Notice> : null}
      {page.may_write && (
        <div className="line">
          {state.is === 'bozza' && <Button icon="pencil" onPress={() => navigate('plan.edit', { plan_id: id })}>{t.edit}</Button>}
          {state.is === 'bozza' && <Button kind="primary" icon="share" isPending={share.isPending} onPress={run(share, t.shared)}>{t.share}</Button>}
          {state.is === 'condiviso' && page.unsigned.length === 0 && <Button kind="primary" icon="check" isPending={conclude.isPending} onPress={run(conclude, t.done)}>{t.conclude}</Button>}
          {state.is === 'condiviso' && <Button icon="arrow-left" isPending={unshare.isPending} onPress={run(unshare, t.done)}>{t.unshare}</Button>}
          {(state.is === 'firmato' || state.is === 'in_verifica') && <Button kind="primary" icon="refresh" onPress={onReview}>{t.review}</Button>}
        </div>
      )}
      {state.is === 'bozza' && page.may_write && <p className="muted no-print">{t.shareHelp}</p>}
      {state.is === 'condiviso' && page.may_write && <p className="muted no-print">{t.unshareHelp}</p>}
      {goNext && <div><Button kind="link" icon="arrow-right" onPress={goNext}>{t.goToNext}</Button></div>}
    </>
  )
}

function Shown({ page }: { page: Whole }) {
  const [signing, setSigning] = useDialogState<Party | null>('signing', null)
  const [reviewing, setReviewing] = useDialogState('reviewing', false)
  const { plan, names } = page
  const { is } = plan.value.state
  return (
    <Page>
      <PageHeader
        title={planTitle(plan.value)} subtitle={names[page.case]?.name} back={{ label: it.cases.case, onPress: () => navigate('case', { case_id: page.case }) }}
        badges={
          <>
            <Badge tone={planTone(is)}>{t.states[is]}</Badge>
            <TwoVersions of={plan.clashes} />
          </>
        }
        actions={<PrintButton note={() => plansPrinted({ id: plan.id })} />}
      />
      <Steps page={page} onReview={() => setReviewing(true)} />
      <What page={page} />
      <Goals page={page} />
      <Signatures page={page} onSign={setSigning} />
      {is !== 'bozza' && is !== 'condiviso' && <Reviews page={page} />}
      {signing && <SignDialog plan={plan.id} party={signing} onClose={() => setSigning(null)} />}
      {reviewing && <ReviewDialog page={page} onClose={() => setReviewing(false)} />}
    </Page>
  )
}

export function PlanPage({ params }: { params: Params }) {
  const id = params['plan_id'] ?? ''
  const { data, error } = useAnswer({ key: ['plans.get', id], ask: () => plansGet({ id }), kinds: KINDS })
  if (error) {
    return (
      <Page>
        <PageHeader title={t.title} back={{ label: it.shell.back, onPress: goBack }} />
        <Notice kind="error">{describeError(error)}</Notice>
      </Page>
    )
  }
  return data ? <Shown page={data} /> : null
}
