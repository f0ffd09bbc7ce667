//! The lists that the forms of placements offer.

use crate::{Result, Session, commands::Nothing};
use cartella_domain::{
    codes::{CodeList, Coded},
    placements::{CARATTERE, ESITI_DIMISSIONE, FORME, TIPI_COMUNITA},
};
use serde::Serialize;
use ts_rs::TS;

/// The codes of the forms of a placement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PlacementCodes {
    /// Kinds of facility.
    pub kinds: Vec<Coded>,
    /// Residential characters (INPS).
    pub characters: Vec<Coded>,
    /// By consent or by order (INPS).
    pub forms: Vec<Coded>,
    /// Where to on leaving (INPS).
    pub outcomes: Vec<Coded>,
}

/// The codes of the forms of a placement.
///
/// # Errors
/// None; the answer does not depend on the archive.
pub fn codes(_: &mut Session, _: Nothing) -> Result<PlacementCodes> {
    let all = |list: CodeList| list.codes.iter().filter_map(|code| list.answer(code)).collect();
    Ok(PlacementCodes {
        kinds: all(TIPI_COMUNITA),
        characters: all(CARATTERE),
        forms: all(FORME),
        outcomes: all(ESITI_DIMISSIONE),
    })
}
