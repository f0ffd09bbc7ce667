//! The states of an episode, each with what it carries.

use super::Paper;
use crate::{codes::Coded, ids::OperatorId, time::PartialDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A state without what it carries: for lists, filters and badges.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StateName {
    /// Somebody pointed the person out; nobody has the case yet.
    Segnalato,
    /// Closed once and open again as a new episode.
    Riaperto,
    /// An operator is responsible.
    Assegnato,
    /// The need is being assessed.
    InValutazione,
    /// Taken in charge.
    InCarico,
    /// A signed plan is at work.
    ProgettoAttivo,
    /// The plan is done, things are followed for a while.
    InMonitoraggio,
    /// At rest for a while.
    Sospeso,
    /// Handed over to another body or comune.
    Trasferito,
    /// Not taken.
    NonAccolto,
    /// Closed.
    Chiuso,
}

impl StateName {
    /// Every state, in the order of a case's life.
    pub const ALL: [Self; 11] = [
        Self::Segnalato,
        Self::Riaperto,
        Self::Assegnato,
        Self::InValutazione,
        Self::InCarico,
        Self::ProgettoAttivo,
        Self::InMonitoraggio,
        Self::Sospeso,
        Self::Trasferito,
        Self::NonAccolto,
        Self::Chiuso,
    ];

    /// Whether a case in this state is still worked on.
    #[must_use]
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::Trasferito | Self::NonAccolto | Self::Chiuso)
    }
}

/// The states that a suspension returns to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Running {
    /// Taken in charge.
    InCarico,
    /// A signed plan is at work.
    ProgettoAttivo,
    /// Followed for a while.
    InMonitoraggio,
}

/// The state of an episode. Dates may be half known, or unknown in a case that was running before this program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum State {
    /// Pointed out.
    Segnalato {
        /// Since.
        on: Option<PartialDate>,
    },
    /// Open again.
    Riaperto {
        /// Since.
        on: Option<PartialDate>,
    },
    /// An operator is responsible.
    Assegnato {
        /// Since.
        on: Option<PartialDate>,
    },
    /// Being assessed.
    InValutazione {
        /// Since.
        on: Option<PartialDate>,
    },
    /// Taken in charge.
    InCarico {
        /// Since.
        on: Option<PartialDate>,
    },
    /// A signed plan is at work.
    ProgettoAttivo {
        /// Since.
        on: Option<PartialDate>,
    },
    /// Followed for a while.
    InMonitoraggio {
        /// Since.
        on: Option<PartialDate>,
    },
    /// At rest.
    Sospeso {
        /// Since.
        on: Option<PartialDate>,
        /// Until, as foreseen.
        until: Option<PartialDate>,
        /// Why.
        reason: Option<Coded>,
        /// Where it returns to.
        from: Running,
    },
    /// Handed over.
    Trasferito {
        /// Since.
        on: Option<PartialDate>,
        /// Body or comune of destination.
        to: Option<String>,
        /// The record of the handover (passaggio di consegne).
        handover: Option<Paper>,
    },
    /// Not taken.
    NonAccolto {
        /// Since.
        on: Option<PartialDate>,
        /// Why.
        reason: Option<Coded>,
        /// Where the person was sent instead.
        sent_to: Option<String>,
    },
    /// Closed.
    Chiuso {
        /// Since.
        on: Option<PartialDate>,
        /// Why (motivo di chiusura).
        reason: Option<Coded>,
        /// How the person lives at closing (situazione alla chiusura).
        situation: Option<Coded>,
        /// Who closed it; unknown for cases closed before this program.
        by: Option<OperatorId>,
        /// The final report.
        final_report: Option<Paper>,
    },
}

impl Default for State {
    fn default() -> Self {
        Self::Segnalato { on: None }
    }
}

impl State {
    /// Its name.
    #[must_use]
    pub const fn name(&self) -> StateName {
        match self {
            Self::Segnalato { .. } => StateName::Segnalato,
            Self::Riaperto { .. } => StateName::Riaperto,
            Self::Assegnato { .. } => StateName::Assegnato,
            Self::InValutazione { .. } => StateName::InValutazione,
            Self::InCarico { .. } => StateName::InCarico,
            Self::ProgettoAttivo { .. } => StateName::ProgettoAttivo,
            Self::InMonitoraggio { .. } => StateName::InMonitoraggio,
            Self::Sospeso { .. } => StateName::Sospeso,
            Self::Trasferito { .. } => StateName::Trasferito,
            Self::NonAccolto { .. } => StateName::NonAccolto,
            Self::Chiuso { .. } => StateName::Chiuso,
        }
    }

    /// Since when, as far as known.
    #[must_use]
    pub const fn since(&self) -> Option<PartialDate> {
        match self {
            Self::Segnalato { on }
            | Self::Riaperto { on }
            | Self::Assegnato { on }
            | Self::InValutazione { on }
            | Self::InCarico { on }
            | Self::ProgettoAttivo { on }
            | Self::InMonitoraggio { on }
            | Self::Sospeso { on, .. }
            | Self::Trasferito { on, .. }
            | Self::NonAccolto { on, .. }
            | Self::Chiuso { on, .. } => *on,
        }
    }

    /// The state that a suspension would return to.
    #[must_use]
    pub const fn running(&self) -> Option<Running> {
        match self {
            Self::InCarico { .. } => Some(Running::InCarico),
            Self::ProgettoAttivo { .. } => Some(Running::ProgettoAttivo),
            Self::InMonitoraggio { .. } => Some(Running::InMonitoraggio),
            Self::Sospeso { from, .. } => Some(*from),
            _ => None,
        }
    }
}
