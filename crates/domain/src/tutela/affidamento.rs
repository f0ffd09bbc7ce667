//! Affidamento all'ente: the minor entrusted to the social service (art. 5-bis L. 184/1983, since D.Lgs. 149/2022).

use super::provvedimento::Provvedimento;
use crate::{
    deadlines::{Code, Event, Length, Office, Stated, Term, TermKey, Terms, Whose, compute},
    ids::{ActId, CaseId, RecordId},
    record::Record,
    time::CivilDate,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The longest time that the order may set, in months (art. 5-bis, letter g).
pub const MAX_MONTHS: u8 = 24;
/// The longest time between two reports, in months (art. 5-bis, letter h).
pub const MAX_REPORT_MONTHS: u8 = 6;

/// To whom the name of the responsible operator was told, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct ResponsibleTold {
    /// The day.
    pub on: CivilDate,
    /// To whom: court, parents, curatore, collocatario.
    pub to: Option<String>,
}

/// The eight parts that the order must state, in one minor's file.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 125, name = "affidamento_ente")]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct AffidamentoEnte {
    /// The file.
    #[field(1)]
    pub case: Option<CaseId>,
    /// The affidamento as such: the same in the files of all its minors.
    #[field(2)]
    pub act: Option<ActId>,
    /// The order, as this file knows it.
    #[field(3)]
    pub provvedimento: Option<RecordId>,
    /// a) With whom the minor is placed.
    #[field(4)]
    pub placed_with: Option<String>,
    /// b) Acts that the service must do itself, also with health services.
    #[field(5)]
    pub service_acts: Option<String>,
    /// c) Acts of whoever the minor is placed with.
    #[field(6)]
    pub placement_acts: Option<String>,
    /// d) Acts of the parents.
    #[field(7)]
    pub parents_acts: Option<String>,
    /// e) Acts of the curatore.
    #[field(8)]
    pub curatore_acts: Option<String>,
    /// f) Tasks of the service.
    #[field(9)]
    pub service_tasks: Option<String>,
    /// g) How long, in months.
    #[field(10)]
    pub months: Option<u8>,
    /// h) How often a report is due, in months.
    #[field(11)]
    pub report_months: Option<u8>,
    /// The first day.
    #[field(12)]
    pub from: Option<CivilDate>,
    /// The name of the responsible operator was told.
    #[field(13)]
    pub responsible_told: Option<ResponsibleTold>,
    /// The notification of the order, as the order has it.
    #[field(14)]
    pub notified_on: Option<CivilDate>,
    /// The days on which its periodic reports were sent, the first first.
    #[field(15)]
    pub reports: Vec<CivilDate>,
    /// It no longer holds.
    #[field(16)]
    pub ended_on: Option<CivilDate>,
}

impl AffidamentoEnte {
    /// With what it takes from its order: notification, end, and the first day where it says none itself.
    #[must_use]
    pub fn under(self, order: &Provvedimento) -> Self {
        Self {
            from: self.from.or(order.effective_from).or(order.issued_on),
            notified_on: order.notified_on,
            ended_on: order.ended.as_ref().map(|ended| ended.on),
            ..self
        }
    }

    /// Its last day in an office.
    #[must_use]
    pub fn until(&self, office: &Office) -> Option<CivilDate> {
        let term = self.expiry(RecordId::default(), self.case.unwrap_or_default())?;
        compute(&term, office).map(|computed| computed.due.date())
    }

    fn expiry(&self, id: RecordId, case: CaseId) -> Option<Term> {
        Some(Term {
            act: self.act,
            stated: self.months.map(months),
            lapsed: self.ended_on.is_some(),
            ..Term::new(Code::AffenteScadenza, id, Whose::Case(case), self.from?)
        })
    }
}

fn months(months: u8) -> Stated {
    Stated::For(Length::Months(months.into()))
}

impl Terms for AffidamentoEnte {
    /// Who answers for it is told, a report every so many months, and its end.
    fn terms(&self, id: RecordId) -> Vec<Term> {
        let Some(case) = self.case else {
            return Vec::new();
        };
        let whose = Whose::Case(case);
        let lapsed = self.ended_on.is_some();
        let told = self.responsible_told.as_ref().map(|told| told.on.into());
        let mut terms: Vec<Term> = Vec::new();
        terms.extend(self.notified_on.map(|notified| Term {
            act: self.act,
            met: told,
            lapsed,
            ..Term::new(Code::AffenteResponsabile, id, whose, notified)
        }));
        let starts = self.from.into_iter().chain(self.reports.iter().copied());
        terms.extend(starts.enumerate().map(|(nth, starts)| Term {
            key: TermKey {
                record: id,
                code: Code::AffenteRelazione,
                nth: u16::try_from(nth).unwrap_or(u16::MAX),
            },
            act: self.act,
            event: if nth == 0 {
                Event::Decree
            } else {
                Event::LastReport
            },
            stated: self.report_months.map(months),
            met: self.reports.get(nth).map(|sent| (*sent).into()),
            lapsed,
            ..Term::new(Code::AffenteRelazione, id, whose, starts)
        }));
        terms.extend(self.expiry(id, case));
        terms
    }
}

/// One of the eight parts, by the letter of the law.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// With whom the minor is placed.
    A,
    /// Acts of the service.
    B,
    /// Acts of whoever the minor is placed with.
    C,
    /// Acts of the parents.
    D,
    /// Acts of the curatore.
    E,
    /// Tasks of the service.
    F,
    /// Duration.
    G,
    /// Period of the reports.
    H,
}

impl AffidamentoEnte {
    /// The parts that the order should state and that are not written here.
    #[must_use]
    pub fn missing(&self) -> Vec<Part> {
        let words = [
            (Part::A, &self.placed_with),
            (Part::B, &self.service_acts),
            (Part::C, &self.placement_acts),
            (Part::D, &self.parents_acts),
            (Part::E, &self.curatore_acts),
            (Part::F, &self.service_tasks),
        ];
        let mut missing: Vec<Part> = words
            .into_iter()
            .filter(|(_, text)| text.as_deref().is_none_or(|text| text.trim().is_empty()))
            .map(|(part, _)| part)
            .collect();
        missing.extend(self.months.is_none().then_some(Part::G));
        missing.extend(self.report_months.is_none().then_some(Part::H));
        missing
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// domain.md 3.4: at most 24 months and a report every six, whatever the paper says; each report starts the next.
    #[test]
    fn its_terms_are_capped_by_law_and_each_report_starts_the_next() {
        let day = |text: &str| text.parse::<CivilDate>().unwrap();
        let affidamento = AffidamentoEnte {
            case: Some(CaseId::default()),
            months: Some(30),
            report_months: Some(6),
            from: Some(day("2025-09-15")),
            notified_on: Some(day("2025-09-20")),
            reports: vec![day("2026-03-10")],
            ..AffidamentoEnte::default()
        };
        let office = Office::default();
        assert_eq!(affidamento.until(&office), Some(day("2027-09-15")));
        let said: Vec<_> = affidamento
            .terms(RecordId::default())
            .iter()
            .map(|term| {
                let due = compute(term, &office).unwrap().due.date().to_string();
                (term.key.code.code(), term.key.nth, due, term.met.is_some())
            })
            .collect();
        assert_eq!(
            said,
            [
                ("AFFENTE_RESPONSABILE", 0, "2025-10-06".to_owned(), false),
                ("AFFENTE_RELAZIONE", 0, "2026-03-15".to_owned(), true),
                ("AFFENTE_RELAZIONE", 1, "2026-09-10".to_owned(), false),
                ("AFFENTE_SCADENZA", 0, "2027-09-15".to_owned(), false),
            ]
        );
    }

    #[test]
    fn it_ends_with_its_order_and_who_told_the_responsible_has_met_that_term() {
        let day = |text: &str| text.parse::<CivilDate>().unwrap();
        let told = AffidamentoEnte {
            case: Some(CaseId::default()),
            responsible_told: Some(ResponsibleTold {
                on: day("2025-10-01"),
                to: None,
            }),
            ..AffidamentoEnte::default()
        };
        let order = Provvedimento {
            issued_on: Some(day("2025-09-15")),
            notified_on: Some(day("2025-09-20")),
            ..Provvedimento::default()
        };
        let said = |order: &Provvedimento| {
            let terms = told.clone().under(order).terms(RecordId::default());
            terms
                .iter()
                .map(|term| (term.key.code, term.met, term.lapsed))
                .collect::<Vec<_>>()
        };
        let met = Some(day("2025-10-01").into());
        let of = |lapsed| {
            [
                (Code::AffenteResponsabile, met, lapsed),
                (Code::AffenteRelazione, None, lapsed),
                (Code::AffenteScadenza, None, lapsed),
            ]
        };
        assert_eq!(said(&order), of(false));
        let revoked = Provvedimento {
            ended: Some(crate::tutela::Fine {
                on: day("2026-01-10"),
                how: crate::tutela::Cessazione::Revoca,
                by: None,
                note: None,
            }),
            ..order
        };
        assert_eq!(said(&revoked), of(true));
    }
}
