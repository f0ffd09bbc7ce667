//! An order no longer holds: revoked, filed, replaced, past, or the minor has left it.

use super::{
    in_file::{beside, writable},
    under::Followers,
};
use crate::{Result, Session, cases::OneCase};
use cartella_domain::{
    ids::RecordId,
    people::tidy,
    time::CivilDate,
    tutela::{Cessazione, Fine, Provvedimento},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How an order ends.
#[derive(Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct EndOrder {
    /// The order, in any of its files.
    pub order: RecordId,
    /// Its last day.
    pub on: CivilDate,
    /// By what.
    pub how: Cessazione,
    /// In words.
    pub note: Option<String>,
    /// For its other minors too.
    #[serde(default)]
    #[ts(optional = false)]
    pub everywhere: bool,
}

/// By what, and when.
pub(super) struct Ending(Fine);

impl Ending {
    /// By an order that has just come in: its own day counts, else today.
    pub(super) fn by(order: &Provvedimento, id: RecordId, today: CivilDate) -> Self {
        let how = match order.code() {
            "REVOCA" => Cessazione::Revoca,
            "ARCH" => Cessazione::Archiviazione,
            _ => Cessazione::Sostituito,
        };
        let on = order.effective_from.or(order.issued_on).unwrap_or(today);
        Self(Fine {
            on,
            how,
            by: Some(id),
            note: None,
        })
    }
}

/// The order as ended.
pub(super) fn ending(order: Provvedimento, how: Ending) -> Provvedimento {
    Provvedimento {
        ended: Some(how.0),
        ..order
    }
}

/// Ends an order in this file, or in those of all its minors. What it asked stays open until it is answered or ended
/// itself.
///
/// # Errors
/// `forbidden`, `not_found`; the disk is full.
pub fn end_order(session: &mut Session, input: EndOrder) -> Result<OneCase> {
    let (case, row) = writable::<Provvedimento>(session, input.order)?;
    let fine = Fine {
        on: input.on,
        how: input.how,
        by: None,
        note: tidy::text(input.note),
    };
    let mut ends = Vec::new();
    if input.everywhere {
        for other in beside(session, input.order, &row.value)? {
            if other.value.ended.is_none() {
                let id: RecordId = other.typed_id()?;
                ends.push((id, ending(other.value, Ending(fine.clone()))));
            }
        }
    }
    ends.push((input.order, ending(row.value, Ending(fine))));
    let mut followers = Followers::default();
    for (id, order) in &ends {
        followers.add(session, *id, order)?;
    }
    session.write(|act| {
        for (id, order) in &ends {
            act.edit(*id, order, None)?;
        }
        followers.write(act)?;
        act.about(case);
        Ok(())
    })?;
    Ok(OneCase { case })
}
