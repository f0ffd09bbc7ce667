//! A meeting is planned, or what became of it recorded, for a minor or for brothers and sisters together. What was seen in it
//! goes into the diary.

use super::loaded::{Loaded, listed};
use crate::{Code, Error, Result, Session, people::Saved, tutela::court};
use cartella_archive::{Seen, queries::spazio_neutro as stored, rows};
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
    /// The paths of brothers and sisters in which the same meeting stands: what is saved is saved there too. In a path that had
    /// it and is not named here it stays as it is.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<RecordId>>")]
    pub with: Vec<RecordId>,
    /// What was on the screen; empty for a new one.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub seen: Vec<String>,
}

/// One meeting in one path, with what its path becomes.
struct InPath {
    id: RecordId,
    new: bool,
    meeting: IncontroSn,
    loaded: Loaded,
    path: PercorsoSn,
}

/// Saves it in each path; a path knows the first that took place.
///
/// # Errors
/// `forbidden`, `not_found`, in any of the paths; `sn_closed`; `sn_meeting_undated` without its day; `ends_before_start`; `day_in_future` for
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
    let known = before.as_ref().and_then(|before| before.together);
    let meeting = IncontroSn {
        together: known.or_else(|| (!input.with.is_empty()).then(|| session.id())),
        ..accepted(session, input.meeting)?
    };
    let meeting = meeting.in_path(loaded.case, input.path, before.as_ref());
    let id = input.id.unwrap_or_else(|| session.id());
    let path = with_first(session, &loaded, id, &meeting)?;
    let others = beside(session, &input.with, input.path, &meeting)?;
    let seen = Seen(input.seen);
    session.write(|act| {
        act.about(loaded.case);
        if input.id.is_some() {
            act.edit(id, &meeting, Some(&seen))?;
        } else {
            act.create(court(loaded.case), id, &meeting)?;
        }
        act.edit(input.path, &path, None)?;
        for other in &others {
            if other.new {
                act.create(court(other.loaded.case), other.id, &other.meeting)?;
            } else {
                act.edit(other.id, &other.meeting, None)?;
            }
            act.edit(other.loaded.id, &other.path, None)?;
        }
        Ok(Saved { id })
    })
}

/// The meeting in the other paths, each once and each one that she may write.
fn beside(session: &Session, with: &[RecordId], own: RecordId, meeting: &IncontroSn) -> Result<Vec<InPath>> {
    let there = match meeting.together {
        Some(together) => stored::together(session.archive().db(), together)?,
        None => Vec::new(),
    };
    let mut others: Vec<InPath> = Vec::new();
    for path in with.iter().copied() {
        if path == own || others.iter().any(|other| other.loaded.id == path) {
            continue;
        }
        let loaded = Loaded::open(session, path)?;
        let row = there.iter().find(|row| row.value.percorso == Some(path));
        let id = match row {
            Some(row) => row.typed_id()?,
            None => session.id(),
        };
        let meeting = meeting.in_path(loaded.case, path, row.map(|row| &row.value));
        others.push(InPath {
            path: with_first(session, &loaded, id, &meeting)?,
            new: row.is_none(),
            id,
            meeting,
            loaded,
        });
    }
    Ok(others)
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
