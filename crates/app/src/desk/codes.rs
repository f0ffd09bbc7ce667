//! The lists that the card of the desk offers.

use crate::{Result, Session, commands::Nothing};
use cartella_domain::{
    cases::decline_reasons,
    codes::{CodeList, Coded},
    desk::{access_modes, access_reasons, interlocutors, outcomes},
};
use serde::Serialize;
use ts_rs::TS;

/// The codes of the desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DeskCodes {
    /// Modalità.
    pub modes: Vec<Coded>,
    /// Motivi dell'accesso.
    pub reasons: Vec<Coded>,
    /// Interlocutori.
    pub interlocutors: Vec<Coded>,
    /// Esiti.
    pub outcomes: Vec<Coded>,
    /// Reasons for declining.
    pub decline_reasons: Vec<Coded>,
}

/// The codes of the desk.
///
/// # Errors
/// None; the answer does not depend on the archive.
pub fn codes(_: &mut Session, _: Nothing) -> Result<DeskCodes> {
    let all = |list: CodeList| list.codes.iter().filter_map(|code| list.answer(code)).collect();
    Ok(DeskCodes {
        modes: all(access_modes()),
        reasons: all(access_reasons()),
        interlocutors: all(interlocutors()),
        outcomes: all(outcomes()),
        decline_reasons: all(decline_reasons()),
    })
}
