//! The card of one contact with the desk.

use crate::{
    cases::Paper,
    codes::Coded,
    ids::{CaseId, OperatorId, PersonId},
    record::{AddSet, Record},
    services::Service,
    time::{CivilDate, ClockTime, Instant, PartialDate},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The highest priority; the lowest is 1, and none said is as 1.
pub const MAX_PRIORITY: u8 = 3;

/// Who speaks, where it is not the person herself.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct Caller {
    /// Name, or body and name.
    pub name: Option<String>,
    /// The number to call back.
    pub phone: Option<String>,
    /// What he is to the person: mother, teacher, neighbour.
    pub relation: Option<String>,
}

/// The person as she was named, until she stands in the registry.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct NamedPerson {
    /// Surname.
    pub surname: Option<String>,
    /// Name.
    pub name: Option<String>,
    /// Birth, as far as said.
    pub birth: Option<PartialDate>,
    /// Phone.
    pub phone: Option<String>,
    /// Belfiore code of the comune where she lives.
    pub comune: Option<String>,
}

/// How the person took part (utente accompagnato, presente, informato).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Attendance {
    /// She was there.
    pub present: bool,
    /// Somebody came with her.
    pub accompanied: bool,
    /// She knows that somebody speaks for her.
    pub informed: bool,
}

/// Where a card stands.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum AccessoState {
    /// Noted.
    #[default]
    Creata,
    /// Seen by who decides at the desk.
    Vista {
        /// Who.
        by: OperatorId,
        /// When.
        on: CivilDate,
    },
    /// Became one or more cases.
    Accolta {
        /// Who took it.
        by: OperatorId,
        /// When.
        on: CivilDate,
        /// The cases.
        cases: Vec<CaseId>,
    },
    /// Declined.
    Respinta {
        /// Who declined.
        by: OperatorId,
        /// When.
        on: CivilDate,
        /// Why (motivo), of the list of reasons for not taking a case.
        reason: Coded,
        /// A word on it.
        note: Option<String>,
    },
    /// Sent to another office or body.
    InviataAdAltro {
        /// Who sent it.
        by: OperatorId,
        /// When.
        on: CivilDate,
        /// Where to.
        to: String,
    },
}

/// A state without what it carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AccessoStateName {
    /// Noted.
    Creata,
    /// Seen.
    Vista,
    /// Became a case.
    Accolta,
    /// Declined.
    Respinta,
    /// Sent elsewhere.
    InviataAdAltro,
}

impl AccessoState {
    /// Its name.
    #[must_use]
    pub const fn name(&self) -> AccessoStateName {
        match self {
            Self::Creata => AccessoStateName::Creata,
            Self::Vista { .. } => AccessoStateName::Vista,
            Self::Accolta { .. } => AccessoStateName::Accolta,
            Self::Respinta { .. } => AccessoStateName::Respinta,
            Self::InviataAdAltro { .. } => AccessoStateName::InviataAdAltro,
        }
    }
}

impl AccessoStateName {
    /// Whether somebody at the desk still has to decide.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Creata | Self::Vista)
    }
}

/// One contact with the desk. Lives in the desk's scope.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 140, name = "accesso")]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct Accesso {
    /// The day.
    #[field(1)]
    pub on: Option<CivilDate>,
    /// The hour.
    #[field(2)]
    pub at: Option<ClockTime>,
    /// Who noted it.
    #[field(3)]
    pub operator: Option<OperatorId>,
    /// When it was noted.
    #[field(4)]
    pub noted_at: Option<Instant>,
    /// Where: the office or body that took it (punto di contatto).
    #[field(5)]
    pub point: Option<String>,
    /// How they came into contact (modalità).
    #[field(6)]
    pub mode: Option<Coded>,
    /// Why they came (motivo dell'accesso).
    #[field(7)]
    pub reason: Option<Coded>,
    /// Who sent them.
    #[field(8)]
    pub sent_by: Option<String>,
    /// Who speaks (interlocutore), by list.
    #[field(9)]
    pub interlocutor: Option<Coded>,
    /// Who speaks, by name.
    #[field(10)]
    pub caller: Option<Caller>,
    /// Whom it is about, where she stands in the registry.
    #[field(11)]
    pub person: Option<PersonId>,
    /// Whom it is about, as named.
    #[field(12)]
    pub named: Option<NamedPerson>,
    /// She did not say who she is, and need not.
    #[field(13)]
    pub anonymous: Option<bool>,
    /// How she took part.
    #[field(14)]
    pub attendance: Option<Attendance>,
    /// Other people to turn to (persone di riferimento).
    #[field(15)]
    pub references: Option<Vec<Caller>>,
    /// The need, in words.
    #[field(16)]
    pub need: Option<String>,
    /// The services asked for.
    #[field(17, set)]
    pub services: AddSet<Service>,
    /// The answer given, what was proposed.
    #[field(18)]
    pub answer: Option<String>,
    /// How it ended at the desk (esito).
    #[field(19)]
    pub outcome: Option<Coded>,
    /// Where it stands.
    #[field(20)]
    pub state: AccessoState,
    /// 1 ordinary, 2 high, 3 urgent; of two that were written without seeing each other the higher counts.
    #[field(21, highest)]
    pub priority: Option<u8>,
    /// Informativa privacy, given or why not.
    #[field(22)]
    pub privacy_notice: Option<Paper>,
    /// Since when it waits, where not since its day.
    #[field(23, earliest)]
    pub waiting_since: Option<CivilDate>,
}

impl Accesso {
    /// Whom it is about, as far as the card itself says; empty for who is anonymous or in the registry alone.
    #[must_use]
    pub fn label(&self) -> String {
        let named = self.named.clone().unwrap_or_default();
        let parts: Vec<String> = [named.surname, named.name].into_iter().flatten().collect();
        parts.join(" ")
    }

    /// Whether it says anything at all: a need, a service, an answer, somebody.
    #[must_use]
    pub fn says_something(&self) -> bool {
        self.need.is_some()
            || self.answer.is_some()
            || self.person.is_some()
            || !self.services.0.is_empty()
            || !self.label().is_empty()
            || self.caller.as_ref().is_some_and(|caller| caller.name.is_some())
    }
}
