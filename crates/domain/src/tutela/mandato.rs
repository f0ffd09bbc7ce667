//! Mandato: one activity that an order asks of the service, with who, by when, how often; and prescriptions to others.

use super::{
    codes::{Decorrenza, EsitoPrescrizione, TipoAutorita},
    provvedimento::Provvedimento,
};
use crate::{
    codes::{CodeList, Coded},
    deadlines::{Code, Event, Length, Office, Stated, Term, TermKey, Terms, Whose, compute},
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
    /// What kind of authority asks, as the order has it.
    #[field(13)]
    pub authority: Option<TipoAutorita>,
    /// The day of the order that the term runs from, as the order has it; verbs that change one change the other.
    #[field(14)]
    pub starts_on: Option<CivilDate>,
    /// The days on which the reports that it asks for again and again were sent, the first first: each starts the next term.
    #[field(15)]
    pub reports: Vec<CivilDate>,
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

/// How a mandate's term is counted: the day it starts from, what is counted, whose word it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Counted {
    /// From which day; none where the day that the term names is not known yet.
    pub from: Option<CivilDate>,
    /// What is counted.
    pub term: Termine,
    /// Whose word it is.
    pub source: Fonte,
    /// The last day.
    pub due: Option<CivilDate>,
}

impl Mandato {
    /// With what it takes from its order: who asks, and the day that the term runs from.
    #[must_use]
    pub fn under(self, order: &Provvedimento, authority: Option<TipoAutorita>) -> Self {
        let starts_on = self.start_in(order);
        Self {
            authority,
            starts_on,
            ..self
        }
    }

    /// The day of an order that the term runs from: the one that the mandate names, else the office's receipt.
    #[must_use]
    pub fn start_in(&self, order: &Provvedimento) -> Option<CivilDate> {
        match self.from {
            Some(from) if self.term != Termine::NonIndicato => order.day_of(from),
            _ => order.received_on(),
        }
    }

    /// The cookbook's row: reports to the ordinary court have an internal term of their own.
    #[must_use]
    pub const fn code(&self) -> Code {
        match self.authority {
            Some(TipoAutorita::TribunaleOrdinario) => Code::TmRelTo,
            _ => Code::TmRelTm,
        }
    }

    /// How the term is counted in an office.
    #[must_use]
    pub fn counted(&self, office: &Office) -> Counted {
        let last = self
            .all_terms(RecordId::default(), self.case.unwrap_or_default())
            .pop();
        let due = last
            .and_then(|term| compute(&term, office))
            .map(|computed| computed.due.date());
        if let Some((sent, months)) = self.again() {
            return Counted {
                from: Some(sent),
                term: Termine::Mesi { months },
                source: Fonte::Giudice,
                due,
            };
        }
        let (term, source) = match (self.term, office.length(self.code())) {
            (Termine::NonIndicato, Some(Length::Months(months))) => (
                Termine::Mesi {
                    months: u8::try_from(months).unwrap_or(u8::MAX),
                },
                Fonte::Interno,
            ),
            (Termine::NonIndicato, _) => (Termine::NonIndicato, Fonte::Interno),
            (term, _) => (term, Fonte::Giudice),
        };
        Counted {
            from: self.starts_on,
            term,
            source,
            due,
        }
    }

    fn term_of(&self, id: RecordId, case: CaseId) -> Option<Term> {
        let (starts, stated) = match self.term {
            Termine::Entro { on } => (self.starts_on.or(Some(on)), Some(Stated::Until(on.into()))),
            Termine::Giorni { days } => (
                self.starts_on,
                Some(Stated::For(Length::Days(i16::try_from(days).unwrap_or(i16::MAX)))),
            ),
            Termine::Mesi { months } => (self.starts_on, Some(Stated::For(Length::Months(months.into())))),
            Termine::NonIndicato => (self.starts_on, None),
        };
        let met = match &self.state {
            StatoMandato::Adempiuto { on, .. } => Some((*on).into()),
            _ => None,
        };
        Some(Term {
            act: self.act,
            event: match self.from {
                Some(Decorrenza::Notifica) => Event::Notification,
                _ => Event::Receipt,
            },
            stated,
            met,
            lapsed: matches!(self.state, StatoMandato::Cessato { .. }),
            ..Term::new(self.code(), id, Whose::Case(case), starts?)
        })
    }

    /// The last report that was sent, and after how many months the next one is due.
    fn again(&self) -> Option<(CivilDate, u8)> {
        let months = self.every_months.filter(|months| *months > 0)?;
        Some((*self.reports.last()?, months))
    }

    /// Which of its terms the next report answers: 0 the first.
    #[must_use]
    pub fn next_term(&self) -> u16 {
        u16::try_from(self.reports.len()).unwrap_or(u16::MAX)
    }

    /// A report that answers it was sent: where it asks for one again and again the next term runs from that day, else it is
    /// answered. One that holds no more stays as it is.
    #[must_use]
    pub fn reported(self, on: CivilDate) -> Self {
        if !self.is_open() {
            return self;
        }
        if self.every_months.is_none_or(|months| months == 0) {
            let state = StatoMandato::Adempiuto { on, note: None };
            return Self { state, ..self };
        }
        let mut reports = self.reports;
        reports.push(on);
        reports.sort_unstable();
        Self { reports, ..self }
    }

    fn all_terms(&self, id: RecordId, case: CaseId) -> Vec<Term> {
        let first = self.term_of(id, case);
        let again = self.every_months.filter(|months| *months > 0);
        let Some((first, months)) = first.clone().zip(again) else {
            return first.into_iter().collect();
        };
        let mut terms = vec![Term {
            met: self.reports.first().map(|sent| (*sent).into()).or(first.met),
            ..first.clone()
        }];
        for (index, sent) in self.reports.iter().enumerate() {
            let next = self.reports.get(index + 1).map(|next| (*next).into());
            terms.push(Term {
                key: TermKey {
                    nth: u16::try_from(index + 1).unwrap_or(u16::MAX),
                    ..first.key
                },
                event: Event::LastReport,
                starts: (*sent).into(),
                stated: Some(Stated::For(Length::Months(months.into()))),
                met: next.or(first.met),
                ..first.clone()
            });
        }
        terms
    }

    /// Whether it still waits for an answer.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        matches!(self.state, StatoMandato::Aperto)
    }
}

impl Terms for Mandato {
    /// The report that answers it.
    fn terms(&self, id: RecordId) -> Vec<Term> {
        self.case.map(|case| self.all_terms(id, case)).unwrap_or_default()
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
mod tests;
