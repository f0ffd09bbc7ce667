//! Changes comune of residence and comune in charge; who bears the costs of a placement is always said.

use super::{
    OneCase,
    loaded::{Loaded, comune_refused},
};
use crate::{Result, Session, placements::running_of};
use cartella_domain::{cases::ComuneChange, ids::CaseId, rights::Action};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The comuni of which case change how.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChangeComune {
    /// The case.
    pub case: CaseId,
    /// What is said of it.
    pub change: ComuneChange,
}

/// Changes them; those that were stay in the case's history.
///
/// # Errors
/// `forbidden`, `not_found`; `in_charge_not_said`, `costs_not_said` (also where a placement in progress is known and was
/// not said), `day_before_state`, `unknown_comune`; the disk is full.
pub fn change_comune(session: &mut Session, input: ChangeComune) -> Result<OneCase> {
    let loaded = Loaded::of(session, input.case, Action::CaseChangeComune)?;
    let change = ComuneChange {
        placement: input.change.placement || !running_of(session, input.case)?.is_empty(),
        ..input.change
    };
    let file = loaded.file.change_comune(&change).map_err(comune_refused)?;
    session.write(|act| {
        act.edit(input.case, &file, None)?;
        act.about(input.case);
        Ok(())
    })?;
    Ok(OneCase { case: input.case })
}
