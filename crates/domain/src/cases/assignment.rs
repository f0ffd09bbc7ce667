//! Assignments: who works on a case, as what, from when to when.

use crate::{
    ids::{CaseId, EpisodeId, OperatorId, RecordId},
    record::Record,
    rights::AssignedOperator,
    time::CivilDate,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// As what an operator works on a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AssignmentRole {
    /// Responsible for the case (responsabile del caso).
    #[default]
    Responsabile,
    /// The psicologo of the pair.
    Psicologo,
    /// Another member of the mini-équipe.
    MiniEquipe,
    /// Educatore of an accredited body.
    Educatore,
    /// Stands in for another operator on dated days.
    Sostituto,
}

impl AssignmentRole {
    /// Every role.
    pub const ALL: [Self; 5] = [
        Self::Responsabile,
        Self::Psicologo,
        Self::MiniEquipe,
        Self::Educatore,
        Self::Sostituto,
    ];
}

/// One operator on one case. Lives in the case's core scope.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 22, name = "assignment")]
pub struct Assignment {
    /// Of which case.
    #[field(1)]
    pub case: Option<CaseId>,
    /// Of which episode.
    #[field(2)]
    pub episode: Option<EpisodeId>,
    /// Who.
    #[field(3)]
    pub operator: Option<OperatorId>,
    /// As what.
    #[field(4)]
    pub role: AssignmentRole,
    /// First day; unknown in cases that were running before this program.
    #[field(5)]
    pub from: Option<CivilDate>,
    /// Last day, included; open without.
    #[field(6)]
    pub to: Option<CivilDate>,
    /// For whom a substitute stands in.
    #[field(7)]
    pub stands_in_for: Option<OperatorId>,
    /// Who assigned.
    #[field(8)]
    pub assigned_by: Option<OperatorId>,
    /// The substitution that made it: a new last day of that one is a new last day here.
    #[field(9)]
    pub substitution: Option<RecordId>,
}

impl Assignment {
    /// Whether it holds on a day.
    #[must_use]
    pub fn holds_on(&self, day: CivilDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }

    /// As rights see it.
    #[must_use]
    pub fn for_rights(&self) -> Option<AssignedOperator> {
        Some(AssignedOperator {
            operator: self.operator?,
            responsible: self.role == AssignmentRole::Responsabile,
            from: self.from,
            to: self.to,
        })
    }
}

/// The assignments that hold on a day.
pub fn holding_on(assignments: &[Assignment], day: CivilDate) -> impl Iterator<Item = &Assignment> {
    assignments
        .iter()
        .filter(move |assignment| assignment.holds_on(day))
}

/// Who is responsible on a day. If two are, because two people assigned without seeing each other, the one who
/// began last counts until somebody ends the other.
#[must_use]
pub fn responsible_on(assignments: &[Assignment], day: CivilDate) -> Option<OperatorId> {
    holding_on(assignments, day)
        .filter(|assignment| assignment.role == AssignmentRole::Responsabile)
        .max_by_key(|assignment| (assignment.from, assignment.operator))
        .and_then(|assignment| assignment.operator)
}
