//! What the board shows.

use crate::names::Names;
use cartella_domain::{
    agenda::AgendaItem,
    board::AgeBand,
    cases::StateName,
    codes::Coded,
    deadlines::Standing,
    ids::{CaseId, OperatorId, RecordId},
    services::Service,
    time::{CivilDate, PartialDate},
};
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// A case of the list.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct BoardLine {
    /// The case.
    pub case: CaseId,
    /// What stands on paper in place of the name.
    pub code: String,
    /// Surname and name.
    pub label: String,
    /// Whole years of the person today.
    pub age: Option<u32>,
    /// The service.
    pub service: Service,
    /// Where it stands.
    pub state: StateName,
    /// Since when.
    pub since: Option<PartialDate>,
    /// Name of the comune in charge.
    pub comune: Option<String>,
    /// Who is responsible.
    pub responsible: Option<OperatorId>,
    /// Day of the newest entry of the diary.
    pub last_contact: Option<CivilDate>,
    /// Days without a note; none where nobody knows since when.
    pub days: Option<i64>,
    /// For too long.
    pub silent: bool,
    /// It lacks its progetto.
    pub no_plan: bool,
}

/// How many cases have something in common.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BoardCount<K: TS> {
    /// What.
    pub of: K,
    /// How many.
    pub count: u32,
}

/// The figures on top.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, TS)]
pub struct BoardTotals {
    /// Open cases.
    pub open: u32,
    /// Silent ones.
    pub silent: u32,
    /// Without their progetto.
    pub no_plan: u32,
    /// Without a responsible.
    pub nobody: u32,
    /// Overdue terms; of two hundred or more the page shows the oldest.
    pub overdue: u32,
    /// Orders that wait for somebody.
    pub to_assign: u32,
}

/// An order in the file of a case for which nobody is responsible.
#[derive(Clone, PartialEq, Serialize, TS)]
pub struct BoardOrder {
    /// The order.
    pub id: RecordId,
    /// The case.
    pub case: CaseId,
    /// What stands on paper in place of the name.
    pub code: String,
    /// Surname and name.
    pub label: String,
    /// What kind of order.
    pub kind: Option<Coded>,
    /// It may not wait.
    pub urgent: bool,
    /// When the office received it.
    pub received: Option<CivilDate>,
    /// Working days since then, today included.
    pub worked_days: Option<u32>,
    /// By when it is to be assigned.
    pub due: Option<CivilDate>,
    /// Where that term stands.
    pub standing: Option<Standing>,
}

/// What one operator carries.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct BoardLoad {
    /// Who.
    pub operator: OperatorId,
    /// Her name.
    pub name: String,
    /// How much of a full working time she works, in percent.
    pub fte: u16,
    /// Open cases for which she is responsible.
    pub responsible: u32,
    /// On which she works beside that.
    pub others: u32,
    /// In which she stands in for somebody.
    pub standing_in: u32,
    /// Cases of a responsible as if she worked full time, in tenths.
    pub tenths_per_fte: Option<u32>,
    /// More than the office's number.
    pub over: bool,
    /// Of hers, how many are silent.
    pub silent: u32,
}

/// How many notes one operator has not signed yet. Nothing of their text.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct BoardDrafts {
    /// Who.
    pub operator: OperatorId,
    /// Her name.
    pub name: String,
    /// How many.
    pub count: u32,
    /// Of these, how many have been waiting too long.
    pub old: u32,
    /// Days since the oldest was begun.
    pub oldest_days: i64,
}

/// An operator of the filter.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct BoardOperator {
    /// Who.
    pub operator: OperatorId,
    /// Her name.
    pub name: String,
}

/// The board.
#[derive(Clone, Serialize, TS)]
pub struct Board {
    /// The day.
    pub today: CivilDate,
    /// The services that it is about.
    pub services: Vec<Service>,
    /// One of them works under courts: orders come in.
    pub under_court: bool,
    /// Comuni and operators of the filters, of all its cases.
    pub comuni: Vec<BoardCount<String>>,
    /// Names of the comuni by code.
    pub comune_names: BTreeMap<String, String>,
    /// Who works on any of its cases.
    pub operators: Vec<BoardOperator>,
    /// Days without a note from which a case is silent.
    pub silent_after_days: u16,
    /// Cases by full working time from which a load is marked.
    pub cases_per_fte: u16,
    /// Days after which a draft is old.
    pub old_draft_days: i64,
    /// The operator may change these numbers.
    pub writable: bool,
    /// The figures.
    pub totals: BoardTotals,
    /// By state.
    pub by_state: Vec<BoardCount<StateName>>,
    /// By service.
    pub by_service: Vec<BoardCount<Service>>,
    /// By comune, its code.
    pub by_comune: Vec<BoardCount<String>>,
    /// By the age of their people.
    pub by_age: Vec<BoardCount<AgeBand>>,
    /// Orders that wait for somebody, the urgent ones first.
    pub orders: Vec<BoardOrder>,
    /// Overdue terms, as Oggi tells of them.
    pub overdue: Vec<AgendaItem>,
    /// The codes of their cases.
    pub codes: BTreeMap<String, String>,
    /// At most three hundred of the cases, the longest silent first.
    pub cases: Vec<BoardLine>,
    /// How many there are.
    pub listed: u32,
    /// Who carries how much, the fullest first.
    pub loads: Vec<BoardLoad>,
    /// Notes that this archive knows of and that nobody signed yet.
    pub drafts: Vec<BoardDrafts>,
    /// What cases and operators in it are called.
    pub names: Names,
}
