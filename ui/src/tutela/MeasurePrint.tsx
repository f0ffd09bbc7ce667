// What goes to the printer from the page of art. 403: the checklist, the order and the short report as forms. Never on the screen.
import type { CourtPage, MeasureView } from '../bindings'
import { it } from '../messages/it'
import { useCourtCodes } from './asked'
import { authorityOf, showMoment } from './words'

const t = it.tutela
const orBlank = (text: string | null | undefined) => (text && text.trim() !== '' ? text : t.printBlank)

export function MeasurePrint({ view, court, label }: { view: MeasureView; court: CourtPage; label: string }) {
  const codes = useCourtCodes()
  const { value } = view.measure
  const minors = view.cases.map((one) => court.names[one]?.name).filter(Boolean).join(', ') || label
  const signature = (
    <p className="court-signature">{`${t.printDate} ${t.printBlank}    ${t.printSigned} ${t.printBlank}`}</p>
  )
  return (
    <div className="paper-instead" aria-hidden>
      <section>
        <h2>{t.checklist}</h2>
        <p>{`${t.printFor}: ${minors} · ${t.placedOn.toLowerCase()} ${showMoment(value.placed)}`}</p>
        <ul>
          {(codes?.checklist ?? []).map((line) => (
            <li key={line}>{`${value.checked.includes(line) ? '☒' : '☐'} ${t.checkOf(line)}`}</li>
          ))}
        </ul>
      </section>
      <section>
        <p>{value.procura ? authorityOf(court.authorities, value.procura) : t.printHead}</p>
        <h2>{t.printOrder}</h2>
        <p>{`${t.printFor}: ${minors}`}</p>
        <p>{t.printText}</p>
        <p>{`${t.reasons}: ${orBlank(value.reasons)}`}</p>
        <p>{`${t.placedOn} ${showMoment(value.placed)}. ${t.place}: ${orBlank(value.place)}`}</p>
        <p>{`${t.decidedBy}: ${orBlank(value.decided_by)}`}</p>
        {signature}
      </section>
      <section>
        <h2>{t.printReport}</h2>
        <p>{`${t.printFor}: ${minors}`}</p>
        {t.printReportParts.map((part) => (
          <div key={part} className="court-form-part">
            <h3>{part}</h3>
          </div>
        ))}
        {signature}
      </section>
    </div>
  )
}
