//! The request: who, by what title, about which case, what and why, who else is concerned.

use super::{EsitoAccesso, Risposta};
use crate::{
    deadlines::{Code, Event, Term, TermKey, Terms, Whose},
    ids::{ActId, CaseId, OperatorId, PersonId, RecordId},
    record::Record,
    time::{CivilDate, Instant},
    tutela::Protocollo,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// By what title somebody asks (titolo; L. 241/1990 art. 22 and following).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Titolo {
    /// The person herself.
    Interessato,
    /// A parent.
    Genitore,
    /// A guardian, curatore or other representative.
    Tutore,
    /// A lawyer, with a delegation.
    Avvocato,
    /// Another public body.
    AltroEnte,
    /// A judicial authority.
    AutoritaGiudiziaria,
}

/// Who asks in somebody's name.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct Delega {
    /// Who was delegated.
    pub name: Option<String>,
    /// The day of the delegation.
    pub on: Option<CivilDate>,
}

/// Somebody else whom the papers concern and who may object (controinteressato).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct Controinteressato {
    /// Who.
    pub name: String,
    /// When the request was notified: the term to object runs from here.
    pub notified_on: Option<CivilDate>,
    /// When the objection came.
    pub opposed_on: Option<CivilDate>,
}

/// What is asked before anything is given (domain.md 7.6); nobody said it while it is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct Verifiche {
    /// What is asked for was made on a court's mandate: it is the court's to give.
    pub court_mandate: Option<bool>,
    /// To give it would harm the minor.
    pub harm: Option<bool>,
    /// It is covered by the secrecy of an investigation (art. 329 c.p.p.; from memory).
    pub investigation: Option<bool>,
}

/// A request for access to records, one a file. Lives in the core scope of its case, where the segreteria works too.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 166, name = "richiesta_accesso")]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct RichiestaAccesso {
    /// In which file.
    #[field(1)]
    pub case: Option<CaseId>,
    /// The request in which it came for several files.
    #[field(2)]
    pub act: Option<ActId>,
    /// Who asks.
    #[field(3)]
    pub applicant: Option<String>,
    /// The same in the registry.
    #[field(4)]
    pub person: Option<PersonId>,
    /// By what title.
    #[field(5)]
    pub title: Option<Titolo>,
    /// Protocol of the request: the term to answer runs from its day.
    #[field(6)]
    pub protocol: Option<Protocollo>,
    /// The day on which it came in.
    #[field(7)]
    pub received_on: Option<CivilDate>,
    /// What is asked for (oggetto).
    #[field(8)]
    pub subject: Option<String>,
    /// Why (motivazione).
    #[field(9)]
    pub reason: Option<String>,
    /// Who asks in the applicant's name.
    #[field(10)]
    pub delegate: Option<Delega>,
    /// Who else is concerned.
    #[field(11)]
    pub concerned: Option<Vec<Controinteressato>>,
    /// What was checked.
    #[field(12)]
    pub checks: Option<Verifiche>,
    /// How it ended.
    #[field(13)]
    pub outcome: Option<Risposta>,
    /// Who registered it.
    #[field(14)]
    pub recorded_by: Option<OperatorId>,
    /// When.
    #[field(15)]
    pub recorded_at: Option<Instant>,
}

impl RichiestaAccesso {
    /// The day from which the term to answer runs: its protocol's, else that on which it came in.
    #[must_use]
    pub fn requested_on(&self) -> Option<CivilDate> {
        let protocol = self.protocol.as_ref().and_then(|protocol| protocol.on);
        protocol.or(self.received_on)
    }

    /// What the checks speak for. A paper made on a court's mandate goes to the court (scenario 18); one under the secrecy
    /// of an investigation waits.
    #[must_use]
    pub fn proposed(&self) -> Option<EsitoAccesso> {
        let checks = self.checks.unwrap_or_default();
        if checks.court_mandate == Some(true) {
            return Some(EsitoAccesso::TrasmessaAg);
        }
        (checks.investigation == Some(true)).then_some(EsitoAccesso::Differita)
    }

    /// It waits for an answer.
    #[must_use]
    pub const fn is_pending(&self) -> bool {
        self.outcome.is_none()
    }
}

impl Terms for RichiestaAccesso {
    /// The answer, and the objections of those who were notified.
    fn terms(&self, id: RecordId) -> Vec<Term> {
        let Some(case) = self.case.map(Whose::Case) else {
            return Vec::new();
        };
        let answered = self.outcome.as_ref().map(|answer| answer.on);
        let answer = self.requested_on().map(|on| Term {
            act: self.act,
            met: answered.map(Into::into),
            ..Term::new(Code::AccessoAtti, id, case, on)
        });
        let concerned = self.concerned.as_deref().unwrap_or_default();
        let objections = (0..).zip(concerned).filter_map(|(nth, other)| {
            Some(Term {
                key: TermKey {
                    record: id,
                    code: Code::AccessoAttiOpposizione,
                    nth,
                },
                act: self.act,
                event: Event::Notification,
                met: other.opposed_on.map(Into::into),
                lapsed: answered.is_some() && other.opposed_on.is_none(),
                ..Term::new(Code::AccessoAttiOpposizione, id, case, other.notified_on?)
            })
        });
        answer.into_iter().chain(objections).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deadlines::{Office, compute};

    fn day(text: &str) -> CivilDate {
        text.parse().unwrap()
    }

    fn of_a_mother() -> RichiestaAccesso {
        RichiestaAccesso {
            case: Some(CaseId::default()),
            applicant: Some("Conti Laura".into()),
            title: Some(Titolo::Genitore),
            protocol: Some(Protocollo {
                number: Some("441/2026".into()),
                on: Some(day("2026-03-02")),
            }),
            received_on: Some(day("2026-02-27")),
            ..RichiestaAccesso::default()
        }
    }

    fn ends(request: &RichiestaAccesso) -> Vec<(Code, u16, String)> {
        let terms = request.terms(RecordId::default());
        let open = terms.iter().filter(|term| term.met.is_none() && !term.lapsed);
        open.map(|term| {
            let due = compute(term, &Office::default()).unwrap().due;
            (term.key.code, term.key.nth, due.date().to_string())
        })
        .collect()
    }

    #[test]
    fn thirty_days_from_the_protocol_and_ten_from_each_notification() {
        let mut request = of_a_mother();
        assert_eq!(ends(&request), [(Code::AccessoAtti, 0, "2026-04-01".into())]);
        let notified = |on: &str, opposed: Option<&str>| Controinteressato {
            name: "Rossi Paolo".into(),
            notified_on: Some(day(on)),
            opposed_on: opposed.map(day),
        };
        // Of 15 March, a Sunday: the term moves to the Monday.
        request.concerned = Some(vec![
            notified("2026-03-05", None),
            notified("2026-03-06", Some("2026-03-10")),
            Controinteressato::default(),
        ]);
        assert_eq!(
            ends(&request)[1..],
            [(Code::AccessoAttiOpposizione, 0, "2026-03-16".into())]
        );
        request.outcome = Some(Risposta {
            on: day("2026-03-20"),
            ..Risposta::default()
        });
        assert_eq!(ends(&request), []);
        request.outcome = None;
        request.protocol = None;
        assert_eq!(request.requested_on(), Some(day("2026-02-27")));
    }

    #[test]
    fn scenario_18_a_paper_made_on_a_courts_mandate_is_the_courts_to_give() {
        let mut request = of_a_mother();
        assert_eq!(request.proposed(), None);
        request.checks = Some(Verifiche {
            court_mandate: Some(true),
            investigation: Some(true),
            ..Verifiche::default()
        });
        assert_eq!(request.proposed(), Some(EsitoAccesso::TrasmessaAg));
        request.checks = Some(Verifiche {
            court_mandate: Some(false),
            investigation: Some(true),
            ..Verifiche::default()
        });
        assert_eq!(request.proposed(), Some(EsitoAccesso::Differita));
    }
}
