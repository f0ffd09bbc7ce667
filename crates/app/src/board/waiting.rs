//! Orders that wait for somebody, in Oggi: who coordinates, and who deputises for her, hears of them first.

use super::{draw::count, services};
use crate::{Code, Result, Session};
use cartella_archive::queries;
use serde::Serialize;
use ts_rs::TS;

/// How many orders lie in the files of cases for which nobody is responsible.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct OrdersToAssign {
    /// Those that may not wait.
    pub urgent: u32,
    /// All of them.
    pub all: u32,
}

/// How many wait in the services that the operator coordinates; none for who coordinates no service.
///
/// # Errors
/// The archive does not answer.
pub(crate) fn orders_to_assign(session: &Session) -> Result<Option<OrdersToAssign>> {
    let services = match services(session) {
        Ok(services) => services,
        Err(error) if error.code == Code::Forbidden => return Ok(None),
        Err(error) => return Err(error),
    };
    let codes: Vec<String> = services
        .iter()
        .filter(|service| service.area().under_court)
        .map(|service| service.code().to_owned())
        .collect();
    let db = session.archive().db();
    let cases = queries::board::without_responsible(db, &codes, session.today())?;
    let mut orders = queries::tutela::in_files(db, &cases)?;
    orders.retain(|row| !row.value.ends_others());
    let urgent = orders.iter().filter(|row| row.value.urgent == Some(true));
    Ok(Some(OrdersToAssign {
        urgent: count(urgent.count()),
        all: count(orders.len()),
    }))
}
