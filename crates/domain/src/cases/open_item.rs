//! What is still open in a case: closing it asks that nothing is.

use crate::{
    codes::Coded,
    deadlines::{Code, TermKey},
    ids::RecordId,
    time::CivilDate,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What kind of thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OpenItemKind {
    /// A next action.
    Action,
    /// A mandate of a court that waits for its answer.
    Mandate,
    /// A plan that is shared or at work.
    Plan,
    /// An emergency measure (art. 403).
    Measure,
    /// A penal measure.
    Penal,
    /// A placement that is looked for, or in which the minor lives.
    Placement,
    /// A path of spazio neutro.
    SpazioNeutro,
    /// A deadline of no record named before.
    Deadline,
}

/// One thing that is still open.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct OpenItem {
    /// What kind of thing.
    pub kind: OpenItemKind,
    /// The record; of a deadline, the one that says it.
    pub id: RecordId,
    /// What it is called, in its own words.
    pub what: Option<String>,
    /// What kind of plan or mandate.
    pub coded: Option<Coded>,
    /// Which deadline.
    pub term: Option<TermKey>,
    /// When it is due.
    pub due: Option<CivilDate>,
}

/// The code of "rimane nella struttura" among the ways in which a minor lives at closing (INPS).
const STAYS_IN_FACILITY: &str = "4";

impl OpenItem {
    /// Whether it holds a closing back that leaves the person so (`situation`, of `situazioni_chiusura`): a minor who stays in the
    /// facility stays placed, and another service follows the placement.
    #[must_use]
    pub fn holds_back(&self, situation: Option<&Coded>) -> bool {
        let stays = situation.is_some_and(|coded| coded.code == STAYS_IN_FACILITY);
        self.kind != OpenItemKind::Placement || !stays
    }
}

impl Code {
    /// Whether its deadline keeps a case open. Those of an order do not: the order itself is asked for, and it ends with the
    /// passage to another district or the coming of age. Nor does the approval of a PEI: a plan at work is asked for itself, and
    /// a draft that nobody signed keeps no case open.
    #[must_use]
    pub const fn keeps_open(self) -> bool {
        !matches!(
            self,
            Self::TmAssegnazione
                | Self::AffenteResponsabile
                | Self::AffenteRelazione
                | Self::AffenteScadenza
                | Self::PeiApprovazione
        )
    }
}
