//! A case as the verbs need it: its card, its last episode, its team, and how the operator stands to it.

use super::open_items::open_items;
use crate::{Code, Error, Result, Session};
use cartella_archive::{
    queries,
    rows::{self, Row},
};
use cartella_domain::{
    cases::{Assignment, CaseFile, CaseSituation, ComuneRefused, Episode, MoveRefused, State, Transition},
    codes::Coded,
    ids::{CaseId, EpisodeId},
    rights::{Action, CaseFacts, Subject, standing_in_case},
    scope::{ScopeId, ScopeKind},
    tutela::Provvedimento,
};

/// A case in the hands of a verb.
pub(super) struct Loaded {
    pub case: CaseId,
    pub facts: CaseFacts,
    pub subject: Subject,
    pub file: CaseFile,
    /// Its card, an episode or an assignment has two versions.
    pub clashed: bool,
    /// The last first; never empty.
    pub episodes: Vec<Row<Episode>>,
    /// The last first.
    pub assignments: Vec<Row<Assignment>>,
}

/// The scope of a case's card, states and team.
pub(super) fn core(case: CaseId) -> ScopeId {
    ScopeId::new(case.uuid(), ScopeKind::CaseCore)
}

impl Loaded {
    /// Loads a case for a verb that asks for this right.
    ///
    /// # Errors
    /// `not_found`, `forbidden`; the archive does not answer.
    pub(super) fn of(session: &Session, case: CaseId, action: Action) -> Result<Self> {
        let db = session.archive().db();
        let facts = session.case_facts(case)?;
        let subject = Subject::of(standing_in_case(&session.actor()?, &facts, session.today()));
        session.allow(action, &subject)?;
        let file = rows::get::<CaseFile>(db, &case.to_string())?.ok_or(Error::new(Code::NotFound))?;
        let episodes = queries::cases::episodes(db, case)?;
        let assignments = queries::cases::assignments(db, case)?;
        Ok(Self {
            case,
            facts,
            subject,
            clashed: file.clashed()
                || episodes.iter().any(Row::clashed)
                || assignments.iter().any(Row::clashed),
            file: file.value,
            episodes,
            assignments,
        })
    }

    /// The last episode and its id.
    ///
    /// # Errors
    /// `not_found` where it has not arrived on this laptop.
    pub(super) fn episode(&self) -> Result<(EpisodeId, &Episode)> {
        let row = self.episodes.first().ok_or(Error::new(Code::NotFound))?;
        Ok((row.typed_id()?, &row.value))
    }

    /// What the moves look at, as of today; a closing says how it leaves the person.
    ///
    /// # Errors
    /// The archive does not answer.
    pub(super) fn situation(&self, session: &Session, leaves: Option<&Coded>) -> Result<CaseSituation> {
        let team: Vec<Assignment> = self.assignments.iter().map(|row| row.value.clone()).collect();
        let (db, today) = (session.archive().db(), session.today());
        let orders = queries::tutela::of_case::<Provvedimento>(db, self.case)?;
        let in_force = orders.iter().filter(|row| row.value.holds_on(today)).count();
        let open = open_items(session, self.case)?;
        let open = open.iter().filter(|item| item.holds_back(leaves)).count();
        let open = u32::try_from(open).unwrap_or(u32::MAX);
        let situation = CaseSituation::of(self.facts.service, &team, today, open);
        let asked = session.office_setting()?.asks_final_report(self.facts.service);
        let in_force = u32::try_from(in_force).unwrap_or(u32::MAX);
        Ok(situation.under_orders(in_force).asking_report(asked))
    }
}

/// The record of a move that was made.
pub(super) fn transition(
    session: &Session,
    case: CaseId,
    episode: EpisodeId,
    from: Option<State>,
    to: State,
    reason: Option<String>,
) -> Transition {
    Transition {
        case: Some(case),
        episode: Some(episode),
        from,
        to,
        by: Some(session.operator()),
        reason: reason
            .map(|text| text.trim().to_owned())
            .filter(|text| !text.is_empty()),
        recorded_on: Some(session.today()),
    }
}

/// A refused move as the screen hears it.
pub(super) fn refused(refusal: &MoveRefused) -> Error {
    match refusal {
        MoveRefused::NoSuchMove => Code::NoSuchMove.into(),
        MoveRefused::Missing(asks) => {
            let names: Vec<String> = asks
                .iter()
                .filter_map(|ask| serde_json::to_value(ask).ok()?.as_str().map(str::to_owned))
                .collect();
            Error::new(Code::MoveMissing).with("asks", names.join(",").as_str())
        }
        MoveRefused::UnknownCode => Error::field(Code::UnknownCode, "reason"),
        MoveRefused::InFuture => Error::field(Code::DayInFuture, "on"),
        MoveRefused::BeforeState => Error::field(Code::DayBeforeState, "on"),
    }
}

/// A refused change of comune as the screen hears it.
pub(super) fn comune_refused(refusal: ComuneRefused) -> Error {
    match refusal {
        ComuneRefused::InChargeNotSaid => Error::field(Code::InChargeNotSaid, "in_charge"),
        ComuneRefused::CostsNotSaid => Error::field(Code::CostsNotSaid, "costs"),
        ComuneRefused::BeforePresent => Error::field(Code::DayBeforeState, "on"),
        ComuneRefused::UnknownComune => Error::field(Code::UnknownComune, "residence"),
    }
}
