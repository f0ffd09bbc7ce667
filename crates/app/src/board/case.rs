//! The open cases as the board works with them: read once, with who works on each.

use super::get::{AskBoard, BoardOnly};
use crate::{Result, Session};
use cartella_archive::queries::board::{OpenCase, open_cases, working};
use cartella_domain::{
    board::{days_silent, is_silent, lacks_plan, wants_plan},
    cases::{AssignmentRole, StateName},
    ids::{CaseId, OperatorId},
    services::Service,
    time::{CivilDate, PartialDate},
};
use serde::de::DeserializeOwned;
use std::collections::HashMap;
use uuid::Uuid;

/// One open case.
pub(super) struct Case {
    /// The case.
    pub id: CaseId,
    /// Its row.
    pub row: OpenCase,
    pub service: Service,
    pub state: StateName,
    pub since: Option<PartialDate>,
    pub last_contact: Option<CivilDate>,
    pub age: Option<u32>,
    pub responsible: Option<OperatorId>,
    /// Who works on it beside the responsible.
    pub others: Vec<(OperatorId, AssignmentRole)>,
    pub days_silent: Option<i64>,
    pub silent: bool,
    pub no_plan: bool,
}

impl Case {
    /// Whether it is among what is asked for, whatever `only` says.
    pub(super) fn answers(&self, ask: &AskBoard) -> bool {
        ask.service.is_none_or(|service| service == self.service)
            && ask.state.is_none_or(|state| state == self.state)
            && (ask.comune.is_none() || ask.comune == self.row.comune)
            && ask.operator.is_none_or(|operator| self.has(operator))
    }

    /// Whether it is one of those that `only` leaves.
    pub(super) fn stands_out(&self, only: Option<BoardOnly>) -> bool {
        match only {
            None => true,
            Some(BoardOnly::Silent) => self.silent,
            Some(BoardOnly::NoPlan) => self.no_plan,
            Some(BoardOnly::Nobody) => self.responsible.is_none(),
        }
    }

    /// Surname and name.
    pub(super) fn label(&self) -> String {
        let parts = [self.row.surname.as_deref(), self.row.name.as_deref()];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    fn has(&self, operator: OperatorId) -> bool {
        self.responsible == Some(operator) || self.others.iter().any(|(other, _)| *other == operator)
    }
}

/// The open cases of some services, the longest silent first.
pub(super) fn open(session: &Session, services: &[Service]) -> Result<Vec<Case>> {
    let (db, today) = (session.archive().db(), session.today());
    let after = session.office_setting()?.silent_after_days();
    let states: HashMap<String, StateName> = StateName::ALL
        .into_iter()
        .filter_map(|state| Some((text(&state)?, state)))
        .collect();
    let waiting: Vec<String> = StateName::ALL
        .iter()
        .filter(|state| wants_plan(**state))
        .filter_map(text)
        .collect();
    let codes: Vec<String> = services.iter().map(|service| service.code().to_owned()).collect();
    let mut teams = teams(session)?;
    let mut found = Vec::new();
    for row in open_cases(db, &codes, &waiting)? {
        let (Ok(id), Some(service), Some(state)) = (
            Uuid::parse_str(&row.id),
            Service::from_code(&row.service),
            states.get(&row.state).copied(),
        ) else {
            continue;
        };
        let id = CaseId(id);
        let team = teams.remove(&id).unwrap_or_default();
        let day = |text: &str| text.get(..10)?.parse::<CivilDate>().ok();
        let last_contact = row.last_contact.as_deref().and_then(day);
        let since: Option<PartialDate> = row.since.as_deref().and_then(|text| text.parse().ok());
        let birth: Option<PartialDate> = row.birth.as_deref().and_then(|text| text.parse().ok());
        let days = days_silent(last_contact, since, today);
        found.push(Case {
            id,
            service,
            state,
            since,
            last_contact,
            age: birth.and_then(|birth| birth.age_on(today)),
            responsible: team.responsible,
            others: team.others,
            days_silent: days,
            silent: is_silent(state, days, after),
            no_plan: lacks_plan(state, row.planned),
            row,
        });
    }
    Ok(found)
}

#[derive(Default)]
struct Team {
    responsible: Option<OperatorId>,
    others: Vec<(OperatorId, AssignmentRole)>,
}

/// Who works on which case today.
fn teams(session: &Session) -> Result<HashMap<CaseId, Team>> {
    let mut teams: HashMap<CaseId, Team> = HashMap::new();
    for one in working(session.archive().db(), session.today())? {
        let (Ok(case), Ok(operator)) = (Uuid::parse_str(&one.case), Uuid::parse_str(&one.operator)) else {
            continue;
        };
        let team = teams.entry(CaseId(case)).or_default();
        let operator = OperatorId(operator);
        match role(&one.role) {
            // Of two, who began last counts, as everywhere (`responsible_on`): she comes last.
            AssignmentRole::Responsabile => team.responsible = Some(operator),
            role => team.others.push((operator, role)),
        }
    }
    Ok(teams)
}

/// A role of a newer program works on the case too.
fn role(text: &str) -> AssignmentRole {
    of_text(text).unwrap_or(AssignmentRole::MiniEquipe)
}

fn of_text<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_value(text.into()).ok()
}

fn text(state: &StateName) -> Option<String> {
    serde_json::to_value(state).ok()?.as_str().map(str::to_owned)
}
