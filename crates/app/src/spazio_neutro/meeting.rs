//! A meeting is planned, or what became of it recorded. What was seen in it goes into the diary.

use super::loaded::{Loaded, listed};
use crate::{Code, Error, Result, Session, people::Saved, tutela::court};
use cartella_archive::{Seen, rows};
use cartella_domain::{
    ids::RecordId,
    people::tidy,
    spazio_neutro::{EsitoSn, IncontroSn, MAX_OPERATORS, MODALITA_SN, PercorsoSn, first_held},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A meeting as it shall be.
#[derive(Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct SaveMeeting {
    /// The record; none for a new one.
    pub id: Option<RecordId>,
    /// The path.
    pub path: RecordId,
    /// All of it; its diary entry stays as it is.
    pub meeting: IncontroSn,
    /// What was on the screen; empty for a new one.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub seen: Vec<String>,
}

/// Saves it; the path knows the first that took place.
///
/// # Errors
/// `forbidden`, `not_found`; `sn_closed`; `sn_meeting_undated` without its day; `ends_before_start`; `day_in_future` for
/// one that took place; `sn_operators` for more than two; `unknown_code`; the disk is full.
pub fn save_meeting(session: &mut Session, input: SaveMeeting) -> Result<Saved> {
    let loaded = Loaded::open(session, input.path)?;
    let before = match input.id {
        None => None,
        Some(id) => Some(
            rows::get::<IncontroSn>(session.archive().db(), &id.to_string())?
                .filter(|row| !row.deleted && row.value.percorso == Some(input.path))
                .ok_or_else(|| Error::new(Code::NotFound))?
                .value,
        ),
    };
    let meeting = IncontroSn {
        case: Some(loaded.case),
        percorso: Some(input.path),
        act: before.and_then(|before| before.act),
        ..accepted(session, input.meeting)?
    };
    let id = input.id.unwrap_or_else(|| session.id());
    let path = with_first(session, &loaded, id, &meeting)?;
    let seen = Seen(input.seen);
    session.write(|act| {
        act.about(loaded.case);
        if input.id.is_some() {
            act.edit(id, &meeting, Some(&seen))?;
        } else {
            act.create(court(loaded.case), id, &meeting)?;
        }
        act.edit(input.path, &path, None)?;
        Ok(Saved { id })
    })
}

fn accepted(session: &Session, meeting: IncontroSn) -> Result<IncontroSn> {
    let Some(slot) = meeting.slot else {
        return Err(Error::field(Code::SnMeetingUndated, "on"));
    };
    if slot
        .starts
        .zip(slot.ends)
        .is_some_and(|(starts, ends)| ends < starts)
    {
        return Err(Error::field(Code::EndsBeforeStart, "ends"));
    }
    if meeting.outcome.is_some_and(EsitoSn::was_held) && slot.on > session.today() {
        return Err(Error::field(Code::DayInFuture, "on"));
    }
    if meeting.operators.len() > MAX_OPERATORS {
        return Err(Error::field(Code::SnOperators, "operators"));
    }
    listed(meeting.mode.as_ref(), MODALITA_SN, "mode")?;
    Ok(IncontroSn {
        venue: tidy::text(meeting.venue),
        visitor: tidy::text(meeting.visitor),
        companion: tidy::text(meeting.companion),
        note: tidy::lines(meeting.note),
        ..meeting
    })
}

/// The path with the day of its first meeting, once this one is as it shall be.
pub(super) fn with_first(
    session: &Session,
    loaded: &Loaded,
    id: RecordId,
    meeting: &IncontroSn,
) -> Result<PercorsoSn> {
    let others = loaded.meetings(session)?;
    let others = others.iter().filter(|row| row.id != id.to_string());
    let first_meeting = first_held(others.map(|row| &row.value).chain([meeting]));
    Ok(PercorsoSn {
        first_meeting,
        ..loaded.path.clone()
    })
}
