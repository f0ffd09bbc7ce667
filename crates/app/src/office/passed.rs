//! Where a case went that left this laptop: the office says who is responsible for it now, to whom it was taken from.

use super::{Came, ToSend, plain};
use crate::{
    Result, Session,
    cases::OneCase,
    names::{Names, names},
};
use cartella_domain::ids::OperatorId;
use serde::Serialize;
use serde_json::json;
use ts_rs::TS;

const PATH: &str = "/v1/passed";

/// Who is responsible for a case now.
#[derive(Clone, PartialEq, Serialize, TS)]
#[ts(optional_fields = nullable)]
pub struct PassedTo {
    /// Who; none where nobody is, or the office does not say.
    pub operator: Option<OperatorId>,
    /// What she is called.
    pub names: Names,
}

/// What to send.
///
/// # Errors
/// `office_none` in an archive that is its own office.
pub fn ask_passed(session: &Session, input: OneCase) -> Result<ToSend> {
    let body = json!({ "case": input.case });
    plain::signed(session, PATH, body.to_string().into_bytes())
}

/// What came.
///
/// # Errors
/// `office_unreachable` with the trouble where no answer came.
pub fn passed(session: &Session, came: Came) -> Result<PassedTo> {
    let operator = match plain::read(came) {
        Err(error) if plain::is_refusal(&error) => None,
        answer => answer?
            .get("operator")
            .and_then(|operator| serde_json::from_value::<OperatorId>(operator.clone()).ok()),
    };
    Ok(PassedTo {
        names: names(session, operator.map(OperatorId::uuid))?,
        operator,
    })
}
