//! A case (cartella sociale): one person in one service, from the referral to the closure, and again.
//!
//! A case has episodes (prese in carico); an episode has a state. Moves go from state to state and ask for what the
//! trade asks (`moves`); a case that already runs enters where it is, and what would have been asked stands as
//! "da completare" (`findings`). Nothing is ever deleted: handovers, closures and reopenings stay as transitions.

mod assigning;
mod assignment;
mod closing;
mod code;
mod episode;
mod file;
mod findings;
mod message;
mod moves;
mod open_item;
mod state;
mod time_line;
mod transition;

pub use assigning::{assigned, ended_by};
pub use assignment::{Assignment, AssignmentRole, holding_on, responsible_on};
pub use closing::{
    decline_reasons, motivi_chiusura, referral_sources, situazioni_chiusura, suspension_reasons,
};
pub use code::case_code;
pub use episode::{Episode, Paper, Referral};
pub use file::{CaseFile, ComuneChange, ComuneRefused, Comuni};
pub use findings::{Finding, PersonSituation, to_complete};
pub use message::{CaseMessage, Settled};
pub use moves::{Ask, CaseSituation, Move, MoveRefused, advance, next_moves};
pub use open_item::{OpenItem, OpenItemKind};
pub use state::{Running, State, StateName};
pub use time_line::{Phase, phases};
pub use transition::Transition;
