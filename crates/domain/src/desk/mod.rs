//! Segretariato sociale: who comes to the desk, phones or is sent, noted on a light card (accesso).
//!
//! A card is seen, and then becomes a case, is declined, or is sent elsewhere; until then it waits (`waiting`). It counts
//! in the statistics whatever becomes of it, anonymous ones too. Source: the professional social service's desk of the
//! Lombard practice and the SISO forms; lists without official codes are this program's own (`lists`).

mod accesso;
mod lists;
mod note;
mod steps;
mod waiting;

pub use accesso::{Accesso, AccessoState, AccessoStateName, Attendance, Caller, MAX_PRIORITY, NamedPerson};
pub use lists::{access_modes, access_reasons, interlocutors, outcomes};
pub use note::ReferralNote;
pub use steps::{DeskStep, StepRefused, accepts, step};
pub use waiting::{days_waiting, is_urgent, waits};

use crate::{
    rights::{Actor, Standing, standing_in_service},
    services::Service,
};

/// How near the actor stands to the desk: who works in the segretariato does, who coordinates it too.
#[must_use]
pub fn standing_at_desk(actor: &Actor) -> Standing {
    standing_in_service(actor, Service::ServizioSocialeDiBase, &[])
}
