// What the workbook is made of, in the words of the page.
import type { BoardWords } from '../bindings'
import { it } from '../messages/it'
import { STATES } from '../messages/terms'

const t = it.board

export const boardWords = (): BoardWords => ({
  sheets: [t.sheetCases, t.sheetLoads],
  cases: [t.case, t.age, t.service, t.state, t.since, t.comune, t.responsible, t.lastContact, t.daysHeading, t.silent, t.noPlan],
  loads: [t.operator, `${t.fte} (%)`, t.asResponsible, t.asOther, t.asSubstitute, t.perFull, t.ofSilent],
  states: { ...STATES },
  yes: t.yes,
})
