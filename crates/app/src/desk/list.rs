//! The cards of the desk: those that wait, the most pressing first, or all by day.

use super::allow;
use crate::{
    Result, Session,
    names::{Names, names},
    people::card as person_card,
};
use cartella_archive::{
    queries::desk::{self, Wanted},
    rows::Row,
};
use cartella_domain::{
    codes::Coded,
    desk::{Accesso, AccessoStateName, days_waiting, is_urgent, waits},
    ids::{OperatorId, RecordId},
    people::tidy,
    rights::Action,
    services::Service,
    time::{CivilDate, ClockTime},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which cards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DeskView {
    /// Those that wait for somebody to decide.
    #[default]
    Waiting,
    /// All.
    All,
}

/// What the list is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct AskDesk {
    /// Which.
    pub view: DeskView,
    /// From this day (all).
    pub from: Option<CivilDate>,
    /// To this day (all).
    pub to: Option<CivilDate>,
    /// Code of the mode of contact (all).
    pub mode: Option<String>,
    /// Letters of the person, of who speaks or of the need (all).
    pub text: Option<String>,
    /// How many lines to leave out (all).
    pub offset: u32,
}

/// A card in one line. The need is on the card itself, whose reading leaves its trace.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct AccessoLine {
    /// The card.
    pub id: RecordId,
    /// The day.
    pub on: Option<CivilDate>,
    /// The hour.
    pub at: Option<ClockTime>,
    /// Whom it is about; empty where nobody was named.
    pub label: String,
    /// She did not say who she is.
    pub anonymous: bool,
    /// Who speaks.
    pub caller: Option<String>,
    /// How they came into contact.
    pub mode: Option<Coded>,
    /// How it ended at the desk.
    pub outcome: Option<Coded>,
    /// The services asked for.
    pub services: Vec<Service>,
    /// Where it stands.
    pub state: AccessoStateName,
    /// 1 ordinary, 2 high, 3 urgent.
    pub priority: u8,
    /// It may not wait.
    pub urgent: bool,
    /// Days that it waits; none where it does not.
    pub days: Option<u32>,
    /// Who noted it.
    pub operator: String,
    /// Two people wrote it without seeing each other.
    pub clashed: bool,
}

/// A page of cards.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct DeskPage {
    /// At most 200 of all, every one that waits.
    pub lines: Vec<AccessoLine>,
    /// There are more.
    pub more: bool,
    /// The operator may note one.
    pub may_write: bool,
}

const PAGE: u32 = 200;

/// The cards of the desk.
///
/// # Errors
/// `forbidden` for who does not work there; the archive does not answer.
pub fn list(session: &mut Session, input: AskDesk) -> Result<DeskPage> {
    allow(session, Action::DeskList)?;
    let db = session.archive().db();
    let mut rows = match input.view {
        DeskView::Waiting => {
            let mut rows = desk::open(db)?;
            rows.retain(|row| waits(&row.value));
            rows
        }
        DeskView::All => {
            let wanted = Wanted {
                from: input.from,
                to: input.to,
                mode: input.mode,
                text: tidy::text(input.text),
            };
            desk::list(db, &wanted, input.offset, PAGE + 1)?
        }
    };
    let more = input.view == DeskView::All && rows.len() > PAGE as usize;
    if more {
        rows.truncate(PAGE as usize);
    }
    let authors = rows
        .iter()
        .filter_map(|row| row.value.operator)
        .map(OperatorId::uuid);
    let authors = names(session, authors)?;
    Ok(DeskPage {
        lines: rows
            .into_iter()
            .map(|row| line(session, &row, &authors))
            .collect::<Result<_>>()?,
        more,
        may_write: super::may(session, Action::DeskWrite)?,
    })
}

fn line(session: &Session, row: &Row<Accesso>, authors: &Names) -> Result<AccessoLine> {
    let card = &row.value;
    let operator = card
        .operator
        .and_then(|operator| authors.get(&operator.to_string()));
    Ok(AccessoLine {
        id: row.typed_id()?,
        on: card.on,
        at: card.at,
        label: called(session, card)?,
        anonymous: card.anonymous == Some(true),
        caller: card.caller.as_ref().and_then(|caller| caller.name.clone()),
        mode: card.mode.clone(),
        outcome: card.outcome.clone(),
        services: card.services.iter().copied().collect(),
        state: card.state.name(),
        priority: card.priority.unwrap_or(1),
        urgent: is_urgent(card),
        days: days_waiting(card, session.today()),
        operator: operator.map(|name| name.name.clone()).unwrap_or_default(),
        clashed: row.clashed(),
    })
}

/// What the person of a card is called: by the registry as far as the operator may know, else as she was named.
pub(crate) fn called(session: &Session, card: &Accesso) -> Result<String> {
    let known = match card.person {
        Some(person) => person_card(session, person)?.name,
        None => None,
    };
    Ok(known.unwrap_or_else(|| card.label()))
}
