// The report as a paper: separate headings for facts, statements and evaluations, and what it was made from.
import type { Brano, PercorsoConcluso, ReportPage } from '../../bindings'
import { showDate, showInstant } from '../../dates/civil'
import { it } from '../../messages/it'
import { Given, Plans, TakenInCharge } from './Concluded'
import { Activities, Family, termWords } from './Opening'
import { bySpeaker, reportTitle, type Text } from './words'

const t = it.report

function Paragraph({ one }: { one: Brano }) {
  const method = one.category?.type === 'assessment' && one.category.method ? `(${t.method.toLowerCase()}: ${one.category.method})` : ''
  return <p>{[one.on && `${showDate(one.on)}:`, one.text, method].filter(Boolean).join(' ')}</p>
}

function Free({ title, text }: { title: string; text: string | null | undefined }) {
  if (!text) return null
  return (
    <section>
      <h3>{title}</h3>
      <p>{text}</p>
    </section>
  )
}

function Part({ title, list }: { title: string; list: readonly Brano[] }) {
  return (
    <section>
      <h3>{title}</h3>
      {list.length === 0 && <p>{t.nothing}</p>}
      {list.map((one, index) => (
        <Paragraph key={one.segment ?? index} one={one} />
      ))}
    </section>
  )
}

function Household({ text }: { text: Text }) {
  return (
    <section>
      <h3>{t.family}</h3>
      <Family people={text.people} />
      {text.family && <p>{text.family}</p>}
    </section>
  )
}

/** The body of a final report: no mandate, plans and what was given in place of facts and statements. */
function OfClosing({ report, text, known }: { report: ReportPage; text: Text; known: PercorsoConcluso }) {
  const { from, to } = report.card.value
  return (
    <>
      <section>
        <h3>{t.final.takenInCharge}</h3>
        <TakenInCharge known={known} text={text} from={from ?? null} to={to ?? null} />
      </section>
      <Household text={text} />
      <section>
        <h3>{t.final.plans}</h3>
        <Plans known={known} />
      </section>
      <section>
        <h3>{t.final.services}</h3>
        <Given known={known} />
      </section>
      <Free title={t.final.free.course} text={text.course} />
      <Free title={t.final.free.reached} text={text.reached} />
      <Free title={t.final.free.not_reached} text={text.not_reached} />
      <Free title={t.final.free.assessment} text={text.assessment} />
      <Free title={t.final.free.proposals} text={text.proposals} />
    </>
  )
}

function ForCourt({ report, text }: { report: ReportPage; text: Text }) {
  const { mandate } = report
  const activity = mandate.activity ? it.cases.codeName(mandate.activity) : null
  return (
    <>
      <Free title={t.mandate} text={[mandate.number, mandate.issued_on && showDate(mandate.issued_on), activity, mandate.words, termWords(mandate)].filter(Boolean).join(' · ')} />
      <Household text={text} />
      <section>
        <h3>{t.activities}</h3>
        <Activities list={text.activities} linked={false} />
      </section>
      <Part title={t.sections.facts} list={text.facts} />
      <section>
        <h3>{t.sections.statements}</h3>
        {text.statements.length === 0 && <p>{t.nothing}</p>}
        {bySpeaker(text.statements).map(({ by, said }) => (
          <div key={by ?? ''}>
            <h4>{by ?? t.nobody}</h4>
            {said.map((one, index) => (
              <Paragraph key={one.segment ?? index} one={one} />
            ))}
          </div>
        ))}
      </section>
      <Part title={t.sections.evaluations} list={text.evaluations} />
      <Free title={t.free.living} text={text.living} />
      <Free title={t.free.resources} text={text.resources} />
      <Free title={t.free.proposals} text={text.proposals} />
    </>
  )
}

export function Paper({ report, text }: { report: ReportPage; text: Text }) {
  const { mandate, card, signed } = report
  const author = signed?.author ? (signed.names[signed.author] ?? report.names[signed.author]?.name ?? '') : ''
  return (
    <article className="report-paper">
      <p>{mandate.authority}</p>
      <h2>{reportTitle(card.value)}</h2>
      <p>{report.minors.filter((one) => !one.left).map((one) => report.names[one.case]?.name).join(', ')}</p>
      {text.concluded ? <OfClosing report={report} text={text} known={text.concluded} /> : <ForCourt report={report} text={text} />}
      <p className="court-signature">{signed ? `${it.tutela.printSigned}: ${author} · ${showInstant(signed.signed_at)}` : t.notSigned}</p>
    </article>
  )
}
