//! She comes back earlier or later than was thought, or does not go at all.

use crate::{Code, Error, Result, Session, commands::Nothing};
use cartella_archive::{queries, rows};
use cartella_domain::{
    cases::Assignment,
    ids::RecordId,
    rights::{Action, Subject},
    staff::Substitution,
    time::CivilDate,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A new last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct ChangeSubstitutionEnd {
    /// Which.
    pub id: RecordId,
    /// The last day, included; none calls off what has not begun.
    pub to: Option<CivilDate>,
}

/// Changes it, in the cases too: where the assignment was ended by itself before, it stays so.
///
/// # Errors
/// `forbidden` for who assigns nobody, or who may not assign one of its cases; `not_found`; `last_day_before_first`;
/// `substitution_begun` for one that is called off and has begun; the disk is full.
pub fn change_end(session: &mut Session, input: ChangeSubstitutionEnd) -> Result<Nothing> {
    session.allow(Action::SubstitutionWrite, &Subject::nobody())?;
    let db = session.archive().db();
    let row = rows::get::<Substitution>(db, &input.id.to_string())?.filter(|row| !row.deleted);
    let before = row.ok_or(Error::new(Code::NotFound))?.value;
    let (Some(from), Some(old)) = (before.from, before.to) else {
        return Err(Code::NotFound.into());
    };
    let called_off = from.plus_days(-1);
    let to = match input.to {
        Some(to) if to < from => return Err(Error::field(Code::LastDayBeforeFirst, "to")),
        Some(to) => to,
        None if from <= session.today() => return Err(Code::SubstitutionBegun.into()),
        None => called_off,
    };
    let mut changed: Vec<(RecordId, Assignment)> = Vec::new();
    for row in queries::substitutions::made_by(db, input.id)? {
        let id = row.typed_id()?;
        let case = row.value.case.ok_or(Error::new(Code::NotFound))?;
        let last = row.value.to.unwrap_or(old);
        let is_cut = last != old;
        // Ended by itself before the new last day, or with the work of the absent: nothing to change.
        if is_cut && last <= to {
            continue;
        }
        session.allow(Action::CaseAssign, &session.case_subject(case)?)?;
        let last = if input.to.is_none() {
            row.value.from.unwrap_or(from).plus_days(-1)
        } else {
            to
        };
        changed.push((
            id,
            Assignment {
                to: Some(last),
                ..row.value
            },
        ));
    }
    let after = Substitution {
        to: Some(to),
        ..before
    };
    session.write(|act| {
        act.edit(input.id, &after, None)?;
        for (id, assignment) in &changed {
            act.edit(*id, assignment, None)?;
        }
        Ok(())
    })?;
    Ok(Nothing {})
}
