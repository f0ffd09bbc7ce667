// One activity: its one header, and those of its texts that the operator may read, each with the file it stands in.
import { diaryActivity, type EntryView } from '../bindings'
import { Badge, Button, Facts, Notice, Page, PageHeader } from '../components'
import { showDateFull } from '../dates/civil'
import { it } from '../messages/it'
import { goBack, navigate, useAnswer, type Params } from '../navigation'
import { useWaiting } from '../office'
import { describeError } from '../platform'
import { aboutOf, minutesOf } from './ActivityList'
import { EntryCard } from './EntryCard'
import { KINDS_OF_DIARY } from './kinds'
import { kindName, nameOf, placeText, type Names } from './words'

const t = it.activities

function Text({ entry, names, waits }: { entry: EntryView; names: Names; waits: boolean }) {
  const file = entry.case
  return (
    <div className="diary-activity-text">
      {file && (
        <div className="line">
          <Button kind="link" icon="folder" onPress={() => navigate('case', { case_id: file })}>
            {nameOf(names, file)}
          </Button>
          {names[file]?.service && <Badge>{names[file]?.service}</Badge>}
        </div>
      )}
      <EntryCard entry={entry} names={names} waits={waits} />
    </div>
  )
}

export function ActivityPage({ params }: { params: Params }) {
  const act = params['act_id'] ?? ''
  const { data, error } = useAnswer({ key: ['diary.activity', act], ask: () => diaryActivity({ act }), kinds: [...KINDS_OF_DIARY, 'activity', 'school', 'school_class'] })
  const waits = useWaiting(data?.entries.map(({ id }) => id) ?? [])
  const title = data ? `${kindName(data.line.kind)} · ${aboutOf(data.line, data.names)}` : t.one
  const hidden = data ? data.line.texts - data.entries.length : 0
  return (
    <Page>
      <PageHeader title={title} subtitle={data ? [showDateFull(data.line.occurred_on), data.line.starts].filter(Boolean).join(', ') : undefined} back={{ label: it.shell.back, onPress: goBack }} />
      {error ? <Notice kind="error">{describeError(error)}</Notice> : null}
      {data && (
        <>
          <Facts
            facts={[
              { label: t.author, value: nameOf(data.names, data.line.author) },
              { label: t.place, value: data.line.place ? placeText(data.line.place) : '' },
              { label: t.minutes, value: data.line.texts > 1 && data.line.time.minutes !== null ? `${minutesOf(data.line)}. ${t.counted}` : minutesOf(data.line) },
              { label: t.texts, value: data.line.texts > 1 ? String(data.line.texts) : '' },
            ]}
          />
          {data.entries.map((entry) => (
            <Text key={entry.id} entry={entry} names={data.names} waits={waits.has(entry.id)} />
          ))}
          {hidden > 0 && <p className="muted">{t.notShown(hidden)}</p>}
        </>
      )}
    </Page>
  )
}
