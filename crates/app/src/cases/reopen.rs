//! Reopens a case: a new episode beside the old ones (2ª presa in carico).

use super::{
    OneCase,
    loaded::{Loaded, core, transition},
};
use crate::{Code, Error, Result, Session};
use cartella_domain::{
    cases::{Episode, Referral, State},
    ids::{CaseId, EpisodeId, RecordId},
    rights::Action,
    time::{CivilDate, PartialDate},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which case is open again, since when, on what occasion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct ReopenCase {
    /// The case.
    pub case: CaseId,
    /// On which day; today without.
    pub on: Option<CivilDate>,
    /// How the office learnt of it this time.
    pub referral: Option<Referral>,
    /// A word on it.
    pub reason: Option<String>,
}

/// Reopens it.
///
/// # Errors
/// `forbidden`, `not_found`; `case_still_open`; `day_in_future`, `day_before_state`; the disk is full.
pub fn reopen(session: &mut Session, input: ReopenCase) -> Result<OneCase> {
    let loaded = Loaded::of(session, input.case, Action::CaseReopen)?;
    let (_, last) = loaded.episode()?;
    if last.state.name().is_open() {
        return Err(Code::CaseStillOpen.into());
    }
    let today = session.today();
    let on = input.on.unwrap_or(today);
    if on > today {
        return Err(Error::field(Code::DayInFuture, "on"));
    }
    if last.state.since().is_some_and(|since| since.earliest() > on) {
        return Err(Error::field(Code::DayBeforeState, "on"));
    }
    let state = State::Riaperto {
        on: Some(PartialDate::exact(on)),
    };
    let id: EpisodeId = session.id();
    let episode = Episode {
        case: Some(input.case),
        number: Some(last.ordinal().saturating_add(1)),
        referral: Some(input.referral.unwrap_or(Referral {
            on: Some(PartialDate::exact(on)),
            ..Referral::default()
        })),
        state: state.clone(),
        opened_by: Some(session.operator()),
        recorded_on: Some(today),
        ..Episode::default()
    };
    let history = transition(
        session,
        input.case,
        id,
        Some(last.state.clone()),
        state,
        input.reason,
    );
    let history_id: RecordId = session.id();
    session.write(|act| {
        act.create(core(input.case), id, &episode)?;
        act.create(core(input.case), history_id, &history)?;
        act.about(input.case);
        Ok(())
    })?;
    Ok(OneCase { case: input.case })
}
