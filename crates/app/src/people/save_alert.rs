//! A warning is added, changed, looked at again, or ended.

use super::{
    Saved,
    save_address::{Place, save},
};
use crate::{Code, Error, Result, Session};
use cartella_archive::{Seen, rows};
use cartella_domain::{
    ids::{PersonId, RecordId},
    people::{Alert, AlertKind, Ended, tidy},
    time::CivilDate,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A warning as it shall be. Author and day are those of its first writing.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct SaveAlert {
    /// The record; none for a new one.
    pub id: Option<RecordId>,
    /// Whom it is about.
    pub person: PersonId,
    /// The address that it is about.
    pub address: Option<RecordId>,
    /// What kind.
    pub kind: AlertKind,
    /// Why.
    pub reason: Option<String>,
    /// When to look again.
    pub review: Option<CivilDate>,
    /// It no longer holds, for this reason (which may be empty).
    pub ended: Option<String>,
    /// What was on the screen; empty for a new one.
    #[serde(default)]
    pub seen: Vec<String>,
}

/// Adds or changes a warning.
///
/// # Errors
/// `forbidden` or `not_found` by rights; `alert_unsaid` for one of kind "other" without a reason; the disk is full.
pub fn save_alert(session: &mut Session, input: SaveAlert) -> Result<Saved> {
    let reason = tidy::lines(input.reason);
    if input.kind == AlertKind::Other && reason.is_none() {
        return Err(Error::field(Code::AlertUnsaid, "reason"));
    }
    let today = session.today();
    let before = match input.id {
        None => Alert {
            author: session.operator(),
            on: Some(today),
            ..Alert::default()
        },
        Some(id) => {
            let row = rows::get::<Alert>(session.archive().db(), &id.to_string())?;
            row.ok_or_else(|| Error::new(Code::NotFound))?.value
        }
    };
    let operator = session.operator();
    let ended = input.ended.map(|why| Ended {
        on: today,
        by: operator,
        reason: tidy::lines(Some(why)),
    });
    let alert = Alert {
        person: input.person,
        address: input.address,
        kind: Some(input.kind),
        reason,
        review: input.review,
        ended: before.ended.or(ended),
        author: before.author,
        on: before.on,
    };
    let place = Place {
        id: input.id,
        person: input.person,
        protected: false,
        seen: Seen(input.seen),
    };
    save(session, place, &alert)
}
