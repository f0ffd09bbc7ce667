//! The list of those who may read secret entries of a case; it lives in the scope that it opens.

use crate::{
    ids::{CaseId, OperatorId},
    record::{AddSet, Record},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// "Segretato: solo persone indicate". Its id owns the secret scope.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 25, name = "secret_list")]
pub struct SecretList {
    /// Of which case.
    #[field(1)]
    pub case: Option<CaseId>,
    /// Who may read.
    #[field(2, set)]
    pub readers: AddSet<OperatorId>,
    /// Why it is secret.
    #[field(3)]
    pub reason: Option<String>,
}
