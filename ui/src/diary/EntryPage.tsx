// One signed note on a page of its own.
import { diaryGet } from '../bindings'
import { Button, Notice, Page, PageHeader } from '../components'
import { it } from '../messages/it'
import { goBack, navigate, useAnswer, type Params } from '../navigation'
import { describeError } from '../platform'
import { EntryCard } from './EntryCard'
import { KINDS_OF_DIARY } from './kinds'
import { collectiveText, nameOf } from './words'

export function EntryPage({ params }: { params: Params }) {
  const id = params['entry_id'] ?? ''
  const { data, error } = useAnswer({ key: ['diary.get', id], ask: () => diaryGet({ id }), kinds: KINDS_OF_DIARY })
  const entry = data?.entries[0]
  const file = entry?.case
  return (
    <Page>
      <PageHeader
        title={it.diary.entry}
        subtitle={data && file ? nameOf(data.names, file) : data && entry?.collective ? collectiveText(entry.collective, data.names) : undefined}
        back={{ label: it.shell.back, onPress: goBack }}
        actions={
          file ? <Button onPress={() => navigate('case', { case_id: file })}>{it.diary.openFile}</Button>
          : entry?.collective ? <Button onPress={() => navigate('activity', { act_id: entry.act })}>{it.activities.openOne}</Button>
          : undefined
        }
      />
      {error ? <Notice kind="error">{describeError(error)}</Notice> : null}
      {data && entry && <EntryCard entry={entry} names={data.names} />}
    </Page>
  )
}
