//! A step of the protocol that was made, where no other record says it.

use super::lists::FaseSn;
use crate::{
    ids::{CaseId, OperatorId, RecordId},
    record::Record,
    time::CivilDate,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A step that was made.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 159, name = "passo_sn")]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct PassoSn {
    /// The file.
    #[field(1)]
    pub case: Option<CaseId>,
    /// The path.
    #[field(2)]
    pub percorso: Option<RecordId>,
    /// Which step.
    #[field(3)]
    pub fase: Option<FaseSn>,
    /// On which day.
    #[field(4)]
    pub on: Option<CivilDate>,
    /// With whom, what came of it.
    #[field(5)]
    pub note: Option<String>,
    /// Who recorded it.
    #[field(6)]
    pub by: Option<OperatorId>,
}
