// Relazioni e documenti of a case: every report to the court, and every file with what it hangs on, when and by whom.
import { filesPage, type FilesPage, type FileView, type HangsOn, type ReportLine } from '../bindings'
import { Badge, EmptyState, ListTable, Notice, Page, PageHeader, Progress, Section, useSlow, type Column } from '../components'
import { showDate, showInstant } from '../dates/civil'
import { it } from '../messages/it'
import { goBack, navigate, useAnswer, type Params } from '../navigation'
import { describeError } from '../platform'
import { stateTone, useReports } from '../tutela'
import { titleOf } from './FileList'
import { KINDS } from './asked'
import './files.css'

const t = it.files

function hangWords(hang: HangsOn | undefined): string {
  if (!hang || hang.is === 'other') return ''
  const joined = (...parts: (string | null | undefined | false)[]) => parts.filter(Boolean).join(' · ')
  if (hang.is === 'entry') return joined(hang.kind ? it.diary.kinds[hang.kind] : t.note, showDate(hang.on))
  if (hang.is === 'order') return joined(hang.kind ? it.cases.codeName(hang.kind) : t.order, hang.number, showDate(hang.on))
  return joined(hang.kind ? it.cases.codeName(hang.kind) : it.report.title, hang.to && t.until(showDate(hang.to)))
}

const opens = (file: FileView) => file.here === 'here' && (!file.removed || Boolean(file.name))

function columns({ all, hang }: FilesPage): Column<FileView>[] {
  const where = (file: FileView) => (file.on ? hangWords(hang[file.on.id]) : '')
  const who = (file: FileView) => (file.by ? (all.names[file.by]?.name ?? '') : '')
  return [
    { key: 'title', header: t.name, isRowHeader: true, sortValue: titleOf, cell: titleOf },
    { key: 'kind', header: t.purpose, sortValue: (file) => t.purposes[file.purpose], cell: (file) => [t.purposes[file.purpose], t.about(file.media, file.size)].filter(Boolean).join(' · ') },
    { key: 'on', header: t.hangsOn, sortValue: where, cell: where },
    { key: 'dated', header: t.dated, firstDirection: 'descending', sortValue: (file) => file.dated ?? null, cell: (file) => showDate(file.dated) },
    { key: 'at', header: t.attachedOn, firstDirection: 'descending', sortValue: (file) => file.at ?? null, cell: (file) => (file.at ? showInstant(file.at) : '') },
    { key: 'by', header: t.attachedBy, sortValue: who, cell: who },
    {
      key: 'state', header: t.state,
      cell: (file) => (file.removed ? <Badge>{t.takenOff}</Badge> : file.here === 'elsewhere' ? <Badge tone="info" icon="clock">{t.elsewhereShort}</Badge> : file.here === 'missing' ? <Badge tone="danger" icon="warning-circle">{t.lostShort}</Badge> : null),
    },
  ]
}

const reportName = ({ kind }: ReportLine) => (kind ? it.cases.codeName(kind) : it.report.title)

function Reports({ caseId, lines }: { caseId: string; lines: readonly ReportLine[] }) {
  return (
    <Section title={t.reports} flush>
      <ListTable
        caption={t.reports} hideCaption rows={lines} rowKey={({ report }) => report} openLabel={(line) => t.open(reportName(line))}
        onOpen={({ report }) => navigate('report', { case_id: caseId, report_id: report })} empty={<EmptyState icon="files" title={t.noReports} />}
        columns={[
          { key: 'title', header: t.name, isRowHeader: true, sortValue: reportName, cell: reportName },
          { key: 'signed', header: t.signedOn, firstDirection: 'descending', sortValue: (line) => line.signed_on ?? null, cell: (line) => showDate(line.signed_on) },
          { key: 'state', header: t.state, sortValue: ({ state }) => it.report.states[state], cell: ({ state }) => <Badge tone={stateTone(state)}>{it.report.states[state]}</Badge> },
        ]}
      />
    </Section>
  )
}

export function CaseFilesPage({ params }: { params: Params }) {
  const case_id = params['case_id'] ?? ''
  const { data, error, isPending } = useAnswer({ key: ['files.page', case_id], ask: () => filesPage({ case: case_id }), kinds: KINDS })
  const written = useReports(case_id)
  const slow = useSlow(isPending)
  return (
    <Page>
      <PageHeader title={t.caseTitle} subtitle={data?.label} back={{ label: it.cases.case, onPress: goBack }} />
      {error ? <Notice kind="error">{describeError(error)}</Notice> : null}
      {slow && <Progress label={it.kit.working} />}
      {written?.reads && <Reports caseId={case_id} lines={written.reports} />}
      {data && (
        <Section title={t.documents} flush>
          <ListTable
            caption={t.documents} hideCaption columns={columns(data)} rows={data.all.files} rowKey={({ id }) => id} defaultSort={{ column: 'at', direction: 'descending' }}
            openLabel={(file) => t.open(titleOf(file))} onOpen={(file) => opens(file) && navigate('file', { file_id: file.id })} empty={<EmptyState icon="clip" title={t.noFiles}>{t.noFilesHelp}</EmptyState>}
          />
        </Section>
      )}
      {data?.withheld && <Notice>{t.withheld}</Notice>}
    </Page>
  )
}
