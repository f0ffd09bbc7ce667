//! Next actions: written by themselves or with an entry, done, moved, dropped.

use super::create::{scope, spoken};
use crate::{
    Code, Error, Result, Session,
    commands::Nothing,
    diary::sees_action,
    names::{Names, names},
};
use cartella_archive::{queries, rows};
use cartella_domain::{
    diary::{ActionState, NextAction},
    ids::{ActionId, CaseId, OperatorId},
    rights::{Action, Subject},
    time::CivilDate,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A new action.
#[derive(Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct CreateAction {
    /// The file.
    pub case: Option<CaseId>,
    /// What is to be done.
    pub what: String,
    /// Who sees to it; she herself without.
    pub who: Option<OperatorId>,
    /// By when.
    pub due: Option<CivilDate>,
}

/// One action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ActionRef {
    /// The action.
    pub id: ActionId,
}

/// New values of an action.
#[derive(Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct EditAction {
    /// The action.
    pub id: ActionId,
    /// What is to be done.
    pub what: String,
    /// Who sees to it.
    pub who: Option<OperatorId>,
    /// By when.
    pub due: Option<CivilDate>,
}

/// An action that is no longer wanted.
#[derive(Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct DropAction {
    /// The action.
    pub id: ActionId,
    /// Why.
    pub reason: Option<String>,
}

/// Whose open actions.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct AskActions {
    /// The file.
    pub case: CaseId,
}

/// An open action on the screen.
#[derive(Clone, Serialize, TS)]
pub struct ActionLine {
    /// The action.
    pub id: ActionId,
    /// What it says.
    pub action: NextAction,
    /// What the people in it are called.
    pub names: Names,
}

/// Writes an action that no entry holds.
///
/// # Errors
/// `nothing_written`, `forbidden`.
pub fn action_create(session: &mut Session, input: CreateAction) -> Result<ActionRef> {
    let what = spoken(Some(input.what)).ok_or_else(|| Error::field(Code::NothingWritten, "what"))?;
    let scope = scope(session, input.case.as_slice())?;
    let me = session.operator();
    let action = NextAction {
        case: input.case,
        what,
        who: Some(input.who.unwrap_or(me)),
        due: input.due,
        author: me,
        ..NextAction::default()
    };
    let id: ActionId = session.id();
    session.write(|act| act.create(scope, id, &action))?;
    Ok(ActionRef { id })
}

fn touchable(session: &Session, id: ActionId) -> Result<NextAction> {
    let row = rows::get::<NextAction>(session.archive().db(), &id.to_string())?;
    let row = row.filter(|row| !row.deleted).ok_or(Code::NotFound)?;
    let action = row.value;
    let me = session.operator();
    let hers = action.author == me || action.who == Some(me);
    let subject = match action.case {
        Some(case) => session.case_subject(case).unwrap_or_default(),
        None => Subject::nobody(),
    };
    session.allow(Action::AgendaWrite, &subject.written_by_actor(hers))?;
    if action.state == ActionState::Open {
        Ok(action)
    } else {
        Err(Code::ActionClosed.into())
    }
}

fn keep(session: &mut Session, id: ActionId, action: &NextAction) -> Result<Nothing> {
    session.write(|act| act.edit(id, action, None))?;
    Ok(Nothing {})
}

/// Done.
///
/// # Errors
/// `action_closed`, `not_found`.
pub fn action_done(session: &mut Session, input: ActionRef) -> Result<Nothing> {
    let mut action = touchable(session, input.id)?;
    action.state = ActionState::Done {
        on: session.today(),
        by: session.operator(),
    };
    keep(session, input.id, &action)
}

/// No longer wanted.
///
/// # Errors
/// `action_closed`, `not_found`.
pub fn action_drop(session: &mut Session, input: DropAction) -> Result<Nothing> {
    let mut action = touchable(session, input.id)?;
    action.state = ActionState::Dropped {
        on: session.today(),
        by: session.operator(),
        reason: spoken(input.reason),
    };
    keep(session, input.id, &action)
}

/// Changes what, who or by when.
///
/// # Errors
/// `nothing_written`, `action_closed`, `not_found`.
pub fn action_edit(session: &mut Session, input: EditAction) -> Result<Nothing> {
    let mut action = touchable(session, input.id)?;
    action.what = spoken(Some(input.what)).ok_or_else(|| Error::field(Code::NothingWritten, "what"))?;
    action.who = input.who.or(action.who);
    action.due = input.due;
    keep(session, input.id, &action)
}

/// The open actions of a case, the earliest first.
///
/// # Errors
/// `forbidden` or `not_found` if she does not work on it.
pub fn actions(session: &mut Session, input: AskActions) -> Result<Vec<ActionLine>> {
    let subject = session.case_subject(input.case)?;
    session.allow(Action::AgendaRead, &subject)?;
    let mut found = Vec::new();
    for row in queries::agenda::of_case(session.archive().db(), input.case)? {
        if sees_action(session, &row)? {
            found.push(row);
        }
    }
    found
        .into_iter()
        .map(|row| {
            let id = row.typed_id()?;
            let action = row.value;
            let ids = action
                .who
                .iter()
                .chain([&action.author])
                .map(|operator| operator.uuid());
            let names = names(session, ids)?;
            Ok(ActionLine { id, action, names })
        })
        .collect()
}
