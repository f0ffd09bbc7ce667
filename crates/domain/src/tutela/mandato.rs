//! Mandato: one activity that an order asks of the service, with who, by when, how often; and prescriptions to others.

use super::{
    codes::{Decorrenza, EsitoPrescrizione, TipoAutorita},
    provvedimento::Provvedimento,
};
use crate::{
    codes::{CodeList, Coded},
    ids::{ActId, CaseId, EntryId, OperatorId, PersonId, RecordId},
    record::{AddSet, Record},
    time::CivilDate,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a judge may ask of the service (attività demandata).
pub const ATTIVITA: CodeList = CodeList {
    list: "CARTELLA-ATTIVITA-DEMANDATA",
    version: "1",
    source: "practice of child protection in Lombardy",
    codes: &[
        "INDAGINE_SOCIALE",
        "INDAGINE_PSICOSOCIALE",
        "VALUTAZIONE_GENITORIALE",
        "MONITORAGGIO",
        "VIGILANZA_SOSTEGNO",
        "INCONTRI_PROTETTI",
        "EDUCATIVA",
        "COLLOCAMENTO",
        "RELAZIONE",
        "ALTRO",
    ],
};

/// By when the judge wants to hear (art. 473-bis.27 c.p.c. obliges the judge to say it).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Termine {
    /// By a day.
    Entro {
        /// The day.
        on: CivilDate,
    },
    /// Within so many days.
    Giorni {
        /// How many.
        days: u16,
    },
    /// Within so many months.
    Mesi {
        /// How many.
        months: u8,
    },
    /// The order says nothing (NON_INDICATO): the internal term holds.
    #[default]
    NonIndicato,
}

/// Where a mandate stands.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
#[ts(optional_fields = nullable)]
pub enum StatoMandato {
    /// To be done.
    #[default]
    Aperto,
    /// Answered: the clock stands still since that day.
    Adempiuto {
        /// The day on which the answer was sent.
        on: CivilDate,
        /// With which paper: protocol, kind.
        note: Option<String>,
    },
    /// It no longer holds.
    Cessato {
        /// Since which day.
        on: CivilDate,
        /// Why.
        note: Option<String>,
    },
}

/// A mandate, in one minor's file.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 123, name = "mandato")]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct Mandato {
    /// The file.
    #[field(1)]
    pub case: Option<CaseId>,
    /// The mandate as such: the same in the files of all its minors; a report counts once by act.
    #[field(2)]
    pub act: Option<ActId>,
    /// The order, as this file knows it.
    #[field(3)]
    pub provvedimento: Option<RecordId>,
    /// What is asked, of [`ATTIVITA`].
    #[field(4)]
    pub activity: Option<Coded>,
    /// In the words of the order.
    #[field(5)]
    pub words: Option<String>,
    /// Of which service.
    #[field(6)]
    pub addressee: Option<String>,
    /// By when.
    #[field(7)]
    pub term: Termine,
    /// How often a report is due after the first, in months.
    #[field(8)]
    pub every_months: Option<u8>,
    /// From which date of the order the term runs.
    #[field(9)]
    pub from: Option<Decorrenza>,
    /// Where it stands for this minor: each can leave it without the others.
    #[field(10)]
    pub state: StatoMandato,
    /// The diary entries that answer it.
    #[field(11, set)]
    pub answers: AddSet<EntryId>,
    /// Who carries it out.
    #[field(12)]
    pub operator: Option<OperatorId>,
}

/// Whose word a term is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Fonte {
    /// The judge's.
    Giudice,
    /// The office's own, where the order says nothing.
    Interno,
}

/// Internal terms where an order says none, in months: 5 to a tribunale ordinario, 8 to the juvenile court and its
/// prosecutor (indicators of the service in the seed; `TM_REL_TO`, `TM_REL_TM`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InternalTerms {
    /// To a tribunale ordinario.
    pub to_months: u8,
    /// To the juvenile court, its prosecutor and everybody else.
    pub tm_months: u8,
}

impl Default for InternalTerms {
    fn default() -> Self {
        Self {
            to_months: 5,
            tm_months: 8,
        }
    }
}

/// How a mandate's term is counted: the day it starts from, what is counted, whose word it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Counted {
    /// From which day; none where the day that the term names is not known yet.
    pub from: Option<CivilDate>,
    /// What is counted.
    pub term: Termine,
    /// Whose word it is.
    pub source: Fonte,
}

impl Counted {
    /// The last day, once the day it starts from is known. Months end on the same day of their month, or on its last.
    #[must_use]
    pub fn due(&self) -> Option<CivilDate> {
        match self.term {
            Termine::Entro { on } => Some(on),
            Termine::Giorni { days } => Some(self.from?.plus_days(i64::from(days))),
            Termine::Mesi { months } => self.from?.plus_months(u32::from(months)),
            Termine::NonIndicato => None,
        }
    }
}

impl Mandato {
    /// How the term is counted. A term runs from the date that the mandate names, else from the office's receipt.
    #[must_use]
    pub fn counted(
        &self,
        order: &Provvedimento,
        authority: Option<TipoAutorita>,
        internal: InternalTerms,
    ) -> Counted {
        let from = match self.from {
            Some(from) => order.day_of(from),
            None => order.received_on(),
        };
        match self.term {
            Termine::NonIndicato => Counted {
                from: order.received_on(),
                term: Termine::Mesi {
                    months: match authority {
                        Some(TipoAutorita::TribunaleOrdinario) => internal.to_months,
                        _ => internal.tm_months,
                    },
                },
                source: Fonte::Interno,
            },
            term => Counted {
                from,
                term,
                source: Fonte::Giudice,
            },
        }
    }

    /// Whether it still waits for an answer.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        matches!(self.state, StatoMandato::Aperto)
    }
}

/// What came of a prescription.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct Esito {
    /// As seen on which day.
    pub on: CivilDate,
    /// What came of it.
    pub is: EsitoPrescrizione,
    /// In words.
    pub note: Option<String>,
}

/// A prescription that an order makes to a parent or somebody else, in one minor's file.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 124, name = "prescrizione")]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct Prescrizione {
    /// The file.
    #[field(1)]
    pub case: Option<CaseId>,
    /// The prescription as such.
    #[field(2)]
    pub act: Option<ActId>,
    /// The order, as this file knows it.
    #[field(3)]
    pub provvedimento: Option<RecordId>,
    /// To whom, if she is in the registry.
    #[field(4)]
    pub person: Option<PersonId>,
    /// To whom, in words.
    #[field(5)]
    pub to: Option<String>,
    /// What.
    #[field(6)]
    pub words: Option<String>,
    /// By when.
    #[field(7)]
    pub due: Option<CivilDate>,
    /// What came of it.
    #[field(8)]
    pub outcome: Option<Esito>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order() -> Provvedimento {
        Provvedimento {
            arrived_on: "2025-01-20".parse().ok(),
            notified_on: "2025-01-25".parse().ok(),
            ..Provvedimento::default()
        }
    }

    #[test]
    fn a_term_that_is_not_said_is_the_offices_own_and_says_so() {
        let mandate = Mandato::default();
        let counted = |kind| mandate.counted(&order(), Some(kind), InternalTerms::default());
        let of_to = counted(TipoAutorita::TribunaleOrdinario);
        assert_eq!(
            (of_to.term, of_to.source),
            (Termine::Mesi { months: 5 }, Fonte::Interno)
        );
        assert_eq!(of_to.from, "2025-01-20".parse().ok());
        assert_eq!(
            counted(TipoAutorita::ProcuraMinorile).term,
            Termine::Mesi { months: 8 }
        );
    }

    #[test]
    fn the_judges_term_runs_from_the_date_that_it_names() {
        let mandate = Mandato {
            term: Termine::Giorni { days: 60 },
            from: Some(Decorrenza::Notifica),
            ..Mandato::default()
        };
        let counted = mandate.counted(&order(), None, InternalTerms::default());
        assert_eq!(
            (counted.from, counted.source),
            ("2025-01-25".parse().ok(), Fonte::Giudice)
        );
        let unknown = Mandato {
            from: Some(Decorrenza::Pec),
            ..mandate
        };
        assert_eq!(
            unknown.counted(&order(), None, InternalTerms::default()).from,
            None
        );
    }
}
