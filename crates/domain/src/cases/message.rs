//! A message for the responsible of a case, left by somebody who need not read the file: a call in the corridor.

use crate::{
    ids::{CaseId, OperatorId},
    record::Record,
    time::Instant,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Who settled a message and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct Settled {
    /// Who.
    pub by: OperatorId,
    /// When.
    pub at: Instant,
}

/// A message for the responsible. Lives in the private scope of the case and its author: she, the responsible
/// and the coordinator read it.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 24, name = "case_message")]
pub struct CaseMessage {
    /// For the responsible of which case.
    #[field(1)]
    pub case: Option<CaseId>,
    /// Who left it.
    #[field(2)]
    pub by: Option<OperatorId>,
    /// When.
    #[field(3)]
    pub at: Option<Instant>,
    /// What it says.
    #[field(4)]
    pub text: Option<String>,
    /// Who called or came.
    #[field(5)]
    pub caller: Option<String>,
    /// The number to call back.
    #[field(6)]
    pub phone: Option<String>,
    /// Read and settled.
    #[field(7)]
    pub settled: Option<Settled>,
}
