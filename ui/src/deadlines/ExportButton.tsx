// The deadlines of her cases as a file for a calendar, with no name in it.
import { deadlinesCalendar } from '../bindings'
import { Button, notify } from '../components'
import { it } from '../messages/it'
import { useCommand } from '../navigation'
import { offerFile } from '../platform'

const t = it.deadlines

export function ExportButton() {
  const command = useCommand(deadlinesCalendar)
  const save = () =>
    command.mutate(
      { title: t.calendarTitle, codes: t.codes },
      { onSuccess: ({ file_name, content }) => (offerFile(file_name, Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0)), 'text/calendar;charset=utf-8'), notify('success', t.exportDone)) },
    )
  return (
    <Button icon="download" isPending={command.isPending} onPress={save}>
      {t.export}
    </Button>
  )
}
