// What stands in a report already when it is begun: the mandate, the family, the list of what was done.
import type { Attivita, MandatoRicevuto, PersonaRelazione, ReportPage } from '../../bindings'
import { Button, Facts, Section } from '../../components'
import { showDate } from '../../dates/civil'
import { showPartial } from '../../dates/partial'
import { kindName } from '../../diary'
import { it } from '../../messages/it'
import { navigate } from '../../navigation'

const t = it.report

export const termWords = ({ term, due }: MandatoRicevuto) => {
  if (term.is === 'entro') return it.tutela.dueOn(showDate(term.on))
  const length = term.is === 'giorni' ? it.tutela.counted.giorni(term.days) : term.is === 'mesi' ? it.tutela.counted.mesi(term.months) : it.tutela.terms.non_indicato
  return due ? `${length} (${it.tutela.dueOn(showDate(due))})` : length
}

export function Mandate({ report }: { report: ReportPage }) {
  const { mandate, card } = report
  return (
    <Section title={t.mandate}>
      <Facts
        facts={[
          { label: it.tutela.authority, value: mandate.authority }, { label: it.tutela.number, value: mandate.number }, { label: it.tutela.issued, value: showDate(mandate.issued_on) }, { label: it.tutela.arrived, value: showDate(mandate.received_on) },
          { label: it.tutela.activity, value: mandate.activity && it.cases.codeName(mandate.activity) }, { label: it.tutela.words, value: mandate.words }, { label: it.tutela.term, value: termWords(mandate) },
          { label: t.period, value: it.people.period(showDate(card.value.from), showDate(card.value.to)) },
        ]}
      />
    </Section>
  )
}

const born = (one: PersonaRelazione) => [one.birth && showPartial(one.birth), one.birthplace].filter(Boolean).join(', ')

export function Family({ people }: { people: readonly PersonaRelazione[] }) {
  return (
    <div className="report-scroll" role="region" aria-label={t.family} tabIndex={0}>
      <table className="report-table">
        <thead><tr><th scope="col">{t.name}</th><th scope="col">{t.tie}</th><th scope="col">{t.born}</th><th scope="col">{t.residence}</th></tr></thead>
        <tbody>
          {people.map((one) => (
            <tr key={one.person}><th scope="row">{one.name}</th><td>{t.ties[one.tie]}</td><td>{born(one)}</td><td>{one.residence}</td></tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export function Activities({ list, linked }: { list: readonly Attivita[]; linked: boolean }) {
  if (list.length === 0) return <p className="muted">{t.noActivities}</p>
  const words = (one: Attivita) => [showDate(one.on), one.kind && kindName(one.kind), one.with].filter(Boolean).join(' · ')
  return (
    <ul className="cases-plain">
      {list.map((one) => (
        <li key={one.entry}>{linked ? <Button kind="link" onPress={() => navigate('diary.entry', { entry_id: one.entry })}>{words(one)}</Button> : words(one)}</li>
      ))}
    </ul>
  )
}
