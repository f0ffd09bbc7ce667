//! The operator's settings.

use super::Session;
use crate::{Result, commands::Nothing};
use cartella_archive::rows;
use cartella_domain::{ids::RecordId, settings::Setting};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// New values; what is absent stays.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct ChangeSettings {
    /// Minutes without a key before the archive locks, 1 to 15.
    pub idle_minutes: Option<u8>,
    /// `light` or `dark`; an empty text follows the system.
    pub theme: Option<String>,
    /// A hint that she has put away.
    pub hint_read: Option<String>,
}

/// The settings as they are.
///
/// # Errors
/// The archive does not answer.
pub fn settings(session: &mut Session, _: Nothing) -> Result<Setting> {
    current(session)
}

/// The settings' own id, made of the operator's: a record's id belongs to one kind.
fn id(session: &Session) -> RecordId {
    const MARK: u128 = 0x5e77_1265;
    RecordId(uuid::Uuid::from_u128(session.operator.uuid().as_u128() ^ MARK))
}

pub(super) fn current(session: &Session) -> Result<Setting> {
    let row = rows::get::<Setting>(session.archive.db(), &id(session).to_string())?;
    Ok(row.map(|row| row.value).unwrap_or_default())
}

/// Changes some of them.
///
/// # Errors
/// The disk is full.
pub fn change_settings(session: &mut Session, input: ChangeSettings) -> Result<Setting> {
    let id = id(session);
    let scope = session.own();
    let old = current(session)?;
    let mut new = old.clone();
    if let Some(minutes) = input.idle_minutes {
        new.idle_minutes = Some(minutes.clamp(1, 15));
    }
    if let Some(theme) = input.theme {
        new.theme = Some(theme).filter(|theme| !theme.is_empty());
    }
    new.hints_read
        .0
        .extend(input.hint_read.filter(|hint| !old.hints_read.0.contains(hint)));
    let known = rows::get::<Setting>(session.archive.db(), &id.to_string())?.is_some();
    session.write(|act| {
        if known {
            act.edit(id, &new, None)
        } else {
            act.create(scope, id, &new)
        }
    })?;
    Ok(new)
}
