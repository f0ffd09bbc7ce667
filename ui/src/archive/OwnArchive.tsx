// "I miei dati su questo computer": when it locks, how it looks, the passphrase, the copies, what holds for the office.
import { useState } from 'react'
import { archiveBackup, archiveBackupList, sessionChangeSettings, sessionSettings, type Copy } from '../bindings'
import { Button, ListTable, EmptyState, notify, Notice, Page, PageHeader, Progress, Section, SelectField, useSlow, type Column } from '../components'
import { showInstant } from '../dates/civil'
import { showBytes } from '../dates/sizes'
import { it } from '../messages/it'
import { useAnswer, useCommand, useSession } from '../navigation'
import { call, describeError } from '../platform'
import { chooseTheme, themeOf, type ThemeChoice } from '../styles/theme'
import { ChangePassphrase } from './ChangePassphrase'
import { Office } from './Office'

const MINUTES = Array.from({ length: 15 }, (_, index) => String(index + 1))
const DEFAULT_MINUTES = 5

function LockAndLooks() {
  const { idle_minutes } = useSession()
  const { data } = useAnswer({ key: ['session.settings'], ask: sessionSettings, kinds: ['setting'] })
  const change = useCommand(sessionChangeSettings)
  const minutes = String(data?.idle_minutes ?? idle_minutes ?? DEFAULT_MINUTES)
  const saved = () => notify('success', it.archive.saved)
  return (
    <Section title={it.archive.lockSection}>
      <div className="form">
        {change.error ? <Notice kind="error">{describeError(change.error)}</Notice> : null}
        <div className="form-row">
          <SelectField
            name="idle"
            label={it.archive.idle}
            hint={it.archive.idleHint}
            value={minutes}
            choices={MINUTES.map((key) => ({ key, label: it.archive.minutes(Number(key)) }))}
            onChange={(key) =>
              change.mutate(
                { idle_minutes: Number(key) },
                {
                  onSuccess: () => {
                    saved()
                    void call('main', 'shell.idle', { minutes: Number(key) })
                  },
                },
              )
            }
          />
          <SelectField
            name="theme"
            label={it.archive.theme}
            value={themeOf(data?.theme)}
            choices={(['system', 'light', 'dark'] as const).map((key: ThemeChoice) => ({ key, label: it.shell.themes[key] }))}
            onChange={(theme) => {
              chooseTheme(theme)
              change.mutate({ theme: theme === 'system' ? '' : theme }, { onSuccess: saved })
            }}
          />
        </div>
      </div>
    </Section>
  )
}

function Passphrase() {
  const [open, setOpen] = useState(false)
  return (
    <Section
      title={it.archive.phraseSection}
      actions={
        <Button small icon="key" onPress={() => setOpen(true)}>
          {it.archive.phraseChange}
        </Button>
      }
    >
      <p>{it.archive.phraseText}</p>
      <ChangePassphrase isOpen={open} onClose={() => setOpen(false)} />
    </Section>
  )
}

const COLUMNS: readonly Column<Copy>[] = [
  { key: 'taken', header: it.archive.copyWhen, cell: (copy) => showInstant(copy.taken), sortValue: (copy) => copy.taken, firstDirection: 'descending' },
  { key: 'bytes', header: it.archive.copySize, align: 'end', cell: (copy) => showBytes(copy.bytes), sortValue: (copy) => copy.bytes },
]

function Copies() {
  const copies = useAnswer({ key: ['archive.backup_list'], ask: archiveBackupList, kinds: ['archive'] })
  const backup = useCommand(archiveBackup)
  const slow = useSlow(backup.isPending)
  const now = () =>
    backup.mutate(undefined, {
      onSuccess: ({ rows }) => {
        notify('success', it.archive.copied(rows))
        void copies.refetch()
      },
    })
  const problem = backup.error ?? copies.error
  return (
    <Section
      title={it.archive.copiesSection}
      flush
      actions={
        <Button small icon="copy" isPending={backup.isPending} onPress={now}>
          {it.archive.copyNow}
        </Button>
      }
    >
      <div className="archive-copies stack-tight">
        <p className="muted">{it.archive.copiesHelp}</p>
        {slow && <Progress label={it.archive.copying} />}
        {problem ? (
          <Notice kind="error" role="alert">
            {describeError(problem)}
          </Notice>
        ) : null}
      </div>
      {copies.data && (
        <ListTable
          caption={it.archive.copiesCaption}
          hideCaption
          columns={COLUMNS}
          rows={copies.data}
          rowKey={(copy) => copy.taken}
          defaultSort={{ column: 'taken', direction: 'descending' }}
          empty={
            <EmptyState icon="copy" title={it.archive.copiesNone}>
              {it.archive.copiesNoneHelp}
            </EmptyState>
          }
        />
      )}
      <p className="archive-copies muted">{it.archive.restoreHow}</p>
    </Section>
  )
}

export function OwnArchive() {
  return (
    <Page>
      <PageHeader title={it.archive.title} subtitle={it.archive.subtitle} />
      <LockAndLooks />
      <Passphrase />
      <Copies />
      <Office />
    </Page>
  )
}
