//! The open cases as the board works with them: read once, with who works on each.

use super::get::{AskBoard, BoardOnly};
use crate::{Result, Session};
use cartella_archive::queries::board::{OpenCase, open_cases, working};
use cartella_domain::{
    board::{days_silent, is_silent, lacks_plan},
    cases::AssignmentRole,
    ids::{CaseId, OperatorId},
    services::Service,
    time::{CivilDate, PartialDate},
};
use std::collections::HashMap;

/// One open case: its row, and what follows from it.
pub(super) struct Case {
    pub row: OpenCase,
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
        ask.service.is_none_or(|service| service == self.row.service)
            && ask.state.is_none_or(|state| state == self.row.state)
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

    /// Since when nobody wrote of it, as far as is known.
    pub(super) fn quiet_since(&self) -> Option<CivilDate> {
        let opened = || self.row.since.map(PartialDate::earliest);
        self.row.last_contact.or_else(opened)
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

/// The open cases of some services, in no order.
pub(super) fn open(session: &Session, services: &[Service]) -> Result<Vec<Case>> {
    let (db, today) = (session.archive().db(), session.today());
    let after = session.office_setting()?.silent_after_days();
    let mut teams = teams(session)?;
    let mut found = Vec::new();
    for row in open_cases(db, services)? {
        let team = teams.remove(&row.id).unwrap_or_default();
        let days = days_silent(row.last_contact, row.since, today);
        found.push(Case {
            age: row.birth.and_then(|birth| birth.age_on(today)),
            responsible: team.responsible.map(|(_, operator)| operator),
            others: team.others,
            days_silent: days,
            silent: is_silent(row.state, days, after),
            no_plan: lacks_plan(row.state, row.planned),
            row,
        });
    }
    Ok(found)
}

#[derive(Default)]
struct Team {
    /// Of two, who began last counts, as everywhere (`responsible_on`).
    responsible: Option<(Option<CivilDate>, OperatorId)>,
    others: Vec<(OperatorId, AssignmentRole)>,
}

/// Who works on which case today.
fn teams(session: &Session) -> Result<HashMap<CaseId, Team>> {
    let mut teams: HashMap<CaseId, Team> = HashMap::new();
    for one in working(session.archive().db(), session.today())? {
        let team = teams.entry(one.case).or_default();
        match one.role {
            Some(AssignmentRole::Responsabile) => {
                team.responsible = team.responsible.max(Some((one.from, one.operator)));
            }
            // A role of a newer program works on the case too.
            role => {
                let role = role.unwrap_or(AssignmentRole::MiniEquipe);
                team.others.push((one.operator, role));
            }
        }
    }
    Ok(teams)
}
