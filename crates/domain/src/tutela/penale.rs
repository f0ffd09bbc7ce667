//! Penal measures for a minor, messa alla prova first (art. 28 D.P.R. 448/1988): the municipal service works beside the USSM.
//!
//! Durations and the wording of the law are from memory (not verified): lengths are parameters of the terms, and what the
//! order says counts before them.

use super::{authority::AuthorityKey, codes::codes, procedimento::Difensore};
use crate::{
    deadlines::{Code, Event, Length, Moment, Stated, Term, TermKey, Terms, Whose},
    ids::{ActId, CaseId, RecordId},
    record::Record,
    time::CivilDate,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

codes! {
    /// What a penal measure is.
    TipoMisuraPenale {
        /// The service looks into the minor's situation for the court.
        Indagine = "INDAGINE",
        /// The trial is suspended, the minor put to the test (art. 28).
        MessaAllaProva = "MAP",
        /// The fact is irrelevant (art. 27).
        Irrilevanza = "IRRILEVANZA",
        /// Judicial pardon.
        Perdono = "PERDONO",
        /// Precautionary: prescriptions.
        Prescrizioni = "PRESCRIZIONI",
        /// Precautionary: the minor stays at home.
        PermanenzaInCasa = "PERMANENZA_IN_CASA",
        /// Precautionary: placement in a community.
        CollocamentoInComunita = "COLLOCAMENTO_IN_COMUNITA",
        /// Precautionary: custody.
        Custodia = "CUSTODIA",
        /// A path of re-education before the trial (art. 27-bis).
        Rieducazione = "RIEDUCAZIONE",
    }
}

codes! {
    /// What a project of the test consists of.
    TipoAttivita {
        /// School.
        Scuola = "SCUOLA",
        /// Training or work.
        Lavoro = "LAVORO",
        /// Voluntary work.
        Volontariato = "VOLONTARIATO",
        /// Restorative justice.
        GiustiziaRiparativa = "GIUSTIZIA_RIPARATIVA",
        /// Interviews, educational or psychological support.
        Sostegno = "SOSTEGNO",
        /// Sport, leisure.
        TempoLibero = "TEMPO_LIBERO",
        /// Something else.
        Altro = "ALTRO",
    }
}

codes! {
    /// How a penal measure ended.
    EsitoPenale {
        /// Positive: the crime is extinguished (art. 29).
        Positivo = "POSITIVO",
        /// Negative: the trial goes on.
        Negativo = "NEGATIVO",
        /// Revoked.
        Revocata = "REVOCATA",
        /// It ended without an outcome of its own.
        Conclusa = "CONCLUSA",
    }
}

/// One activity of the project.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct AttivitaPenale {
    /// What kind.
    pub kind: TipoAttivita,
    /// Where, how often, with whom.
    pub words: Option<String>,
}

/// How it goes, looked at with the USSM.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct VerificaPenale {
    /// The day.
    pub on: CivilDate,
    /// What was seen.
    pub note: Option<String>,
}

/// How it ended.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct FinePenale {
    /// On which day.
    pub on: CivilDate,
    /// How.
    pub how: EsitoPenale,
    /// By which paper, in words.
    pub note: Option<String>,
}

/// A penal measure, in one minor's file.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 135, name = "misura_penale")]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct MisuraPenale {
    /// The file.
    #[field(1)]
    pub case: Option<CaseId>,
    /// The measure as such; the same in the files of minors who answer for one fact together.
    #[field(2)]
    pub act: Option<ActId>,
    /// The order, as this file knows it.
    #[field(3)]
    pub provvedimento: Option<RecordId>,
    /// What it is.
    #[field(4)]
    pub kind: Option<TipoMisuraPenale>,
    /// By which authority.
    #[field(5)]
    pub autorita: Option<AuthorityKey>,
    /// Number of the proceeding, as on the papers.
    #[field(6)]
    pub number: Option<String>,
    /// Who follows the minor at the USSM.
    #[field(7)]
    pub ussm: Option<Difensore>,
    /// The project.
    #[field(8)]
    pub activities: Vec<AttivitaPenale>,
    /// The day on which the service was asked to take part.
    #[field(9)]
    pub asked_on: Option<CivilDate>,
    /// The first day; the test begins.
    #[field(10)]
    pub from: Option<CivilDate>,
    /// The last day, as the order says.
    #[field(11)]
    pub until: Option<CivilDate>,
    /// How often it is looked at, in months, where the project says it.
    #[field(12)]
    pub review_months: Option<u8>,
    /// When it was looked at, the first first.
    #[field(13)]
    pub reviews: Vec<VerificaPenale>,
    /// It is over.
    #[field(14)]
    pub ended: Option<FinePenale>,
    /// What else there is to know.
    #[field(15)]
    pub note: Option<String>,
}

impl MisuraPenale {
    /// Whether it is a test (messa alla prova).
    #[must_use]
    pub fn is_test(&self) -> bool {
        self.kind == Some(TipoMisuraPenale::MessaAllaProva)
    }

    /// Whether it still goes on.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.ended.is_none()
    }
}

impl Terms for MisuraPenale {
    /// Its end: as the order says, for a test else the usual length. How it goes: after the project's rhythm, for a test else
    /// the usual one, each review starting the next.
    fn terms(&self, id: RecordId) -> Vec<Term> {
        let (Some(case), Some(from)) = (self.case, self.from) else {
            return Vec::new();
        };
        let (whose, lapsed) = (Whose::Case(case), self.ended.is_some());
        let mut terms = Vec::new();
        if self.until.is_some() || self.is_test() {
            terms.push(Term {
                act: self.act,
                stated: self.until.map(|until| Stated::Until(Moment::Day(until))),
                lapsed,
                ..Term::new(Code::MapFine, id, whose, from)
            });
        }
        if self.review_months.is_none() && !self.is_test() {
            return terms;
        }
        let mut held: Vec<CivilDate> = self.reviews.iter().map(|review| review.on).collect();
        held.sort_unstable();
        let starts = std::iter::once(from).chain(held.iter().copied());
        terms.extend(starts.enumerate().map(|(nth, starts)| {
            Term {
                key: TermKey {
                    record: id,
                    code: Code::MapVerifica,
                    nth: u16::try_from(nth).unwrap_or(u16::MAX),
                },
                act: self.act,
                event: if nth == 0 { Event::Start } else { Event::LastReview },
                stated: self
                    .review_months
                    .map(|months| Stated::For(Length::Months(months.max(1).into()))),
                met: held.get(nth).map(|on| (*on).into()),
                lapsed,
                ..Term::new(Code::MapVerifica, id, whose, starts)
            }
        }));
        terms
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deadlines::{Office, compute};

    fn day(text: &str) -> CivilDate {
        text.parse().unwrap()
    }

    fn test() -> MisuraPenale {
        MisuraPenale {
            case: Some(CaseId::default()),
            kind: Some(TipoMisuraPenale::MessaAllaProva),
            from: Some(day("2026-01-15")),
            ..MisuraPenale::default()
        }
    }

    fn said(measure: &MisuraPenale, office: &Office) -> Vec<(&'static str, u16, String, bool)> {
        let of = |term: &Term| {
            let due = compute(term, office).unwrap().due.date().to_string();
            (term.key.code.code(), term.key.nth, due, term.met.is_some())
        };
        measure.terms(RecordId::default()).iter().map(of).collect()
    }

    #[test]
    fn a_test_ends_and_is_looked_at_as_the_order_says_or_else_as_usual() {
        let usual = Office::default();
        assert_eq!(
            said(&test(), &usual),
            [
                ("MAP_FINE", 0, "2027-01-15".to_owned(), false),
                ("MAP_VERIFICA", 0, "2026-04-15".to_owned(), false),
            ]
        );
        let ordered = MisuraPenale {
            until: Some(day("2026-11-30")),
            review_months: Some(2),
            reviews: vec![VerificaPenale {
                on: day("2026-03-10"),
                note: None,
            }],
            ..test()
        };
        assert_eq!(
            said(&ordered, &usual),
            [
                ("MAP_FINE", 0, "2026-11-30".to_owned(), false),
                ("MAP_VERIFICA", 0, "2026-03-15".to_owned(), true),
                ("MAP_VERIFICA", 1, "2026-05-10".to_owned(), false),
            ]
        );
    }

    #[test]
    fn the_usual_lengths_are_the_offices_to_change() {
        let office = Office {
            lengths: [(Code::MapFine, Length::Months(36))].into(),
            ..Office::default()
        };
        assert_eq!(office.fits(), Ok(()));
        assert_eq!(said(&test(), &office)[0].2, "2029-01-15");
    }

    #[test]
    fn another_measure_has_only_the_terms_that_are_said_of_it() {
        let stays = MisuraPenale {
            kind: Some(TipoMisuraPenale::PermanenzaInCasa),
            ..test()
        };
        assert!(stays.terms(RecordId::default()).is_empty());
        let dated = MisuraPenale {
            until: Some(day("2026-06-30")),
            ended: Some(FinePenale {
                on: day("2026-05-01"),
                how: EsitoPenale::Revocata,
                note: None,
            }),
            ..stays
        };
        let terms = dated.terms(RecordId::default());
        assert!(terms.len() == 1 && terms.iter().all(|term| term.lapsed));
    }
}
