// Drafts to sign: opened one by one, or ticked and signed together; each answers for itself.
import { useState } from 'react'
import { diarySignMany, draftDiscarded, draftRestore, type DraftSummary } from '../bindings'
import { Badge, Button, EmptyState, Notice, notify, Section } from '../components'
import { showDate, showInstant } from '../dates/civil'
import { collectiveText, kindName, nameOf } from '../diary'
import { it } from '../messages/it'
import { navigate, useAnswer, useCommand } from '../navigation'
import { describeError } from '../platform'

const t = it.today
const FORM_ENTRY = 'diary_entry'
const canSign = (draft: DraftSummary) => draft.form === FORM_ENTRY && !draft.empty
const FORM_REPORT = 'relazione_testo'
const titleOf = (draft: DraftSummary) => (draft.kind ? kindName(draft.kind) : draft.form === FORM_REPORT ? it.report.title : t.otherForm)
const open = (draft: DraftSummary) => (draft.form === FORM_REPORT && draft.subject ? navigate('report', { report_id: draft.subject }) : navigate('diary.draft', { draft_id: draft.id }))

interface LineProps {
  draft: DraftSummary
  chosen: boolean
  onChoose: (chosen: boolean) => void
}

function Line({ draft, chosen, onChoose }: LineProps) {
  const about = [...(draft.collective ? [collectiveText(draft.collective, draft.names)] : []), ...draft.files.map((file) => nameOf(draft.names, file))].join(', ')
  return (
    <li className="today-draft">
      <input
        type="checkbox" aria-label={t.chooseDraft(`${titleOf(draft)} ${about}`)} checked={chosen} disabled={!canSign(draft)}
        onChange={(event) => onChoose(event.target.checked)}
      />
      <span className="today-draft-what">
        <Button kind="link" onPress={() => open(draft)}>
          {titleOf(draft)}
        </Button>
        <span>{about}</span>
        {draft.to_place && <Badge tone="warning">{t.toPlace}</Badge>}
        {draft.old && (
          <Badge tone="warning" icon="clock">
            {t.oldDraft}
          </Badge>
        )}
        {draft.empty && <Badge>{t.emptyDraft}</Badge>}
        <span className="today-excerpt">{draft.excerpt}</span>
      </span>
      <span className="today-when tabular">{draft.occurred_on ? showDate(draft.occurred_on) : showInstant(draft.saved_at)}</span>
    </li>
  )
}

function Deleted() {
  const [open, setOpen] = useState(false)
  const { data } = useAnswer({ key: ['draft.discarded'], ask: draftDiscarded, kinds: ['draft'] })
  const restore = useCommand(draftRestore)
  if (!data || data.length === 0) return null
  return (
    <div className="today-deleted">
      <Button kind="link" icon={open ? 'collapse' : 'expand'} aria-expanded={open} onPress={() => setOpen(!open)}>
        {`${t.deleted} (${data.length})`}
      </Button>
      {open && (
        <ul className="today-drafts">
          {data.map((draft) => (
            <li key={draft.id} className="today-draft">
              <span />
              <span className="today-draft-what">
                {titleOf(draft)} <span className="today-excerpt">{draft.excerpt}</span>
              </span>
              <Button small onPress={() => restore.mutate({ id: draft.id })}>
                {t.restore}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

export function Drafts({ drafts }: { drafts: readonly DraftSummary[] }) {
  const [chosen, setChosen] = useState<readonly string[]>([])
  const sign = useCommand(diarySignMany)
  const here = drafts.filter((draft) => canSign(draft)).map((draft) => draft.id)
  const ticked = chosen.filter((id) => here.includes(id))
  const choose = (id: string) => (is: boolean) => setChosen(is ? [...ticked, id] : ticked.filter((one) => one !== id))
  const run = () =>
    sign.mutate(
      { drafts: ticked },
      {
        onSuccess: (answers) => {
          const signed = answers.filter((one) => one.answer?.type === 'signed').length
          if (signed > 0) notify('success', t.signedMany(signed))
          if (signed < answers.length) notify('warning', t.notSigned(answers.length - signed))
          setChosen([])
        },
      },
    )
  return (
    <Section
      title={t.drafts(drafts.length)}
      actions={
        here.length > 0 && (
          <>
            <Button kind="quiet" small onPress={() => setChosen(here)}>
              {t.chooseAll}
            </Button>
            <Button small icon="sign" isDisabled={ticked.length === 0} isPending={sign.isPending} onPress={run}>
              {t.signChosen(ticked.length)}
            </Button>
          </>
        )
      }
    >
      {sign.error ? <Notice kind="error">{describeError(sign.error)}</Notice> : null}
      {drafts.length === 0 ? (
        <EmptyState icon="note" title={t.noDrafts}>
          {t.noDraftsHelp}
        </EmptyState>
      ) : (
        <ul className="today-drafts">
          {drafts.map((draft) => (
            <Line key={draft.id} draft={draft} chosen={ticked.includes(draft.id)} onChoose={choose(draft.id)} />
          ))}
        </ul>
      )}
      <Deleted />
    </Section>
  )
}
