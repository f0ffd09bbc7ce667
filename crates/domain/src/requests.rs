//! What only the office does, as a laptop asks for it, and what became of it.
//!
//! What is asked stands in the operation that asks (`Request`), for the office; beside it, in the scope that it is about,
//! a record holds who asked and how it ended, for everybody who reads that scope.

use crate::{
    cases::AssignmentRole,
    ids::{CaseId, OperatorId, PersonId},
    record::Record,
    time::{CivilDate, Instant},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Who is to work on which case, as what, since when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct AssignOperator {
    /// The case.
    pub case: CaseId,
    /// Who.
    pub operator: OperatorId,
    /// As what.
    pub role: AssignmentRole,
    /// From this day; today without.
    pub from: Option<CivilDate>,
    /// To this day, for a substitute.
    pub to: Option<CivilDate>,
    /// For whom a substitute stands in.
    pub stands_in_for: Option<OperatorId>,
}

/// Which record of a person is a double of which.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MergePeople {
    /// The record that shall stand for both.
    pub kept: PersonId,
    /// The double.
    pub absorbed: PersonId,
    /// Why.
    pub reason: Option<String>,
}

/// What the office is asked to do.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Asked {
    /// To decide who works on a case that was opened: those whom it names until then, or others.
    Open {
        /// The case.
        case: CaseId,
    },
    /// To assign somebody to a case.
    Assign {
        /// Who, to which.
        assignment: AssignOperator,
    },
    /// To join two records that are one person.
    Merge(MergePeople),
}

/// How a request ended.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RequestOutcome {
    /// The office did it; otherwise it declined.
    pub done: bool,
    /// Why it declined, in its words.
    pub reason: Option<String>,
    /// Who decided.
    pub by: OperatorId,
    /// When.
    pub at: Instant,
}

/// Something asked of the office. Lives in the scope that it is about.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 60, name = "office_request")]
pub struct OfficeRequest {
    /// Who asked.
    #[field(1)]
    pub by: Option<OperatorId>,
    /// How it ended; none while it waits for the office.
    #[field(2)]
    pub outcome: Option<RequestOutcome>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;
    use uuid::Uuid;

    #[test]
    fn what_is_asked_reads_back_and_a_request_of_tomorrow_does_not() {
        let id = Uuid::from_u128(7).to_string();
        for asked in [
            json!({ "type": "open", "case": id }),
            json!({ "type": "assign", "assignment": { "case": id, "operator": id, "role": "sostituto",
                "from": null, "to": "2026-08-31", "stands_in_for": null } }),
            json!({ "type": "merge", "kept": id, "absorbed": id, "reason": "doppione" }),
        ] {
            let read: Asked = serde_json::from_value(asked.clone()).unwrap();
            assert_eq!(serde_json::to_value(&read).unwrap(), asked);
        }
        assert!(serde_json::from_value::<Asked>(json!({ "type": "archive", "case": id })).is_err());
    }
}
