//! Procedimento: a case before a judicial authority, as one minor's file knows it.

use super::{
    authority::AuthorityKey,
    codes::{RuoloParte, StatoProcedimento, TipoProcedimento},
};
use crate::{
    ids::{ActId, CaseId, PersonId},
    record::Record,
    time::{CivilDate, ClockTime},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A lawyer, curatore or guardian: who, and how to reach them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct Difensore {
    /// Surname and name.
    pub name: Option<String>,
    /// Certified mail or mail.
    pub mail: Option<String>,
    /// Phone.
    pub phone: Option<String>,
}

/// Somebody who has a part in the proceeding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct Parte {
    /// As what.
    pub role: RuoloParte,
    /// The person, if she is in the registry.
    pub person: Option<PersonId>,
    /// Her name, if she is not.
    pub name: Option<String>,
    /// Her lawyer.
    pub lawyer: Option<Difensore>,
}

/// A hearing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct Udienza {
    /// The day.
    pub on: CivilDate,
    /// The hour.
    pub at: Option<ClockTime>,
    /// What for, and how it went.
    pub note: Option<String>,
}

/// Where the proceeding was before: authorities and numbers change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct Riferimento {
    /// The authority.
    pub autorita: Option<AuthorityKey>,
    /// The number it had there.
    pub number: Option<String>,
    /// Until which day.
    pub until: Option<CivilDate>,
}

/// A proceeding, in one minor's file; `act` is the same in the files of all its minors.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 121, name = "procedimento")]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct Procedimento {
    /// The file.
    #[field(1)]
    pub case: Option<CaseId>,
    /// The proceeding as such.
    #[field(2)]
    pub act: Option<ActId>,
    /// Before which authority.
    #[field(3)]
    pub autorita: Option<AuthorityKey>,
    /// Number of the register (R.G.) with its year, as on the papers.
    #[field(4)]
    pub number: Option<String>,
    /// What it is about.
    #[field(5)]
    pub kind: Option<TipoProcedimento>,
    /// The judge in charge.
    #[field(6)]
    pub judge: Option<String>,
    /// Parents and others, each with a lawyer.
    #[field(7)]
    pub parties: Vec<Parte>,
    /// The special curator of the minor.
    #[field(8)]
    pub curatore: Option<Difensore>,
    /// The guardian.
    #[field(9)]
    pub tutore: Option<Difensore>,
    /// Where it stands.
    #[field(10)]
    pub state: Option<StatoProcedimento>,
    /// Hearings.
    #[field(11)]
    pub hearings: Vec<Udienza>,
    /// Where it was before, the oldest first.
    #[field(12)]
    pub before: Vec<Riferimento>,
}
