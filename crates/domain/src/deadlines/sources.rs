//! Which kinds of record say terms: one line a kind.

use super::{Code, Event, Met, Moment, Stated, Term, TermKey, Terms, Whose, usual_end};
use crate::{
    accesso_atti::RichiestaAccesso,
    ids::{PersonId, RecordId},
    people::{Identifier, IdentifierKind, Person},
    placements::Collocamento,
    plans::{Plan, PlanReview},
    record::{Body, Record},
    spazio_neutro::PercorsoSn,
    time::CivilDate,
    tutela::{AffidamentoEnte, Mandato, Misura403, MisuraPenale, Passo403, Provvedimento, Relazione},
};

/// What a record says of terms.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Said {
    /// Those that it starts.
    pub terms: Vec<Term>,
    /// Those of others that it meets.
    pub meets: Vec<Met>,
}

/// Reads a record of one kind and asks it.
type Ask = fn(RecordId, &Body) -> Said;

/// The one list of the kinds that say or meet terms: the archive asks every record of them that it derives a row of.
const SPEAKING: &[(u16, Ask)] = &[
    (Person::KIND.number, said::<Person>),
    (Provvedimento::KIND.number, said::<Provvedimento>),
    (Mandato::KIND.number, said::<Mandato>),
    (AffidamentoEnte::KIND.number, said::<AffidamentoEnte>),
    (Misura403::KIND.number, said::<Misura403>),
    (Passo403::KIND.number, said::<Passo403>),
    (Relazione::KIND.number, said::<Relazione>),
    (RichiestaAccesso::KIND.number, said::<RichiestaAccesso>),
    (MisuraPenale::KIND.number, said::<MisuraPenale>),
    (Plan::KIND.number, said::<Plan>),
    (PlanReview::KIND.number, said::<PlanReview>),
    (Collocamento::KIND.number, said::<Collocamento>),
    (PercorsoSn::KIND.number, said::<PercorsoSn>),
];

/// Whether records of a kind say or meet terms.
#[must_use]
pub fn speaks(kind: u16) -> bool {
    SPEAKING.iter().any(|(speaking, _)| *speaking == kind)
}

/// What a record of a kind says of terms; nothing for a kind that has none.
#[must_use]
pub fn of_record(kind: u16, id: RecordId, body: &Body) -> Said {
    let speaking = SPEAKING.iter().find(|(speaking, _)| *speaking == kind);
    speaking.map_or_else(Said::default, |(_, ask)| ask(id, body))
}

fn said<T: Record + Terms>(id: RecordId, body: &Body) -> Said {
    let record = T::decode(body).value;
    Said {
        terms: record.terms(id),
        meets: record.meets(id),
    }
}

impl Terms for Person {
    /// Coming of age, the end of a prosieguo, the expiry of an STP code and of a residence permit.
    fn terms(&self, id: RecordId) -> Vec<Term> {
        let whose = Whose::Person(PersonId(id.0));
        let dead = self.death.is_some();
        let mut terms = Vec::new();
        for code in [Code::MaggioreEta, Code::ProsieguoFine] {
            let birth = self.birth.map(|birth| (birth.earliest(), birth));
            terms.extend(birth.map(|(earliest, birth)| Term {
                estimated: birth.estimated || birth.date().is_none(),
                lapsed: dead,
                ..Term::new(code, id, whose, earliest)
            }));
        }
        let permit = self.residence_permit.as_ref();
        terms.extend(permit.and_then(|permit| permit.expires).map(|expires| Term {
            key: coming_again(id, Code::PermessoSoggiorno, expires),
            lapsed: dead,
            ..Term::new(Code::PermessoSoggiorno, id, whose, expires)
        }));
        terms.extend(stp(&self.identifiers.0).map(|(from, until)| {
            Term {
                key: coming_again(id, Code::StpScadenza, from),
                stated: until
                    .filter(|until| *until != usual_end(Code::StpScadenza, from))
                    .map(|until| Stated::Until(Moment::Day(until))),
                event: Event::Issue,
                lapsed: dead || self.has_codice_fiscale(),
                ..Term::new(Code::StpScadenza, id, whose, from)
            }
        }));
        terms
    }
}

impl Person {
    fn has_codice_fiscale(&self) -> bool {
        let mut kinds = self.identifiers.iter().map(|identifier| identifier.kind);
        kinds.any(|kind| kind == IdentifierKind::CodiceFiscale)
    }
}

/// What was decided about a paper says nothing of the one that replaces it.
fn coming_again(record: RecordId, code: Code, on: CivilDate) -> TermKey {
    let nth = on.days_since(CivilDate::from_ymd(1970, 1, 1).unwrap_or_default());
    TermKey {
        record,
        code,
        nth: u16::try_from(nth).unwrap_or(0),
    }
}

/// The last STP code: its first day and, if it is said, its last.
fn stp(identifiers: &[Identifier]) -> Option<(CivilDate, Option<CivilDate>)> {
    let of_kind = identifiers
        .iter()
        .filter(|identifier| identifier.kind == IdentifierKind::Stp);
    of_kind
        .filter_map(|identifier| {
            let from = identifier.period.from.or(identifier.period.until)?;
            Some((from, identifier.period.until))
        })
        .max()
}
