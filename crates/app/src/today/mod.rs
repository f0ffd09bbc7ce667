//! Oggi: what is due, what is open, drafts to sign, entries to place, the latest cases.

use crate::{
    Result, Session,
    agenda::{ActionLine, of_action, of_appointment},
    board::{OrdersToAssign, orders_to_assign},
    cases::{AskMessages, MessageView, my_messages},
    commands::Nothing,
    deadlines,
    diary::{EntryView, ToConfirm, own_to_confirm, own_to_place},
    drafts::{self, DraftSummary},
    names::{Names, names},
};
use cartella_archive::queries;
use cartella_domain::{
    agenda::{AgendaItem, Due, due},
    ids::CaseId,
    rights::{Action, Subject},
    time::CivilDate,
};
use serde::Serialize;
use ts_rs::TS;

/// Days for which Oggi looks ahead.
const AHEAD_DAYS: u16 = 7;
/// Days before its end at which the first alert of any term may stand.
const ALERTS_DAYS: i64 = 190;
/// Cases that Oggi shows as the latest.
const LATEST: u32 = 8;

/// The page of the day.
#[derive(Clone, Serialize, TS)]
pub struct Today {
    /// The day.
    pub today: CivilDate,
    /// What is due.
    pub due: Due,
    /// What is to be done on no particular day.
    pub undated: Vec<ActionLine>,
    /// Drafts, the oldest first.
    pub drafts: Vec<DraftSummary>,
    /// Signed entries that wait for their file.
    pub to_place: Vec<EntryView>,
    /// Entries of colleagues that name her as co-author and that she has not confirmed.
    pub to_confirm: Vec<ToConfirm>,
    /// Messages that wait for her.
    pub messages: Vec<MessageView>,
    /// The cases she opened last.
    pub latest_cases: Vec<CaseId>,
    /// For who coordinates: orders for which nobody is responsible yet.
    pub to_assign: Option<OrdersToAssign>,
    /// What the files and people in it are called.
    pub names: Names,
}

/// The page of the day.
///
/// # Errors
/// The archive does not answer.
pub fn today(session: &mut Session, _: Nothing) -> Result<Today> {
    session.allow(Action::TodayRead, &Subject::nobody())?;
    let (day, me) = (session.today(), session.operator());
    let db = session.archive().db();
    let items = items(session)?;
    let undated = queries::agenda::undated_actions(db, me)?;
    let undated = undated
        .into_iter()
        .map(|row| {
            Ok(ActionLine {
                id: row.typed_id()?,
                action: row.value,
                names: Names::new(),
            })
        })
        .collect::<Result<Vec<_>>>()?;
    let latest = queries::agenda::latest_cases(db, me, LATEST)?;
    let latest_cases: Vec<CaseId> = latest
        .iter()
        .filter_map(|id| uuid::Uuid::parse_str(id).ok().map(CaseId))
        .filter(|case| visible(session, *case))
        .collect();
    let of_items = items.iter().flat_map(|item| item.cases.clone());
    let of_actions = undated.iter().filter_map(|line| line.action.case);
    let cases = of_items.chain(of_actions).chain(latest_cases.iter().copied());
    let mut names = names(session, cases.map(|case| case.uuid()).collect::<Vec<_>>())?;
    let (to_confirm, called) = own_to_confirm(session)?;
    names.extend(called);
    Ok(Today {
        to_confirm,
        messages: my_messages(session, AskMessages { settled: false })?,
        today: day,
        due: due(items, day, AHEAD_DAYS),
        undated,
        drafts: drafts::list(session, Nothing {})?,
        to_place: own_to_place(session)?,
        latest_cases,
        to_assign: orders_to_assign(session)?,
        names,
    })
}

/// What is due: hers, and what those promised for whom she stands in.
fn items(session: &Session) -> Result<Vec<AgendaItem>> {
    let (day, me) = (session.today(), session.operator());
    let ahead = day.plus_days(i64::from(AHEAD_DAYS));
    let db = session.archive().db();
    let mut items = Vec::new();
    for row in queries::agenda::unsettled(db, me, day)? {
        items.push(of_appointment(row)?);
    }
    for row in queries::agenda::appointments(db, me, day, day.plus_days(1))? {
        items.push(of_appointment(row)?);
    }
    for row in queries::agenda::open_actions(db, me, ahead)? {
        items.extend(of_action(row)?);
    }
    for row in queries::substitutions::actions_stood_in_for(db, me, day, ahead)? {
        items.extend(of_action(row)?);
    }
    items.extend(deadlines::of_operator(session, None, day.plus_days(ALERTS_DAYS))?);
    Ok(items)
}

fn visible(session: &Session, case: CaseId) -> bool {
    session
        .case_subject(case)
        .is_ok_and(|subject| session.allow(Action::CaseList, &subject).is_ok())
}
