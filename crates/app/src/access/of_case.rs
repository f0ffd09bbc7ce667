//! The accesses of one case, newest first.

use crate::{Result, Session};
use cartella_archive::{audit, rows};
use cartella_domain::{
    ids::{CaseId, OperatorId},
    rights::Action,
    staff::Operator,
    time::Instant,
};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, str::FromStr as _};
use ts_rs::TS;
use uuid::Uuid;

/// Which case, from where on.
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct OfCase {
    /// The case.
    pub case: CaseId,
    /// Events before this one; the newest when not said.
    #[ts(type = "number")]
    pub before: Option<i64>,
}

/// One access.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Access {
    /// Its number in the chain.
    #[ts(type = "number")]
    pub seq: i64,
    /// When.
    pub at: Instant,
    /// Who.
    pub operator: OperatorId,
    /// Her name, if her card is here.
    pub name: Option<String>,
    /// What she did: key of the Italian text.
    pub act: Option<String>,
    /// How many, where the act counts.
    #[ts(type = "number")]
    pub count: Option<u64>,
}

/// A page of them.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AccessPage {
    /// The accesses.
    pub accesses: Vec<Access>,
    /// Where the next page begins; none at the end.
    #[ts(type = "number")]
    pub next: Option<i64>,
}

const PAGE: u32 = 100;

/// The accesses of a case; looking at them is one itself.
///
/// # Errors
/// `forbidden` or `not_found` by the table of rights; the archive does not answer.
pub fn of_case(session: &mut Session, input: OfCase) -> Result<AccessPage> {
    let subject = session.case_subject(input.case)?;
    session.allow(Action::CaseAccesses, &subject)?;
    if input.before.is_none() {
        session.note(audit::Event::new(audit::Act::ReadAudit).about(input.case))?;
    }
    let events = audit::about(session.archive.db(), &input.case.to_string(), input.before, PAGE)?;
    let next = events
        .last()
        .filter(|_| events.len() == PAGE as usize)
        .map(|event| event.seq);
    let mut names = BTreeMap::new();
    let mut accesses = Vec::new();
    for event in events {
        let name = match names.get(&event.operator) {
            Some(name) => Option::clone(name),
            None => {
                let card = rows::get::<Operator>(session.archive.db(), &event.operator)?;
                let name = card.map(|card| full_name(&card.value));
                names.insert(event.operator.clone(), name.clone());
                name
            }
        };
        accesses.push(Access {
            seq: event.seq,
            at: event.at,
            operator: OperatorId(Uuid::from_str(&event.operator).unwrap_or_default()),
            name,
            act: audit::Act::from_number(event.act).map(|act| act.key().to_owned()),
            count: event.count,
        });
    }
    Ok(AccessPage { accesses, next })
}

fn full_name(operator: &Operator) -> String {
    let parts = [operator.name.as_deref(), operator.surname.as_deref()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
